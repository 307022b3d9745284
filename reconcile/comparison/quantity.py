"""Comparing two figures: whether they count the same thing, and whether their ranges agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from reconcile.comparison.units import dimension, money_of, to_base
from reconcile.lexicons import rows
from reconcile.schema import Comparison, QuantityFacet, Side, Verdict

ROUNDING = Decimal("0.05")
"""Most that a figure may be off by rounding, as a share of it, once units are converted (own convention)."""

_AGE = "age"
_SCORE = "score"
_PERSON = "person"
_ANY = Decimal("Infinity")
_HALF = Decimal("0.5")

_ADDING = re.compile(r"\b(?:other|another|additional|further|more(?! than))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Range:
    """A figure in base units; an excluded end is that of "more than" or "nearly"."""

    low: Decimal
    high: Decimal
    excludes_low: bool
    excludes_high: bool

    @property
    def is_point(self) -> bool:
        return self.low == self.high

    def contains(self, other: _Range) -> bool:
        above = (self.low, self.excludes_low) <= (other.low, other.excludes_low or other.is_point)
        below = (-self.high, self.excludes_high) <= (-other.high, other.excludes_high or other.is_point)
        return above and below

    def meets(self, other: _Range) -> bool:
        """Whether the two share a value. A figure that names the excluded end itself still meets it:
        news rounds, so "300" and "more than 300" can both be true."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        closed = not (self._excludes(low) or other._excludes(low))
        return closed or self.is_point or other.is_point

    def widened(self, below: Decimal, above: Decimal) -> _Range:
        return replace(self, low=self.low - below, high=self.high + above)

    def _excludes(self, value: Decimal) -> bool:
        at_low = self.excludes_low and value == self.low
        return at_low or (self.excludes_high and value == self.high)


def compare_quantities(left: QuantityFacet, right: QuantityFacet) -> Comparison:
    """Agree, compatible (which is more exact), conflict, or undecided where they are not comparable.

    Units are converted within their dimension, where rounding is allowed for; currencies never are.
    """
    apart = _apart(left, right) or _adds_to_unstated(left, right)
    if apart:
        return Comparison(verdict=Verdict.UNDECIDED, reason=apart)
    written = " ".join(left.text.casefold().split()) == " ".join(right.text.casefold().split())
    if left.unit == _SCORE:
        return _compared_scores(left, right, written)
    one, other = _range_of(left), _range_of(right)
    if one == other:
        return Comparison(
            verdict=Verdict.AGREE,
            reason=_pair("{} and {} are the same figure", left, right),
            same_form=written,
        )
    if not one.meets(other) and not _within_rounding(left, right):
        return Comparison(verdict=Verdict.CONFLICT, reason=_outside(left, right))
    return _compatible(left, right)


def same_counted(left: QuantityFacet, right: QuantityFacet) -> bool:
    """Whether both figures count or measure the same thing; one without a noun fits any other."""
    if left.ordinal != right.ordinal or dimension(left.unit) != dimension(right.unit):
        return False
    if _AGE in (left.counted, right.counted):
        return left.counted == right.counted
    return left.counted is None or right.counted is None or _same_noun(left.counted, right.counted)


def _adds_to_unstated(left: QuantityFacet, right: QuantityFacet) -> str | None:
    """ "20 other countries" counts from a figure that is not said, unlike "21 countries"."""
    adding = any(_ADDING.search(facet.text) for facet in (left, right))
    differ = left.figure != right.figure
    return "one of the figures adds to another that is not stated" if adding and differ else None


def _apart(left: QuantityFacet, right: QuantityFacet) -> str | None:
    """Why the two cannot be compared, None where they can."""
    if left.ordinal != right.ordinal:
        return "a rank and a count are different things"
    if dimension(left.unit) != dimension(right.unit):
        return _pair("{} and {} measure different things", left, right)
    if money_of(left.unit) != money_of(right.unit):
        return _pair("{} and {} are in different currencies, which are not converted", left, right)
    if not same_counted(left, right):
        return _pair("{} and {} count different things", left, right)
    return None


def _compared_scores(left: QuantityFacet, right: QuantityFacet, written: bool) -> Comparison:
    if (left.low, left.high) == (right.low, right.high):
        return Comparison(
            verdict=Verdict.AGREE,
            reason=_pair("{} and {} are the same result", left, right),
            same_form=written,
        )
    return Comparison(verdict=Verdict.CONFLICT, reason=_pair("{} and {} are different results", left, right))


def _compatible(left: QuantityFacet, right: QuantityFacet) -> Comparison:
    one, other = _range_of(left), _range_of(right)
    if one.is_point and other.is_point:
        finer = _finer(left, right)
        reason = _pair("{} and {} agree within rounding", left, right)
        return Comparison(verdict=Verdict.COMPATIBLE, reason=reason, more_exact=finer)
    for side, narrow, wide in ((Side.LEFT, one, other), (Side.RIGHT, other, one)):
        if narrow.is_point or wide.contains(narrow):
            exact, loose = (left, right) if side is Side.LEFT else (right, left)
            reason = f"{exact.text} is more exact than {loose.text} and within it"
            return Comparison(verdict=Verdict.COMPATIBLE, reason=reason, more_exact=side)
    return Comparison(verdict=Verdict.COMPATIBLE, reason=_pair("{} and {} overlap", left, right))


def _range_of(facet: QuantityFacet) -> _Range:
    low = -_ANY if facet.low is None else to_base(facet.low, facet.unit)
    high = _ANY if facet.high is None else to_base(facet.high, facet.unit)
    effect = _effect(facet)
    return _Range(
        low=low,
        high=high,
        excludes_low=low != high and effect in ("above", "just above"),
        excludes_high=low != high and effect in ("below", "near"),
    )


def _effect(facet: QuantityFacet) -> str | None:
    """What the words before the figure do to it (lexicon quantity_modifiers)."""
    words = facet.text.lower().split()
    for count in range(min(len(words), 5), 0, -1):
        effect = _modifiers().get(" ".join(words[:count]))
        if effect:
            return effect
    return None


def _within_rounding(left: QuantityFacet, right: QuantityFacet) -> bool:
    """Whether the two meet once each is widened by half a unit of its last significant digit.

    Only where a conversion or a fraction ("a third", 33 percent) stands between them.
    """
    if left.unit == right.unit and _is_fraction(left) == _is_fraction(right):
        return False
    return _widened(left).meets(_widened(right))


def _widened(facet: QuantityFacet) -> _Range:
    scale = to_base(Decimal(1), facet.unit) - to_base(Decimal(0), facet.unit)
    below = _rounding(facet.low, facet) * scale
    above = _rounding(facet.high, facet) * scale
    return _range_of(facet).widened(below, above)


def _rounding(value: Decimal | None, facet: QuantityFacet) -> Decimal:
    if value is None:
        return Decimal(0)
    if _is_fraction(facet):
        return _HALF
    exponent = value.normalize().as_tuple().exponent
    digit = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
    return min(digit * _HALF, abs(value) * ROUNDING)


def _is_fraction(facet: QuantityFacet) -> bool:
    """Whether a percentage was written as a fraction: its figure is then the fraction."""
    stated = facet.low if facet.low is not None else facet.high
    return (
        facet.unit == "percent"
        and facet.figure is not None
        and stated is not None
        and abs(facet.figure) <= 1 < abs(stated)
    )


def _finer(left: QuantityFacet, right: QuantityFacet) -> Side | None:
    one, other = (_widened(facet) for facet in (left, right))
    sizes = one.high - one.low, other.high - other.low
    if sizes[0] == sizes[1]:
        return None
    return Side.LEFT if sizes[0] < sizes[1] else Side.RIGHT


def _outside(left: QuantityFacet, right: QuantityFacet) -> str:
    one, other = _range_of(left), _range_of(right)
    if one.is_point == other.is_point:
        return _pair("{} and {} cannot both be true", left, right)
    exact, loose = (left, right) if one.is_point else (right, left)
    return f"{exact.text} lies outside {loose.text}"


def _pair(template: str, left: QuantityFacet, right: QuantityFacet) -> str:
    """``template`` with both texts in an order that does not depend on the side."""
    return template.format(*sorted((left.text, right.text)))


def _same_noun(left: str, right: str) -> bool:
    one, other = left.casefold(), right.casefold()
    if one == other:
        return True
    kinds = _kind(left), _kind(right)
    if kinds[0] is None or kinds[1] is None or kinds[0][0] != kinds[1][0]:
        return False
    return kinds[0][1] == kinds[1][1] or "" in (kinds[0][1], kinds[1][1])


def _kind(noun: str) -> tuple[str, str] | None:
    """What a noun is and which kind of it; a capitalised noun is taken for persons of a nation or group."""
    known = _kinds().get(noun.casefold())
    if known is None and noun[:1].isupper():
        return _PERSON, noun.casefold()
    return known


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in rows("quantity_counted")}


@cache
def _modifiers() -> dict[str, str]:
    return {words: effect for words, place, effect in rows("quantity_modifiers") if place == "before"}
