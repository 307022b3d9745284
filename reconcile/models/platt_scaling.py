"""What a score is worth: a probability, by Platt scaling."""

from __future__ import annotations

import math
from dataclasses import dataclass

LEAST = 0.001
"""Scores nearer than this to 0 or 1 are as good as certain; their log odds would run away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlattScaling:
    """The logistic function of ``slope`` times the log odds plus ``intercept`` (Platt 1999).

    ``slope`` is 0 or more, so that a higher score never makes a lower confidence; raises ValueError
    otherwise.
    """

    slope: float
    intercept: float

    def __post_init__(self) -> None:
        if not self.slope >= 0:
            raise ValueError(f"the slope of a calibration is 0 or more, not {self.slope}")

    def calibrated(self, score: float) -> float:
        """The probability, in [0, 1], that ``score``, in [0, 1], stands for."""
        exponent = self.slope * log_odds(score) + self.intercept
        # Written for either sign, so that no exponential overflows.
        part = math.exp(-abs(exponent))
        return (1.0 if exponent >= 0 else part) / (1.0 + part)


UNCALIBRATED = PlattScaling(slope=1.0, intercept=0.0)
"""Leaves scores as they are."""


def log_odds(score: float) -> float:
    """The logarithm of the odds of ``score``, in [0, 1], both ends drawn in by ``LEAST``."""
    inside = min(1.0 - LEAST, max(LEAST, score))
    return math.log(inside / (1.0 - inside))
