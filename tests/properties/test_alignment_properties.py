"""Whatever the scores: no group is held together by less than the settings ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.alignment import group_claims
from reconcile.alignment.grouping import MAX_PER_SOURCE
from reconcile.alignment.second_groups import MAX_GROUPS, add_second_groups
from reconcile.schema import Claim, ClaimPair
from tests.handmade_claims import claim

THRESHOLD, WEAKEST = 0.4, 0.1
ROUNDING = 1e-9

Grouping = Callable[[list[Claim], list[ClaimPair]], tuple[tuple[str, ...], ...]]


@st.composite
def scored_claims(draw: st.DrawFn) -> tuple[list[Claim], list[ClaimPair]]:
    """Claims of up to four sources, with scores for some of their pairs."""
    sizes = draw(st.lists(st.integers(0, 3), min_size=3, max_size=4))
    claims = [claim(f"{s}{n}", "x") for s, size in zip("ABCD", sizes, strict=False) for n in range(size)]
    score = st.sampled_from([WEAKEST, THRESHOLD, 0.8]) | st.floats(WEAKEST, 0.6) | st.none()
    pairs = [
        ClaimPair(left=left.id, right=right.id, score=drawn)
        for left, right in combinations(claims, 2)
        if left.source != right.source and (drawn := draw(score)) is not None
    ]
    return claims, pairs


def grouped(claims: list[Claim], pairs: list[ClaimPair]) -> tuple[tuple[str, ...], ...]:
    return group_claims(claims, pairs, threshold=THRESHOLD, sibling_threshold=THRESHOLD, weakest=WEAKEST)


def doubly_grouped(claims: list[Claim], pairs: list[ClaimPair]) -> tuple[tuple[str, ...], ...]:
    groups = grouped(claims, pairs)
    return add_second_groups(claims, groups, pairs, threshold=THRESHOLD, weakest=WEAKEST)


@settings(max_examples=300)
@given(scored_claims())
def test_a_group_holds_to_its_constraints(drawn: tuple[list[Claim], list[ClaimPair]]) -> None:
    claims, pairs = drawn
    scores = {frozenset((pair.left, pair.right)): pair.score for pair in pairs}
    groups = grouped(claims, pairs)
    for group in groups:
        sources = Counter(identity[0] for identity in group)
        links = [
            scores.get(frozenset(pair), 0.0) for pair in combinations(group, 2) if pair[0][0] != pair[1][0]
        ]
        assert len(sources) > 1
        assert max(sources.values()) <= MAX_PER_SOURCE
        assert sum(links) / len(links) >= THRESHOLD - ROUNDING
        assert min(links) >= WEAKEST
    members = [identity for group in groups for identity in group]
    assert len(members) == len(set(members))


@pytest.mark.parametrize("grouping", [grouped, doubly_grouped])
@given(drawn=scored_claims(), random=st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(
    grouping: Grouping, drawn: tuple[list[Claim], list[ClaimPair]], random: Random
) -> None:
    claims, pairs = drawn
    before = {frozenset(group) for group in grouping(claims, pairs)}
    random.shuffle(claims)
    random.shuffle(pairs)
    assert {frozenset(group) for group in grouping(claims, pairs)} == before


@given(scored_claims())
def test_two_sources_that_would_pass_alone_are_not_left_apart(
    drawn: tuple[list[Claim], list[ClaimPair]],
) -> None:
    claims, pairs = drawn
    alone = {claim.id for claim in claims} - {i for group in grouped(claims, pairs) for i in group}
    assert [p for p in pairs if {p.left, p.right} <= alone and p.score >= THRESHOLD] == []


@given(scored_claims())
def test_second_groups_keep_the_first_and_add_no_claim_that_stood_alone(
    drawn: tuple[list[Claim], list[ClaimPair]],
) -> None:
    first, second = grouped(*drawn), doubly_grouped(*drawn)
    assert {claim for group in first for claim in group} == {claim for group in second for claim in group}
    assert all(any(set(group) <= set(wider) for wider in second) for group in first)
    counted = Counter(claim for group in second for claim in group)
    assert max(counted.values(), default=0) <= MAX_GROUPS
    assert not any(set(one) < set(other) for one in second for other in second)
    scores = {frozenset((pair.left, pair.right)): pair.score for pair in drawn[1]}
    for group in second:
        links = [scores.get(frozenset(p), 0.0) for p in combinations(group, 2) if p[0][0] != p[1][0]]
        assert min(links) >= WEAKEST
        assert sum(links) / len(links) >= THRESHOLD - ROUNDING
