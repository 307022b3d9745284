"""Python values as the plain values that JSON has."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

_LARGEST_EXPONENT = 308


def plain(value: object) -> Any:
    """``value`` as numbers, strings, lists and objects.

    Dates and times become ISO 8601, dataclasses objects, sets sorted lists; what JSON has no
    word for (NaN, infinity, a foreign object) becomes its text.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Decimal):
        return number(value)
    return value.isoformat() if isinstance(value, (dt.date, dt.time)) else _container(value)


def number(value: Decimal) -> int | float | str:
    """A finite decimal as a number, whole ones exactly; its digits where no float is that large."""
    if not value.is_finite() or value.adjusted() >= _LARGEST_EXPONENT:
        return str(value)
    return int(value) if value == value.to_integral_value() else float(value)


def utc(moment: dt.datetime) -> str:
    """An aware moment as ISO 8601 in UTC with a ``Z``."""
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _container(value: object) -> Any:
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted((plain(item) for item in value), key=str)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return str(value)
