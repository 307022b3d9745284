"""Equivalent, entailing or contradicting: the directed relation of two aligned claims.

Decided from the discrepancies found between them, their facets and words. A claim entails
another when it is the more exact one, or when it holds all of the other's words and more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reconcile.comparison import compare, pair_facets
from reconcile.schema import (
    Claim,
    ClaimGroup,
    ClaimPair,
    Discrepancy,
    DiscrepancyRelation,
    FacetKind,
    RelationKind,
    Side,
    Verdict,
)

UNRELATED_BELOW = 0.1
"""Probability under which a pair inside a group is not held to make the same statement."""

COVERED = 0.8
"""Share of a claim's words that the other must hold to entail it."""

NOT_COVERED = 0.6

_CONTRADICTING = (DiscrepancyRelation.CONFLICT, DiscrepancyRelation.UPDATE)


def relate(groups: Sequence[ClaimGroup], claims: Sequence[Claim]) -> tuple[ClaimGroup, ...]:
    """The groups with the relation of each pair.

    Two claims contradict each other exactly where a conflict or update of their group says so.
    """
    by_id = {claim.id: claim for claim in claims}
    return tuple(
        replace(
            group,
            pairs=tuple(replace(pair, relation=_relation(pair, group, by_id)) for pair in group.pairs),
        )
        for group in groups
    )


def _relation(pair: ClaimPair, group: ClaimGroup, claims: Mapping[str, Claim]) -> RelationKind:
    left, right = claims[pair.left], claims[pair.right]
    if pair.score < UNRELATED_BELOW:
        return RelationKind.UNRELATED
    if any(_sets_against(discrepancy, pair) for discrepancy in group.discrepancies):
        return RelationKind.CONTRADICTS
    compared = [p.comparison for kind in FacetKind for p in pair_facets(left, right, kind)]
    sides = {c.more_exact for c in compared if c.more_exact is not None}
    if not sides:
        sides = _wordier(set(left.terms), set(right.terms))
    if sides == {Side.LEFT}:
        return RelationKind.LEFT_ENTAILS_RIGHT
    if sides == {Side.RIGHT}:
        return RelationKind.RIGHT_ENTAILS_LEFT
    return RelationKind.EQUIVALENT


def _sets_against(discrepancy: Discrepancy, pair: ClaimPair) -> bool:
    """Whether the discrepancy has contradicting values for these two claims."""
    if discrepancy.relation not in _CONTRADICTING:
        return False
    values = {value.claim: value for value in discrepancy.values}
    if pair.left not in values or pair.right not in values:
        return False
    ours, theirs = values[pair.left], values[pair.right]
    if ours.facet is None or theirs.facet is None:
        return ours.text.casefold() != theirs.text.casefold()
    return compare(ours.facet, theirs.facet).verdict not in (Verdict.AGREE, Verdict.COMPATIBLE)


def _wordier(left: set[str], right: set[str]) -> set[Side]:
    """The side that holds the other's words and more; empty when neither does."""
    shared = len(left & right)
    ours, theirs = shared / max(1, len(left)), shared / max(1, len(right))
    if theirs >= COVERED and ours < NOT_COVERED:
        return {Side.LEFT}
    if ours >= COVERED and theirs < NOT_COVERED:
        return {Side.RIGHT}
    return set()
