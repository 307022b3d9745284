"""Fits the calibration of groups: Platt scaling of the mean scores of their pairs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from reconcile.errors import OptionError
from reconcile.models.platt_scaling import PlattScaling, log_odds

_HEADER = """\
# Calibration of groups: slope, intercept. The confidence of a group is the logistic function of slope times
# the log odds of the mean score of its pairs, plus intercept (Platt scaling; see calibration.py). Fitted by
# `reconcile train`, as weights.tsv is, on the events named in README.md: on the groups of each event, made
# with weights fitted on all other events, and the share of their pairs that gold joins. Apache-2.0.
"""

Shares = NDArray[np.float64]


class Judged(Protocol):
    """A confidence and how far it proved right, each in [0, 1]."""

    @property
    def confidence(self) -> float: ...

    @property
    def right(self) -> float: ...


def fit_calibration(observations: Sequence[Judged]) -> PlattScaling:
    """The scaling that makes the confidences fit what proved right.

    Counts of right and wrong are drawn in as Platt (1999) does, so that a few that are all right make
    no certainty. Where confidences fall as more is right, each gets the same share. Raises
    OptionError where there is nothing to fit.
    """
    if not observations:
        raise OptionError("no group of the events has several sources; there is nothing to calibrate")
    odds = np.array([[log_odds(one.confidence)] for one in observations])
    shares = _drawn_in(np.array([one.right for one in observations]))
    # A share is a right and a wrong example, weighted: scikit-learn takes no fractions as labels.
    regression = LogisticRegression(C=np.inf).fit(
        np.vstack([odds, odds]),
        np.repeat([True, False], len(odds)),
        sample_weight=np.concatenate([shares, 1 - shares]),
    )
    slope, intercept = float(regression.coef_[0, 0]), float(regression.intercept_[0])
    if slope < 0:
        mean = float(shares.mean())
        return PlattScaling(slope=0.0, intercept=float(np.log(mean / (1 - mean))))
    return PlattScaling(slope=slope, intercept=intercept)


def calibration_table(scaling: PlattScaling) -> str:
    """The scaling as the table that the package ships."""
    return f"{_HEADER}slope\t{scaling.slope:.4f}\nintercept\t{scaling.intercept:.4f}\n"


def _drawn_in(shares: Shares) -> Shares:
    right, wrong = float(shares.sum()), float((1 - shares).sum())
    return shares * (right + 1) / (right + 2) + (1 - shares) / (wrong + 2)
