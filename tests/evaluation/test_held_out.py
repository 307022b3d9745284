"""Nothing of an event's own gold is in the weights and the calibration that it is judged with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from reconcile.alignment.scoring import FEATURES, Features
from reconcile.errors import OptionError
from reconcile.evaluation import read_gold
from reconcile.evaluation.calibration import Observation
from reconcile.evaluation.calibration.curves import calibration_curves
from reconcile.evaluation.held_out import Fitting, calibrate, held_out
from reconcile.evaluation.labels import LabelledEvent, LabelledPair
from reconcile.models.platt_scaling import UNCALIBRATED, PlattScaling
from reconcile.schema import ClaimPair, Report
from reconcile.training import fit, fit_calibration
from tests.evaluation.harbour_event import ReportBuilder, write_event

FITTING = Fitting(weights=fit, calibration=fit_calibration)
STATEMENTS = {
    "A": ["The ferry Aurelia ran aground at dawn", "At least 40 passengers were hurt", "the pier was unsafe"],
    "B": ["The Aurelia, a ferry, struck a sandbank at dawn", "About 55 passengers were hurt", "A tug sank"],
    "C": ["A ferry ran aground on Tuesday", "41 people were hurt", "Café owners sold soup"],
}
JOINED = 2
"""The first two statements of each source are the same; the third are others."""


@pytest.fixture
def events(tmp_path: Path) -> list[LabelledEvent]:
    return [_event(tmp_path / f"harbour {number}", seed=number) for number in range(4)]


def test_the_gold_of_an_event_does_not_change_what_is_reported_of_it(events: list[LabelledEvent]) -> None:
    contrary = [_contrary(events[0]), *events[1:]]
    before, after = list(held_out(events, FITTING)), list(held_out(contrary, FITTING))
    assert _confidences(before[0]) == _confidences(after[0])
    assert _confidences(before[1]) != _confidences(after[1])


def test_an_event_has_the_calibration_of_the_others(events: list[LabelledEvent]) -> None:
    of_others = calibrate(events[1:], FITTING)
    first = next(iter(held_out(events, FITTING)))
    plain = next(iter(held_out(events, Fitting(weights=fit, calibration=lambda _: UNCALIBRATED))))
    assert _confidences(first)
    assert _confidences(first) == pytest.approx(
        [of_others.calibrated(confidence) for confidence in _confidences(plain)], abs=2e-3
    )


def test_a_calibration_sees_each_group_scored_without_its_own_event(events: list[LabelledEvent]) -> None:
    fitted_on: list[int] = []
    seen: list[int] = []

    def weights(pairs: Sequence[LabelledPair]) -> dict[str, float]:
        fitted_on.append(len(pairs))
        return fit(pairs)

    def calibration(observations: Sequence[Observation]) -> PlattScaling:
        seen.append(len(observations))
        return fit_calibration(observations)

    calibrate(events, Fitting(weights=weights, calibration=calibration))
    assert fitted_on == [sum(len(event.pairs) for event in events[1:])] * len(events)
    assert len(seen) == 1
    assert seen[0] >= len(events)


def test_groups_and_findings_are_measured_both_ways(events: list[LabelledEvent]) -> None:
    told: list[tuple[str, int, int]] = []
    curves = calibration_curves(events, FITTING, lambda *step: told.append(step))
    assert [curve.title for curve in curves] == [
        "groups, as shipped",
        "discrepancies, as shipped",
        "groups, leave one event out",
        "discrepancies, leave one event out",
    ]
    assert curves[2].observations
    assert told[-1] == ("leaving one event out", 4, 4)


def test_too_few_events_are_refused(events: list[LabelledEvent]) -> None:
    with pytest.raises(OptionError, match="3 events"):
        list(held_out(events[:2], FITTING))
    with pytest.raises(OptionError, match="two events"):
        calibrate(events[:1], FITTING)


def _event(folder: Path, seed: int) -> LabelledEvent:
    builder = ReportBuilder()
    ids = {source: [builder.claim(source, text) for text in texts] for source, texts in STATEMENTS.items()}
    random = np.random.default_rng(seed)
    pairs = tuple(
        _pair(ids[left][i], ids[right][j], i == j < JOINED, random)
        for left, right in ("AB", "AC", "BC")
        for i in range(len(ids[left]))
        for j in range(len(ids[right]))
    )
    return LabelledEvent(gold=read_gold(write_event(folder)), report=builder.report(), pairs=pairs)


def _pair(left: str, right: str, joined: bool, random: np.random.Generator) -> LabelledPair:
    features = {
        name: float(value) for name, value in zip(FEATURES, random.random(len(FEATURES)), strict=True)
    }
    features["context"] = float(np.clip(random.normal(0.75 if joined else 0.35, 0.15), 0, 1))
    pair = ClaimPair(left=left, right=right, score=0.9 if joined else 0.1)
    return LabelledPair(features=Features(**features), pair=pair, joined=joined)


def _contrary(event: LabelledEvent) -> LabelledEvent:
    """The same texts with a gold that joins nothing which it joined before."""
    return replace(
        event,
        gold=replace(event.gold, groups=()),
        pairs=tuple(replace(pair, joined=not pair.joined) for pair in event.pairs),
    )


def _confidences(report: Report) -> list[float]:
    return [group.confidence for group in report.groups if group.pairs]
