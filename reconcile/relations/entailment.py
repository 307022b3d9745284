"""Equivalent, entailing or contradicting: the directed relation of two aligned claims.

Decided from their facets, polarity and words. A claim entails another when it is the more
exact one, or when it holds all of the other's words and more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reconcile.comparison import pair_facets, pair_lone_figures
from reconcile.schema import (
    Claim,
    ClaimGroup,
    ClaimPair,
    Document,
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


def relate(
    groups: Sequence[ClaimGroup], claims: Sequence[Claim], documents: Sequence[Document]
) -> tuple[ClaimGroup, ...]:
    """The groups with the relation of each pair, and their one origin where all sources share it."""
    by_id = {claim.id: claim for claim in claims}
    origins = {d.source.id: d.source.republishes or d.source.id for d in documents}
    return tuple(
        replace(
            group,
            pairs=tuple(replace(pair, relation=_relation(pair, by_id)) for pair in group.pairs),
            origin=_origin(group, by_id, origins),
        )
        for group in groups
    )


def _relation(pair: ClaimPair, claims: Mapping[str, Claim]) -> RelationKind:
    left, right = claims[pair.left], claims[pair.right]
    if pair.score < UNRELATED_BELOW:
        return RelationKind.UNRELATED
    paired = [pair for kind in FacetKind for pair in pair_facets(left, right, kind)]
    compared = [pair.comparison for pair in (*paired, *pair_lone_figures(left, right))]
    if any(c.verdict is Verdict.CONFLICT for c in compared) or left.polarity is not right.polarity:
        return RelationKind.CONTRADICTS
    sides = {c.more_exact for c in compared if c.more_exact is not None}
    if not sides:
        sides = _wordier(set(left.terms), set(right.terms))
    if sides == {Side.LEFT}:
        return RelationKind.LEFT_ENTAILS_RIGHT
    if sides == {Side.RIGHT}:
        return RelationKind.RIGHT_ENTAILS_LEFT
    return RelationKind.EQUIVALENT


def _wordier(left: set[str], right: set[str]) -> set[Side]:
    """The side that holds the other's words and more; empty when neither does."""
    shared = len(left & right)
    ours, theirs = shared / max(1, len(left)), shared / max(1, len(right))
    if theirs >= COVERED and ours < NOT_COVERED:
        return {Side.LEFT}
    if ours >= COVERED and theirs < NOT_COVERED:
        return {Side.RIGHT}
    return set()


def _origin(group: ClaimGroup, claims: Mapping[str, Claim], origins: Mapping[str, str]) -> str | None:
    sources = {claims[identity].source for identity in group.claims}
    shared = {origins[source] for source in sources}
    return shared.pop() if len(sources) > 1 and len(shared) == 1 else None
