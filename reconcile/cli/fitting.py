"""What commands that fit need beyond the rest: the training room and its libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reconcile.errors import OptionError

if TYPE_CHECKING:
    from reconcile.evaluation.held_out import Fitting


def fitting() -> Fitting:
    """How weights and calibration are fitted. Raises OptionError where scikit-learn is not installed."""
    from reconcile.evaluation.held_out import Fitting

    try:
        from reconcile.training import fit, fit_calibration
    except ModuleNotFoundError as error:
        raise OptionError(f"fitting needs {error.name}: pip install 'reconcile[train]'") from error
    return Fitting(weights=fit, calibration=fit_calibration)
