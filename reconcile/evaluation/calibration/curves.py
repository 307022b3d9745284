"""The confidences of groups and discrepancies held against gold: as shipped, and with each event left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from reconcile.alignment.calibration import shipped_calibration
from reconcile.discrepancies import find_discrepancies
from reconcile.discrepancies.catalogue import shipped_reliabilities
from reconcile.evaluation.assessment import assess
from reconcile.evaluation.calibration.observations import (
    CalibrationCurve,
    discrepancy_observations,
    group_observations,
)
from reconcile.evaluation.held_out import FEWEST, Fitting, held_out
from reconcile.evaluation.labels import LabelledEvent
from reconcile.evaluation.outcomes import Assessment
from reconcile.evaluation.regrouping import regrouped
from reconcile.evaluation.reliability import Key, reliabilities
from reconcile.schema import Report

Progress = Callable[[str, int, int], None]


def calibration_curves(
    events: Sequence[LabelledEvent], fitting: Fitting, progress: Progress | None = None
) -> tuple[CalibrationCurve, ...]:
    """Groups and discrepancies by rules with the tables that the package ships; then, of ``FEWEST`` events or
    more, those of each event with what is fitted and measured on all others.

    ``progress`` is called with "leaving one event out", the events done and their total. Raises
    OptionError where there is nothing to fit.
    """
    shipped = [_as_shipped(event) for event in events]
    curves = _curves("as shipped", events, shipped, lambda _: shipped_reliabilities())
    if len(events) >= FEWEST:
        reports = _watched(held_out(events, fitting), len(events), progress)
        curves += _curves("leave one event out", events, reports, reliabilities)
    return curves


def _as_shipped(event: LabelledEvent) -> Report:
    scores = [labelled.pair.score for labelled in event.pairs]
    return regrouped(event, scores, calibration=shipped_calibration())


def _watched(reports: Iterable[Report], total: int, progress: Progress | None) -> list[Report]:
    done: list[Report] = []
    for report in reports:
        done.append(report)
        if progress:
            progress("leaving one event out", len(done), total)
    return done


def _curves(
    title: str,
    events: Sequence[LabelledEvent],
    reports: Iterable[Report],
    measure: Callable[[Sequence[Assessment]], Mapping[Key, float]],
) -> tuple[CalibrationCurve, ...]:
    """One curve of groups, one of discrepancies; ``measure`` takes the assessments of all other events."""
    compared = [_compared(report) for report in reports]
    assessments = [assess(report, event.gold) for report, event in zip(compared, events, strict=True)]
    groups = map(group_observations, compared, assessments)
    discrepancies = (
        discrepancy_observations(assessment, measure([*assessments[:number], *assessments[number + 1 :]]))
        for number, assessment in enumerate(assessments)
    )
    return (
        CalibrationCurve(title=f"groups, {title}", observations=tuple(chain.from_iterable(groups))),
        CalibrationCurve(
            title=f"discrepancies, {title}", observations=tuple(chain.from_iterable(discrepancies))
        ),
    )


def _compared(report: Report) -> Report:
    return replace(report, groups=find_discrepancies(report.groups, report.claims, report.documents))
