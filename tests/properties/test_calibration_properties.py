"""Whatever is fitted: a higher score never makes a lower confidence, and all figures stay in [0, 1]."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.evaluation.calibration import BINS, CalibrationCurve, Observation
from reconcile.models.platt_scaling import LEAST, UNCALIBRATED, PlattScaling
from reconcile.training import fit_calibration

UNIT = st.floats(0, 1)
OBSERVATIONS = st.lists(st.builds(Observation, confidence=UNIT, right=UNIT), min_size=1, max_size=30)
SCALINGS = st.builds(PlattScaling, slope=st.floats(0, 1e3), intercept=st.floats(-1e3, 1e3))


@given(SCALINGS, UNIT, UNIT)
def test_a_calibration_is_monotone_and_stays_in_the_unit_interval(
    scaling: PlattScaling, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    assert 0.0 <= scaling.calibrated(low) <= scaling.calibrated(high) <= 1.0


@settings(max_examples=50)
@given(OBSERVATIONS, UNIT, UNIT)
def test_whatever_a_calibration_is_fitted_to_it_is_monotone(
    observations: list[Observation], one: float, other: float
) -> None:
    scaling = fit_calibration(observations)
    low, high = sorted((one, other))
    assert 0.0 <= scaling.calibrated(low) <= scaling.calibrated(high) <= 1.0


@given(st.floats(LEAST, 1 - LEAST))
def test_the_identity_leaves_scores_as_they_are(score: float) -> None:
    assert UNCALIBRATED.calibrated(score) == pytest.approx(score)


@given(OBSERVATIONS)
def test_every_observation_is_in_one_bin_and_the_error_in_the_unit_interval(
    observations: list[Observation],
) -> None:
    curve = CalibrationCurve(title="any", observations=tuple(observations))
    assert len(curve.bins) == BINS
    assert sum(one.count for one in curve.bins) == len(observations)
    assert 0.0 <= curve.error <= 1.0 + 1e-9
    assert all(one.low - 1e-9 <= one.mean.confidence <= one.high for one in curve.bins if one.count)
