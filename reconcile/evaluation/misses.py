"""All misses of an assessment."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.evaluation.alignment_misses import pairs_missed, pairs_wrong, singles_swallowed, traps_sprung
from reconcile.evaluation.discrepancy_misses import discrepancies_missed, discrepancies_wrong, relations_wrong
from reconcile.evaluation.miss import Miss, MissKind
from reconcile.evaluation.outcomes import Assessment


def misses(assessment: Assessment) -> Iterator[Miss]:
    """Everything that the report got wrong or left out."""
    yield from pairs_missed(assessment)
    yield from pairs_wrong(assessment)
    yield from traps_sprung(assessment)
    yield from singles_swallowed(assessment)
    yield from discrepancies_missed(assessment)
    yield from discrepancies_wrong(assessment)
    yield from relations_wrong(assessment)
    yield from _speakers_wrong(assessment)
    yield from _false_claims(assessment)


def _speakers_wrong(assessment: Assessment) -> Iterator[Miss]:
    for order, attribution in enumerate(assessment.attributions):
        if attribution.right:
            continue
        named = [claim.claim.speaker.name for claim in attribution.claims if claim.claim.speaker]
        reason = "another speaker" if named else "no speaker" if attribution.claims else "no claim there"
        detail = f"gold: {attribution.gold.speaker}; reported: {', '.join(named) or 'nobody'}"
        yield Miss(
            kind=MissKind.SPEAKER_WRONG,
            event=assessment.gold.event,
            reason=reason,
            rank=(order,),
            detail=detail,
            stretches=(attribution.gold.quote,),
            nearest=attribution.claims,
        )


def _false_claims(assessment: Assessment) -> Iterator[Miss]:
    for order, claim in enumerate(assessment.false_claims):
        yield Miss(
            kind=MissKind.NOT_A_CLAIM,
            event=assessment.gold.event,
            reason="touches a heading, credit or the like",
            rank=(order,),
            stretches=(claim,),
        )
