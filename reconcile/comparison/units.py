"""Units of measure and currencies: what they measure and how they convert into each other."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from reconcile.lexicons import rows

PER = " per "
"""Joins the two halves of a rate ("USD per barrel")."""

COUNT = "count"
"""The dimension of a plain count, and the upper half of its rate ("count per day")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit: ``value × factor + offset`` is the value in the base unit of its dimension.

    ``names`` are singular words in lower case, ``symbols`` signs whose letter case counts.
    """

    name: str
    dimension: str
    factor: Decimal
    offset: Decimal
    names: tuple[str, ...]
    symbols: tuple[str, ...]

    def to_base(self, value: Decimal) -> Decimal:
        return value * self.factor + self.offset


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """A currency: ``code`` is ISO 4217, or a lower-case name where the code is not known."""

    code: str
    names: tuple[str, ...]
    symbols: tuple[str, ...]
    hundredths: tuple[str, ...]


@cache
def units() -> dict[str, Unit]:
    """All units by name."""
    return {
        name: Unit(
            name=name,
            dimension=dimension,
            factor=Decimal(factor),
            offset=Decimal(offset),
            names=_parts(names),
            symbols=_parts(symbols),
        )
        for name, dimension, factor, offset, names, symbols in rows("units")
    }


@cache
def currencies() -> dict[str, Currency]:
    """All currencies by code."""
    return {
        code: Currency(code=code, names=_parts(names), symbols=_parts(symbols), hundredths=_parts(hundredths))
        for code, names, symbols, hundredths in rows("currencies")
    }


def dimension(unit: str | None) -> str:
    """What ``unit`` measures: a dimension, "money", or "count" for no unit.

    A rate keeps what it is counted per ("money per hour"): pay for a year is not that of 8,760 hours.
    An unknown unit is its own dimension.
    """
    if unit is None or unit == COUNT:
        return COUNT
    if PER in unit and unit not in units():
        above, below = unit.split(PER, 1)
        return f"{dimension(above)}{PER}{below}"
    if unit in currencies():
        return "money"
    return units()[unit].dimension if unit in units() else unit


def money_of(unit: str | None) -> str | None:
    """The currency in ``unit`` ("USD" of "USD per barrel"), None where it is no money."""
    head = (unit or "").split(PER, 1)[0]
    return head if head in currencies() else None


def to_base(value: Decimal, unit: str | None) -> Decimal:
    """``value`` in the base unit of the dimension; money, counts and unknown units stay as they are."""
    if unit is None:
        return value
    known = units().get(unit) or units().get(unit.split(PER, 1)[0])
    return known.to_base(value) if known else value


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
