"""Comparing two lengths of time."""

from __future__ import annotations

from decimal import Decimal

from reconcile.comparison.time_wording import UNITS, length_in_words, quoted
from reconcile.comparison.verdicts import compatible, undecided
from reconcile.schema import Comparison, Side, TimeFacet, Verdict

_YEAR, _MONTH = dict(UNITS)["year"], dict(UNITS)["month"]

_DISPARATE = 30
"""How many times longer than the least of an open length ("hours") one no longer is the same."""


def compare_durations(left: TimeFacet, right: TimeFacet) -> Comparison:
    """Equal lengths agree; one within the other, or that the other rounds ("187 minutes" to "three
    hours"), is compatible and the more exact; what does not overlap conflicts."""
    if _is_boundless(left) or _is_boundless(right):
        return undecided(f"{quoted(left)} or {quoted(right)} has no known length")
    if _in_months(left) == _in_months(right):
        return Comparison(verdict=Verdict.AGREE, reason=f"both are {length_in_words(left)}")
    if _is_disparate(left, right) or _is_disparate(right, left):
        return undecided(f"{quoted(left)} and {quoted(right)} are of different orders of length")
    for side, outer, inner in ((Side.RIGHT, left, right), (Side.LEFT, right, left)):
        if _holds(outer, inner) or _rounds(outer, inner):
            words = "lies within" if _holds(outer, inner) else "is rounded to"
            return compatible(f"{length_in_words(inner)} {words} {length_in_words(outer)}", side)
    if _starts_before_end(left, right) and _starts_before_end(right, left):
        return compatible(f"{length_in_words(left)} overlaps {length_in_words(right)}")
    return Comparison(
        verdict=Verdict.CONFLICT, reason=f"{length_in_words(left)} is not {length_in_words(right)}"
    )


def _is_boundless(time: TimeFacet) -> bool:
    return time.length_low is None and time.length_high is None


def _is_disparate(open_one: TimeFacet, other: TimeFacet) -> bool:
    """ "hours" beside "eight days": within the words, and yet hardly meant."""
    low, least = open_one.length_low or 0, other.length_low or 0
    return open_one.length_high is None and 0 < low * _DISPARATE < least


def _holds(outer: TimeFacet, inner: TimeFacet) -> bool:
    from_below = (outer.length_low or 0) <= (inner.length_low or 0)
    if outer.length_high is None:
        return from_below
    return from_below and inner.length_high is not None and inner.length_high <= outer.length_high


def _starts_before_end(one: TimeFacet, other: TimeFacet) -> bool:
    return other.length_high is None or (one.length_low or 0) <= other.length_high


def _rounds(rough: TimeFacet, fine: TimeFacet) -> bool:
    """Whether ``rough`` is the nearest whole count of a unit in which ``fine`` is not given."""
    length, exact = _length(rough), _length(fine)
    if length is None or exact is None:
        return False
    unit = next((seconds for _, seconds in UNITS if length >= seconds and length % seconds == 0), None)
    return unit is not None and exact % unit != 0 and 2 * abs(exact - length) < unit


def _in_months(time: TimeFacet) -> tuple[Decimal | None, Decimal | None]:
    """The bounds in seconds, those of whole half years counted in months of 30 days: "18 months" and "a year
    and a half" are one length."""
    return _months(time.length_low), _months(time.length_high)


def _months(seconds: Decimal | None) -> Decimal | None:
    half_years = None if seconds is None else 2 * seconds / _YEAR
    if half_years is None or half_years != half_years.to_integral_value():
        return seconds
    return half_years * 6 * _MONTH


def _length(time: TimeFacet) -> Decimal | None:
    return time.length_low if time.length_low == time.length_high else None
