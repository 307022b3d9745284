"""Second groups: what a clause of two statements supports besides its first group."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.alignment import groups_of_pairs
from reconcile.alignment.second_groups import add_second_groups
from reconcile.models.platt_scaling import UNCALIBRATED
from reconcile.schema import ClaimPair
from reconcile.settings import AlignmentSettings
from tests.handmade_claims import claim, document

CLAIMS = [claim(identity, identity) for identity in ("A1", "A2", "B1", "B2", "B3", "C1", "C2")]


def regrouped(
    groups: Sequence[tuple[str, ...]], scores: dict[tuple[str, str], float]
) -> tuple[tuple[str, ...], ...]:
    pairs = [ClaimPair(left=left, right=right, score=score) for (left, right), score in scores.items()]
    return add_second_groups(CLAIMS, groups, pairs, threshold=0.5, weakest=0.2)


def test_a_long_clause_supports_both_statements_that_another_source_makes_apart() -> None:
    scores = {("A1", "B1"): 0.9, ("B2", "C2"): 0.8, ("A1", "B2"): 0.6, ("A1", "C2"): 0.5}
    assert regrouped([("A1", "B1"), ("B2", "C2")], scores) == (("A1", "B1"), ("A1", "B2", "C2"))


def test_two_claims_that_fit_into_neither_group_make_one_of_their_own() -> None:
    scores = {("A1", "B1"): 0.9, ("B2", "C2"): 0.8, ("A1", "B2"): 0.6}
    expected = (("A1", "B1"), ("A1", "B2"), ("B2", "C2"))
    assert regrouped([("A1", "B1"), ("B2", "C2")], scores) == expected


def test_a_weak_pair_connects_no_groups() -> None:
    scores = {("A1", "B2"): 0.49, ("A1", "C2"): 0.49}
    expected = (("A1", "B1"), ("B2", "C2"))
    assert regrouped([("A1", "B1"), ("B2", "C2")], scores) == expected


def test_a_claim_that_stands_alone_stays_alone() -> None:
    assert regrouped([("A1", "B1")], {("A1", "C1"): 0.9, ("A1", "B1"): 0.9}) == (("A1", "B1"),)


def test_no_claim_supports_three_groups() -> None:
    groups = [("A1", "B1"), ("B2", "C1"), ("B3", "C2")]
    scores = {("A1", "B2"): 0.9, ("A1", "C1"): 0.9, ("A1", "B3"): 0.8, ("A1", "C2"): 0.8}
    assert regrouped(groups, scores) == (("A1", "B1"), ("A1", "B2", "C1"), ("B3", "C2"))


def test_a_source_that_speaks_in_a_group_adds_no_second_claim_to_it() -> None:
    scores = {("A1", "B2"): 0.9, ("A1", "C2"): 0.9}
    assert regrouped([("A1", "C1"), ("A2", "B2", "C2")], scores)[-1] == ("A2", "B2", "C2")


def test_a_report_has_a_claim_of_two_groups_in_both_and_alone_in_none() -> None:
    scores = {("A1", "B1"): 0.9, ("B2", "C2"): 0.8, ("A1", "B2"): 0.7, ("A1", "C2"): 0.7}
    pairs = [ClaimPair(left=left, right=right, score=score) for (left, right), score in scores.items()]
    documents = [document(letter, "x") for letter in "ABC"]
    settings = AlignmentSettings(threshold=0.8, second_threshold=0.6)
    groups = groups_of_pairs(CLAIMS, documents, pairs, settings, UNCALIBRATED)
    assert [group.claims for group in groups if "A1" in group.claims] == [("A1", "B1"), ("A1", "B2", "C2")]
    assert [group.silent for group in groups if "A1" in group.claims] == [("C",), ()]
    assert [group.id for group in groups] == [f"g{number}" for number in range(1, len(groups) + 1)]
