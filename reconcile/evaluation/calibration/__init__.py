"""How far confidences can be trusted: held against gold, drawn as curves, and told."""

from reconcile.evaluation.calibration.observations import (
    BINS,
    Bin,
    CalibrationCurve,
    Observation,
    discrepancy_observations,
    group_observations,
)

__all__ = [
    "BINS",
    "Bin",
    "CalibrationCurve",
    "Observation",
    "discrepancy_observations",
    "group_observations",
]
