"""How the shipped models and tables were made."""

from reconcile.training.pair_scorer import Example, cross_validated, fit, weights_table

__all__ = ["Example", "cross_validated", "fit", "weights_table"]
