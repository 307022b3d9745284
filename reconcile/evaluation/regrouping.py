"""An event's labelled pairs, scored by a fitted pair scorer, as a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reconcile.alignment import groups_of_pairs
from reconcile.evaluation.labels import LabelledEvent
from reconcile.models.platt_scaling import UNCALIBRATED, PlattScaling
from reconcile.schema import Report
from reconcile.settings import AlignmentSettings


def regrouped(
    event: LabelledEvent,
    scores: Iterable[float],
    settings: AlignmentSettings | None = None,
    calibration: PlattScaling = UNCALIBRATED,
) -> Report:
    """The event's report with the groups that ``scores``, one a pair, make; it has no discrepancies."""
    pairs = [
        replace(labelled.pair, score=round(score, 4))
        for labelled, score in zip(event.pairs, scores, strict=True)
    ]
    claims, documents = event.report.claims, event.report.documents
    groups = groups_of_pairs(claims, documents, pairs, settings or AlignmentSettings(), calibration)
    return replace(event.report, groups=groups)
