"""What the mean score of a group's pairs is worth."""

from __future__ import annotations

from functools import cache

from reconcile.lexicons import mapping
from reconcile.models.platt_scaling import PlattScaling


@cache
def shipped_calibration() -> PlattScaling:
    """The table ``calibration.tsv``."""
    table = mapping("calibration", __package__)
    return PlattScaling(slope=float(table["slope"]), intercept=float(table["intercept"]))
