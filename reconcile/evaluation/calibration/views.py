"""Calibration curves as text for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from tabulate import tabulate

from reconcile.evaluation.calibration.observations import Bin, CalibrationCurve

DIGITS = 4


def calibration_table(curves: Sequence[CalibrationCurve]) -> str:
    """The expected calibration error of each curve, then its bins that are not empty."""
    return "\n\n".join([_summary(curves), *map(_bins, curves)])


def calibration_json(curves: Sequence[CalibrationCurve]) -> str:
    """One object; its ``calibration`` has an object a curve, with all bins."""
    return json.dumps({"calibration": [_fields(curve) for curve in curves]}, indent=1)


def _summary(curves: Sequence[CalibrationCurve]) -> str:
    rows = [
        (
            curve.title,
            len(curve.observations),
            f"{curve.mean.confidence:.3f}",
            f"{curve.mean.right:.3f}",
            f"{curve.error:.3f}",
        )
        for curve in curves
    ]
    return _table(rows, ("confidence of", "count", "mean", "right", "ECE"))


def _bins(curve: CalibrationCurve) -> str:
    rows = [_row(one) for one in curve.bins if one.count]
    return f"{curve.title}\n" + _table(rows, ("confidence", "count", "mean", "right", "gap"))


def _row(one: Bin) -> tuple[object, ...]:
    figures = (one.mean.confidence, one.mean.right, one.gap)
    return (f"{one.low:.1f}-{one.high:.1f}", one.count, *(f"{figure:.3f}" for figure in figures))


def _table(rows: Sequence[tuple[object, ...]], headers: Sequence[str]) -> str:
    aligned = ("left", *("right" for _ in headers[1:]))
    return tabulate(
        rows, headers, tablefmt="simple", disable_numparse=True, colalign=aligned if rows else None
    )


def _fields(curve: CalibrationCurve) -> dict[str, Any]:
    return {
        "title": curve.title,
        "count": len(curve.observations),
        "confidence": round(curve.mean.confidence, DIGITS),
        "right": round(curve.mean.right, DIGITS),
        "ece": round(curve.error, DIGITS),
        "bins": [_bin_fields(one) for one in curve.bins],
    }


def _bin_fields(one: Bin) -> dict[str, float]:
    return {
        "low": one.low,
        "high": one.high,
        "count": one.count,
        "confidence": round(one.mean.confidence, DIGITS),
        "right": round(one.mean.right, DIGITS),
    }
