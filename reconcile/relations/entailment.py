"""Equivalent, entailing or contradicting: the directed relation of two aligned claims.

Decided from the discrepancies found between them, then from their facets: the more exact claim
entails the other. Where facets say nothing the relation classifier decides, and where it sees neither
direction the words do: a claim that holds all of the other's words and more entails it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

from reconcile.comparison import compare, pair_facets
from reconcile.models.relation_classifier import RelationClassifier
from reconcile.relations.inference import Inference, Inferences, judge_pairs
from reconcile.schema import (
    Claim,
    ClaimGroup,
    ClaimPair,
    Discrepancy,
    DiscrepancyRelation,
    DiscrepancyValue,
    FacetKind,
    RelationKind,
    Side,
    Verdict,
)

COVERED = 0.8
"""Share of a claim's words that the other must hold to entail it."""

NOT_COVERED = 0.6

_CONTRADICTING = (DiscrepancyRelation.CONFLICT, DiscrepancyRelation.UPDATE)


def relate(
    groups: Sequence[ClaimGroup], claims: Sequence[Claim], classifier: RelationClassifier
) -> tuple[ClaimGroup, ...]:
    """The groups with the relation of each pair, and the classifier's say among its evidence.

    Two claims contradict each other exactly where a conflict or update of their group says so.
    Raises ModelError.
    """
    by_id = {claim.id: claim for claim in claims}
    inferences = judge_pairs(groups, by_id, classifier)
    return tuple(
        replace(group, pairs=tuple(_related(pair, group, by_id, inferences) for pair in group.pairs))
        for group in groups
    )


def _related(
    pair: ClaimPair, group: ClaimGroup, claims: Mapping[str, Claim], inferences: Inferences
) -> ClaimPair:
    inference = inferences.get((pair.left, pair.right))
    evidence = (*pair.evidence, *inference.evidence) if inference else pair.evidence
    if any(_sets_against(discrepancy, pair) for discrepancy in group.discrepancies):
        return replace(pair, relation=RelationKind.CONTRADICTS, evidence=evidence)
    if inference is None:
        return replace(pair, relation=RelationKind.UNRELATED)
    relation = _entailment(claims[pair.left], claims[pair.right], inference)
    return replace(pair, relation=relation, evidence=evidence)


def _entailment(left: Claim, right: Claim, inference: Inference) -> RelationKind:
    sides = _more_exact(left, right) or _told_more(left, right, inference)
    if sides == {Side.LEFT}:
        return RelationKind.LEFT_ENTAILS_RIGHT
    if sides == {Side.RIGHT}:
        return RelationKind.RIGHT_ENTAILS_LEFT
    return RelationKind.EQUIVALENT


def _more_exact(left: Claim, right: Claim) -> set[Side]:
    compared = [p.comparison for kind in FacetKind for p in pair_facets(left, right, kind)]
    return {c.more_exact for c in compared if c.more_exact is not None}


def _told_more(left: Claim, right: Claim, inference: Inference) -> set[Side]:
    """The side that tells more; both or none where neither does."""
    if inference.entails or inference.is_entailed:
        judged = {Side.LEFT: inference.entails, Side.RIGHT: inference.is_entailed}
        return {side for side, entails in judged.items() if entails}
    return _wordier(set(left.terms), set(right.terms))


def _sets_against(discrepancy: Discrepancy, pair: ClaimPair) -> bool:
    """Whether the discrepancy has contradicting values for these two claims."""
    if discrepancy.relation not in _CONTRADICTING:
        return False
    ours, theirs = ([v for v in discrepancy.values if v.claim == end] for end in (pair.left, pair.right))
    return any(_exclude(one, other) for one, other in product(ours, theirs))


def _exclude(ours: DiscrepancyValue, theirs: DiscrepancyValue) -> bool:
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
