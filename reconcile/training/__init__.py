"""How the shipped models and tables were made."""

from reconcile.training.finding_scorer import (
    DESCRIPTIONS,
    DIVERGENCES,
    FINDINGS,
    FindingScorer,
    average_precision,
)
from reconcile.training.group_calibration import calibration_table, fit_calibration
from reconcile.training.pair_scorer import Example, cross_validated, fit, weights_table

__all__ = [
    "DESCRIPTIONS",
    "DIVERGENCES",
    "FINDINGS",
    "Example",
    "FindingScorer",
    "average_precision",
    "calibration_table",
    "cross_validated",
    "fit",
    "fit_calibration",
    "weights_table",
]
