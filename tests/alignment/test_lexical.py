"""Shared words: rare ones say more than those that every claim uses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.alignment.lexical import TermWeights, wording_similarity
from tests.handmade_claims import claim

WORDS = st.lists(st.sampled_from(["dam", "break", "river", "mayor", "say", "night"]), max_size=6)


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    weights = TermWeights([claim("A1", "dam broke"), claim("A2", "dam held"), claim("B1", "dam leaked")])
    assert weights.weigh({"leaked"}) > weights.weigh({"dam"}) > 0


def test_containment_is_full_where_one_claim_holds_all_words_of_the_other() -> None:
    short, long = claim("A1", "dam broke"), claim("B1", "the old dam broke at night")
    assert TermWeights([short, long]).containment(short, long) == 1
    assert TermWeights([short, long]).containment(long, short) == 1


def test_claims_without_shared_or_without_any_terms_share_nothing() -> None:
    dam, tax, silent = claim("A1", "dam broke"), claim("B1", "taxes rose"), claim("B2", "so", terms=())
    weights = TermWeights([dam, tax, silent])
    assert weights.containment(dam, tax) == 0
    assert weights.containment(dam, silent) == 0


@given(WORDS, WORDS)
def test_containment_is_symmetric_and_between_0_and_1(ours: list[str], theirs: list[str]) -> None:
    left, right = claim("A1", "left", terms=ours), claim("B1", "right", terms=theirs)
    weights = TermWeights([left, right])
    assert 0 <= weights.containment(left, right) <= 1
    assert weights.containment(left, right) == weights.containment(right, left)


@pytest.mark.parametrize(
    ("words", "expected"), [("THE DAM BROKE", 1.0), ("broke the dam", 1.0), ("xyz", 0.0)]
)
def test_wording_disregards_case_and_order(words: str, expected: float) -> None:
    assert wording_similarity(claim("A1", "the dam broke"), claim("B1", words)) == expected
