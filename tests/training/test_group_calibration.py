"""Fitting the calibration on confidences whose worth is known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reconcile import ReconcileError, lexicons
from reconcile.evaluation.calibration import CalibrationCurve, Observation
from reconcile.models.platt_scaling import PlattScaling
from reconcile.training import calibration_table, fit_calibration

TRUTH = PlattScaling(slope=0.5, intercept=-0.7)


def drawn(size: int, seed: int = 1) -> list[Observation]:
    """Confidences that are right as often as ``TRUTH`` says."""
    random = np.random.default_rng(seed)
    scores = random.uniform(0.01, 0.99, size=size)
    return [
        Observation(confidence=float(score), right=float(random.random() < TRUTH.calibrated(float(score))))
        for score in scores
    ]


def test_the_fit_finds_the_scaling() -> None:
    fitted = fit_calibration(drawn(5000))
    assert fitted.slope == pytest.approx(TRUTH.slope, abs=0.05)
    assert fitted.intercept == pytest.approx(TRUTH.intercept, abs=0.1)


def test_calibrated_confidences_err_less_on_events_that_were_not_seen() -> None:
    fitted, unseen = fit_calibration(drawn(500, seed=2)), drawn(2000, seed=3)
    calibrated = [
        Observation(confidence=fitted.calibrated(one.confidence), right=one.right) for one in unseen
    ]
    assert _error(calibrated) < 0.05 < _error(unseen)


def test_a_share_counts_as_so_much_right_and_so_much_wrong() -> None:
    halves = [Observation(confidence=0.9, right=0.5)] * 50
    assert fit_calibration(halves).calibrated(0.9) == pytest.approx(0.5, abs=0.01)


def test_where_surer_is_more_often_wrong_all_get_the_same_share() -> None:
    perverse = [Observation(confidence=x / 10, right=1 - x / 10) for x in range(1, 10)]
    fitted = fit_calibration(perverse)
    assert fitted.slope == 0.0
    assert fitted.calibrated(0.1) == fitted.calibrated(0.9) == pytest.approx(0.5, abs=0.01)


def test_two_that_are_right_make_no_certainty() -> None:
    fitted = fit_calibration([Observation(confidence=score, right=1.0) for score in (0.6, 0.9)])
    assert 0.6 < fitted.calibrated(0.9) < 0.9


def test_nothing_cannot_be_fitted() -> None:
    with pytest.raises(ReconcileError, match="nothing to calibrate"):
        fit_calibration([])


def test_the_table_is_read_back_as_it_was_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(lexicons, "files", lambda _: tmp_path)
    (tmp_path / "scaling.tsv").write_text(calibration_table(TRUTH), encoding="utf-8")
    read = {name: float(value) for name, value in lexicons.mapping("scaling", "somewhere").items()}
    assert PlattScaling(**read) == TRUTH


def _error(observations: list[Observation]) -> float:
    return CalibrationCurve(title="any", observations=tuple(observations)).error
