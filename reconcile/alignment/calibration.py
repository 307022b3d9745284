"""What the mean score of a group's pairs is worth."""

from __future__ import annotations

from functools import cache

from reconcile.models.platt_scaling import PlattScaling, read_calibration


@cache
def shipped_calibration() -> PlattScaling:
    """The table ``calibration.tsv``."""
    return read_calibration("calibration", __package__)
