"""A report held against gold: for every annotated and every reported thing, whether it is right.

The rules are those of the project's shared scorer (score_report.py), so that figures compare.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconcile.evaluation.gold import Gold, GoldDiscrepancy, GoldSpeaker
from reconcile.evaluation.outcomes import (
    Assessment,
    Attribution,
    Expected,
    Finding,
    GoldPair,
    JoinedPair,
    Single,
    Trap,
)
from reconcile.evaluation.predictions import PredictedDiscrepancy, PredictedGroup, Predictions, predictions
from reconcile.evaluation.speakers import claims_of, speaker_fits
from reconcile.evaluation.stretch import Stretch, pairs_across
from reconcile.schema import DiscrepancyKind, Report

ALLOWED: Mapping[DiscrepancyKind, frozenset[DiscrepancyKind]] = {
    DiscrepancyKind.WORDING: frozenset(
        {DiscrepancyKind.WORDING, DiscrepancyKind.MODALITY, DiscrepancyKind.NAME, DiscrepancyKind.QUOTE}
    ),
    DiscrepancyKind.MODALITY: frozenset(
        {DiscrepancyKind.MODALITY, DiscrepancyKind.WORDING, DiscrepancyKind.ATTRIBUTION}
    ),
    DiscrepancyKind.QUOTE: frozenset({DiscrepancyKind.QUOTE, DiscrepancyKind.WORDING}),
    DiscrepancyKind.ATTRIBUTION: frozenset(
        {DiscrepancyKind.ATTRIBUTION, DiscrepancyKind.MODALITY, DiscrepancyKind.NAME}
    ),
    DiscrepancyKind.NAME: frozenset(
        {DiscrepancyKind.NAME, DiscrepancyKind.WORDING, DiscrepancyKind.PLACE, DiscrepancyKind.ATTRIBUTION}
    ),
    DiscrepancyKind.PLACE: frozenset({DiscrepancyKind.PLACE, DiscrepancyKind.NAME}),
    DiscrepancyKind.QUANTITY: frozenset({DiscrepancyKind.QUANTITY}),
    DiscrepancyKind.TIME: frozenset({DiscrepancyKind.TIME}),
    DiscrepancyKind.POLARITY: frozenset({DiscrepancyKind.POLARITY, DiscrepancyKind.MODALITY}),
}
"""The kinds under which a gold discrepancy of each kind may be reported without being wrong."""


def assess(report: Report, gold: Gold) -> Assessment:
    """Hold ``report`` against ``gold`` of the same event."""
    predicted = predictions(report)
    reported = [_reported(found, gold.discrepancies) for found in predicted.discrepancies]
    return Assessment(
        gold=gold,
        predictions=predicted,
        gold_pairs=tuple(_gold_pairs(gold, predicted)),
        joined_pairs=tuple(_joined_pairs(gold, predicted)),
        findings=tuple(
            Finding(predicted=found, gold=None if index is None else gold.discrepancies[index])
            for found, index in zip(predicted.discrepancies, reported, strict=True)
        ),
        expected=tuple(
            Expected(gold=found, found=index in reported) for index, found in enumerate(gold.discrepancies)
        ),
        singles=tuple(_single(stretch, predicted) for stretch in gold.single_source),
        traps=tuple(
            Trap(gold=trap, sprung=_joining(trap.left, trap.right, predicted)) for trap in gold.traps
        ),
        attributions=tuple(_attribution(speaker, predicted) for speaker in gold.speakers),
        false_claims=tuple(
            claim for claim in predicted.claims if any(claim.touches(other) for other in gold.not_claims)
        ),
    )


def _gold_pairs(gold: Gold, predicted: Predictions) -> Iterator[GoldPair]:
    for group in gold.groups:
        if not group.optional:
            for left, right in pairs_across(group.best):
                found = _joining(left, right, predicted) is not None
                yield GoldPair(group=group, left=left, right=right, found=found)


def _joining(left: Stretch, right: Stretch, predicted: Predictions) -> PredictedGroup | None:
    return next((group for group in predicted.groups if group.joins(left, right)), None)


def _joined_pairs(gold: Gold, predicted: Predictions) -> Iterator[JoinedPair]:
    true = [pair for group in gold.groups for pair in pairs_across(group.members)]
    for group in predicted.groups:
        for pair in group.pairs:
            right = any(pair.left.matches(left) and pair.right.matches(right) for left, right in true)
            yield JoinedPair(pair=pair, right=right)


def _reported(found: PredictedDiscrepancy, expected: tuple[GoldDiscrepancy, ...]) -> int | None:
    """Which gold discrepancy it reports: of those of an allowed kind the one with most values in common.

    Two sources' values must touch; of equals the first one counts.
    """
    best, common = None, 1
    for index, gold in enumerate(expected):
        if found.discrepancy.kind in ALLOWED[gold.kind]:
            shared = values_in_common(found, gold)
            if shared > common:
                best, common = index, shared
    return best


def values_in_common(found: PredictedDiscrepancy, gold: GoldDiscrepancy) -> int:
    """The number of gold's values that a reported value touches."""
    return sum(any(value.touches(reported) for reported in found.values) for value in gold.values)


def _single(stretch: Stretch, predicted: Predictions) -> Single:
    swallowed = next((group for group in predicted.groups if group.matches(stretch)), None)
    return Single(stretch=stretch, swallowed=swallowed)


def _attribution(speaker: GoldSpeaker, predicted: Predictions) -> Attribution:
    claims = claims_of(speaker, predicted.claims)
    right = any(speaker_fits(speaker.speaker, claim.claim.speaker) for claim in claims)
    return Attribution(gold=speaker, claims=claims, right=right)
