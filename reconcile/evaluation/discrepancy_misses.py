"""Discrepancies that were missed, made wrongly, or given a wrong relation."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.evaluation.assessment import values_in_common
from reconcile.evaluation.gold import GoldDiscrepancy, GoldGroup
from reconcile.evaluation.metrics import relation_right
from reconcile.evaluation.miss import Miss, MissKind
from reconcile.evaluation.outcomes import Assessment
from reconcile.evaluation.predictions import PredictedDiscrepancy
from reconcile.evaluation.stretch import Stretch, pairs_across


def discrepancies_missed(assessment: Assessment) -> Iterator[Miss]:
    """Gold discrepancies that no finding reports: firm ones first, then by gravity."""
    for expected in assessment.expected:
        if expected.found:
            continue
        gold = expected.gold
        nearest = _nearest(gold, assessment)
        firm = "optional " if gold.optional else ""
        yield Miss(
            kind=MissKind.DISCREPANCY_MISSED,
            event=assessment.gold.event,
            reason=_why_missed(gold, nearest, assessment),
            rank=(gold.optional, gold.relation.gravity),
            detail=f"{gold.group}: {firm}{gold.kind} {gold.relation}"
            + (f": {gold.note}" if gold.note else ""),
            stretches=gold.values,
            nearest=nearest.values if nearest else (),
            score=nearest.discrepancy.confidence if nearest else None,
        )


def discrepancies_wrong(assessment: Assessment) -> Iterator[Miss]:
    """Findings that gold does not have: by gravity, then by confidence."""
    for finding in assessment.findings:
        if finding.gold is not None:
            continue
        made = finding.predicted.discrepancy
        yield Miss(
            kind=MissKind.DISCREPANCY_WRONG,
            event=assessment.gold.event,
            reason=_why_wrong(finding.predicted, assessment),
            rank=(made.relation.gravity, -made.confidence),
            detail=f"{made.kind} {made.relation}: {made.explanation}",
            stretches=finding.predicted.values,
            score=made.confidence,
        )


def relations_wrong(assessment: Assessment) -> Iterator[Miss]:
    """Right findings with another relation than gold's: the graver the mistaken one, the worse."""
    for finding in assessment.findings:
        if finding.gold is None or relation_right(finding):
            continue
        made, gold = finding.predicted.discrepancy, finding.gold
        yield Miss(
            kind=MissKind.RELATION_WRONG,
            event=assessment.gold.event,
            reason=f"{made.relation} instead of {gold.relation}",
            rank=(min(made.relation.gravity, gold.relation.gravity), -made.confidence),
            detail=f"{gold.group}: {made.explanation}",
            stretches=finding.predicted.values,
            score=made.confidence,
        )


def _nearest(gold: GoldDiscrepancy, assessment: Assessment) -> PredictedDiscrepancy | None:
    """The finding that shares most values with ``gold``, whatever its kind."""
    found = assessment.predictions.discrepancies
    best = max(found, key=lambda made: values_in_common(made, gold), default=None)
    return best if best and values_in_common(best, gold) else None


def _why_missed(gold: GoldDiscrepancy, nearest: PredictedDiscrepancy | None, assessment: Assessment) -> str:
    if nearest and values_in_common(nearest, gold) > 1:
        return f"reported as {nearest.discrepancy.kind}"
    if not _values_joined(gold, assessment):
        return "the claims are not joined"
    return "joined, reported on other words" if nearest else "joined, nothing reported"


def _values_joined(gold: GoldDiscrepancy, assessment: Assessment) -> bool:
    """Whether some group has claims that touch two of the values."""
    joined = (pair for group in assessment.predictions.groups for pair in group.pairs)
    sides = tuple(pairs_across(gold.values))
    return any(
        pair.left.touches(left) and pair.right.touches(right) for pair in joined for left, right in sides
    )


def _why_wrong(made: PredictedDiscrepancy, assessment: Assessment) -> str:
    group = _gold_group(made.values, assessment)
    if group is None:
        return "gold does not join the claims"
    if not group.discrepancies:
        return "gold says they agree"
    kinds = {gold.kind for gold in group.discrepancies if values_in_common(made, gold) > 1}
    return f"gold calls it {' or '.join(sorted(kinds))}" if kinds else "gold has other differences there"


def _gold_group(values: tuple[Stretch, ...], assessment: Assessment) -> GoldGroup | None:
    """The gold group with members of two sources that the values touch."""
    for group in assessment.gold.groups:
        sources = {value.source for value in values for member in group.members if member.touches(value)}
        if len(sources) > 1:
            return group
    return None
