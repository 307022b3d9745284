"""A figure as a range in base units, and how far rounding and vague words stretch it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from reconcile.comparison.units import to_base
from reconcile.lexicons import rows
from reconcile.schema import QuantityFacet

ROUNDING = Decimal("0.05")
"""Most that a figure may be off by rounding, as a share of it (own convention)."""

CONVERTED = Decimal("0.02")
"""The same for a range whose number is not known as it was written, once units are converted."""

LOOSE = (Decimal("0.25"), Decimal(1))
"""How far below and above its bounds a vague word may still hold, as shares of them (own convention:
19 may be "several")."""

DOZEN = Decimal("0.1")
"""How far a figure given in dozens may be off, as a share of it (own convention: 13 may be "a dozen")."""

_ANY = Decimal("Infinity")
_HALF = Decimal("0.5")
_LARGE = 1000
_IN_DOZENS = re.compile(r"\bdozen\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRange:
    """A figure in base units; an excluded end is that of "more than" or "nearly"."""

    low: Decimal
    high: Decimal
    excludes_low: bool
    excludes_high: bool

    @property
    def is_point(self) -> bool:
        return self.low == self.high

    def contains(self, other: FigureRange) -> bool:
        above = (self.low, self.excludes_low) <= (other.low, other.excludes_low or other.is_point)
        below = (-self.high, self.excludes_high) <= (-other.high, other.excludes_high or other.is_point)
        return above and below

    def meets(self, other: FigureRange) -> bool:
        """Whether the two share a value. What reaches the end that the other only excludes still meets it:
        news rounds, so "300" (or "at most 300") and "more than 300" can both be true."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        return not (self.excludes(low) and other.excludes(low))

    def excludes(self, value: Decimal) -> bool:
        """Whether ``value`` is an end of the range that does not belong to it."""
        at_low = self.excludes_low and value == self.low
        return at_low or (self.excludes_high and value == self.high)

    def widened(self, below: Decimal, above: Decimal) -> FigureRange:
        return replace(self, low=self.low - below, high=self.high + above)


def range_of(facet: QuantityFacet) -> FigureRange:
    """The bounds in base units; what has no bound reaches to infinity."""
    low = -_ANY if facet.low is None else to_base(facet.low, facet.unit)
    high = _ANY if facet.high is None else to_base(facet.high, facet.unit)
    effect = _effect(facet)
    return FigureRange(
        low=low,
        high=high,
        excludes_low=low != high and effect in ("above", "just above"),
        excludes_high=low != high and effect in ("below", "near"),
    )


def within_rounding(left: QuantityFacet, right: QuantityFacet) -> bool:
    """Whether the two are one figure, rounded.

    Both may be rounded where a unit was converted or a fraction stands against a percentage ("a third", 33
    percent). Else one must be the other rounded: "1.3 million" of 1,284,000, but 30 dead are not 32.
    """
    if left.unit != right.unit or is_fraction(left) != is_fraction(right):
        return rounded(left).meets(rounded(right))
    return _is_rounded_from(left, right) or _is_rounded_from(right, left)


def rounded(facet: QuantityFacet) -> FigureRange:
    """The range widened by half a unit of the last significant digit that was written."""
    scale = to_base(Decimal(1), facet.unit) - to_base(Decimal(0), facet.unit)
    return range_of(facet).widened(_rounding(facet, facet.low) * scale, _rounding(facet, facet.high) * scale)


def loosened(facet: QuantityFacet) -> FigureRange:
    """The range that a vague word leaves room for; other figures keep theirs."""
    bounds = range_of(facet)
    if not is_vague(facet):
        return bounds
    below, above = LOOSE
    low = Decimal(0) if facet.low is None else abs(bounds.low) * below
    high = Decimal(0) if facet.high is None else abs(bounds.high) * above
    return bounds.widened(low, high)


def is_vague(facet: QuantityFacet) -> bool:
    """Whether it is a vague number word ("dozens", "several"): no figure, and no share or measure."""
    worded = facet.approximate and facet.figure is None and not any(c.isdigit() for c in facet.text)
    return worded and facet.unit is None and facet.counted != "age"


def is_fraction(facet: QuantityFacet) -> bool:
    """Whether a percentage was written as a fraction: its figure is then the fraction."""
    stated = facet.low if facet.low is not None else facet.high
    return (
        facet.unit == "percent"
        and facet.figure is not None
        and stated is not None
        and abs(facet.figure) <= 1 < abs(stated)
    )


def _is_rounded_from(coarse: QuantityFacet, fine: QuantityFacet) -> bool:
    """Whether ``coarse`` is what ``fine`` gives when rounded to fewer digits."""
    if coarse.figure is None or fine.figure is None or coarse.ordinal:
        return False
    if _IN_DOZENS.search(coarse.text) and coarse.unit is None:
        return _spread(range_of(coarse), coarse.figure, DOZEN).meets(range_of(fine))
    places = _last_place(coarse.figure), _last_place(fine.figure)
    large = abs(coarse.figure) >= _LARGE or places[1] < 0
    return large and places[0] > places[1] and rounded(coarse).meets(range_of(fine))


def _spread(bounds: FigureRange, figure: Decimal, share: Decimal) -> FigureRange:
    """``bounds`` reaching at least ``share`` of ``figure`` to either side of it."""
    off = abs(figure) * share
    return replace(bounds, low=min(bounds.low, figure - off), high=max(bounds.high, figure + off))


def _rounding(facet: QuantityFacet, bound: Decimal | None) -> Decimal:
    """Half a unit of the last digit of the figure as written, in the facet's unit."""
    if bound is None:
        return Decimal(0)
    if is_fraction(facet):
        return _HALF
    if facet.figure is None:
        return abs(bound) * CONVERTED
    return min(Decimal(1).scaleb(_last_place(facet.figure)) * _HALF, abs(facet.figure) * ROUNDING)


def _last_place(value: Decimal) -> int:
    """The power of ten of the last significant digit: 2 for 1,500, -1 for 61.4."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _effect(facet: QuantityFacet) -> str | None:
    """What the words before the figure do to it (lexicon quantity_modifiers)."""
    words = facet.text.lower().split()
    for count in range(min(len(words), 5), 0, -1):
        effect = _modifiers().get(" ".join(words[:count]))
        if effect:
            return effect
    return None


@cache
def _modifiers() -> dict[str, str]:
    return {words: effect for words, place, effect in rows("quantity_modifiers") if place == "before"}
