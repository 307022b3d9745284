"""What a page mixes into its sentences does not end up in the claims."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.claims.readable_text import find_insets, readable
from reconcile.models import Models
from tests.claims.test_extraction import claims_of
from tests.handmade_claims import document

BOXED = (
    "Mayor Jane Doe Jane Ann DoeCouncil opens bridge Ferry sinks off coast MORE on Friday told"
    " reporters that the bridge would stay shut."
)


@given(st.text())
def test_reading_keeps_every_offset(text: str) -> None:
    assert len(readable(text, find_insets(text))) == len(text)


def test_a_box_of_links_behind_a_name_is_found() -> None:
    (inset,) = find_insets(BOXED)
    assert BOXED[: inset.start] + BOXED[inset.end :] == (
        "Mayor Jane Doe on Friday told reporters that the bridge would stay shut."
    )


def test_capitals_alone_are_no_box_of_links() -> None:
    assert not list(find_insets("Jane Doe, mother of Ann Doe, wanted MORE. Doe Smith said MORE too."))


@pytest.mark.parametrize("link", ["https://example.org/a?b=1", "pic.twitter.com/ab12", "www.example.org"])
def test_a_link_is_blank_and_what_ends_the_sentence_stays(link: str) -> None:
    assert readable(f"See {link}. Then go.", ()) == f"See {' ' * len(link)}. Then go."


@pytest.mark.model
def test_claims_hold_no_box_of_links(models: Models) -> None:
    claims = claims_of(document("A", BOXED), models)
    assert claims
    assert not any("MORE" in claim.text for claim in claims)


@pytest.mark.model
def test_a_horizontal_bar_ends_the_dateline(models: Models) -> None:
    claims = claims_of(document("A", "LISTON ― The council closed the bridge on Friday."), models)
    assert [claim.text for claim in claims] == ["The council closed the bridge on Friday."]
