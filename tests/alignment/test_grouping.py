"""Groups: what joins, what stays apart, and that no order of the input changes it."""

from __future__ import annotations

from reconcile.alignment import group_claims
from reconcile.schema import Claim, ClaimPair
from tests.handmade_claims import claim

A1, A2, A3, B1, C1, D1 = (claim(identity, identity) for identity in ("A1", "A2", "A3", "B1", "C1", "D1"))


def grouped(claims: list[Claim], scores: dict[tuple[str, str], float]) -> tuple[tuple[str, ...], ...]:
    pairs = [ClaimPair(left=left, right=right, score=score) for (left, right), score in scores.items()]
    return group_claims(claims, pairs, threshold=0.5, sibling_threshold=0.5, weakest=0.2)


def test_a_likely_pair_is_a_group_and_an_unlikely_one_is_none() -> None:
    assert grouped([A1, B1], {("A1", "B1"): 0.5}) == (("A1", "B1"),)
    assert grouped([A1, B1], {("A1", "B1"): 0.49}) == ()


def test_nothing_gives_no_groups() -> None:
    assert grouped([], {}) == ()
    assert grouped([A1, B1], {}) == ()


def test_three_sources_join_where_all_agree() -> None:
    scores = {("A1", "B1"): 0.9, ("A1", "C1"): 0.8, ("B1", "C1"): 0.7}
    assert grouped([A1, B1, C1], scores) == (("A1", "B1", "C1"),)


def test_a_chain_of_links_does_not_join_its_ends() -> None:
    chain = {("A1", "B1"): 0.9, ("B1", "C1"): 0.8, ("C1", "D1"): 0.7}
    groups = grouped([A1, B1, C1, D1], chain)
    assert groups == (("A1", "B1"), ("C1", "D1"))


def test_one_pair_below_the_weakest_keeps_a_group_apart_whatever_the_mean() -> None:
    scores = {("A1", "B1"): 0.9, ("A1", "C1"): 0.9, ("B1", "C1"): 0.1}
    assert grouped([A1, B1, C1], scores) == (("A1", "B1"),)
    assert grouped([A1, B1, C1], scores | {("B1", "C1"): 0.2}) == (("A1", "B1", "C1"),)


def test_a_source_joins_only_if_the_mean_over_all_pairs_stays_at_the_threshold() -> None:
    scores = {("A1", "B1"): 0.55, ("A1", "C1"): 0.5, ("B1", "C1"): 0.3}
    assert grouped([A1, B1, C1], scores) == (("A1", "B1"),)
    assert grouped([A1, B1, C1], scores | {("B1", "C1"): 0.5}) == (("A1", "B1", "C1"),)


def test_two_claims_of_a_source_can_share_a_group_but_not_three() -> None:
    scores = {("A1", "B1"): 0.9, ("A2", "B1"): 0.8, ("A3", "B1"): 0.7}
    assert grouped([A1, A2, A3, B1], scores) == (("A1", "A2", "B1"),)


def test_groups_and_members_stand_in_the_order_of_the_claims() -> None:
    scores = {("B1", "C1"): 0.9, ("A1", "D1"): 0.6}
    assert grouped([A1, B1, C1, D1], scores) == (("A1", "D1"), ("B1", "C1"))


def test_the_other_part_of_a_sentence_joins_more_easily_than_another_sentence() -> None:
    pairs = [ClaimPair(left="A1", right="B1", score=0.8), ClaimPair(left="A2", right="B1", score=0.35)]
    apart = claim("A2", "A2", start=50)

    def joined(second: Claim) -> tuple[tuple[str, ...], ...]:
        return group_claims([A1, second, B1], pairs, threshold=0.5, sibling_threshold=0.3, weakest=0.2)

    assert joined(A2) == (("A1", "A2", "B1"),)
    assert joined(apart) == (("A1", "B1"),)
