"""How the shipped models and tables were made."""

from reconcile.training.counterpart_scorer import descriptions_table, fit_descriptions, held_out_precision
from reconcile.training.group_calibration import calibration_table, fit_calibration
from reconcile.training.pair_scorer import Example, cross_validated, fit, weights_table

__all__ = [
    "Example",
    "calibration_table",
    "cross_validated",
    "descriptions_table",
    "fit",
    "fit_calibration",
    "fit_descriptions",
    "held_out_precision",
    "weights_table",
]
