"""A figure while it is being read: a range of a unit with its place in the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What one figure says so far. Offsets are those of the sentence's text.

    ``number`` ends where the words that count or measure may follow ("30| countries",
    "5 km| away"). ``value`` is the number as written, None for vague words and ranges. ``scale`` is
    the factor of its last scale word, ``spelt`` and ``part`` say that it is in words and a fraction.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    value: Decimal | None = None
    unit: str | None = None
    counted: str | None = None
    scale: Decimal = Decimal(1)
    approximate: bool = False
    ordinal: bool = False
    spelt: bool = False
    part: bool = False
