"""Comparing two figures: whether they count the same thing, and whether their ranges agree."""

from __future__ import annotations

import re

from reconcile.comparison.counted import apart, open_bearer, open_count, paired_text, same_counted
from reconcile.comparison.figure_range import loosened, range_of, rounded, within_rounding
from reconcile.comparison.units import money_of
from reconcile.comparison.verdicts import undecided
from reconcile.schema import Comparison, QuantityFacet, Side, Verdict

__all__ = ["compare_quantities", "same_counted"]

FAR_APART = 100
"""How many times as much one measure of a thing may be as another (own convention): a range of 2,000
kilometres and a spread of eight metres are two measures, not two accounts of one."""

FAR_ABOVE = 3
"""How many times as much as "more than" a figure may be to be what was meant (own convention): nobody who
knows of 13 million writes "more than 3 million"."""

_SMALL_BOUND = 10
_SCORE = "score"
_SHARES = frozenset({"percent", "percentage point"})
_ADDING = re.compile(r"\b(?:other|another|additional|further|more(?! than))\b", re.IGNORECASE)


def compare_quantities(left: QuantityFacet, right: QuantityFacet) -> Comparison:
    """Agree, compatible (which is more exact), conflict, or undecided where they are not comparable.

    Units are converted within their dimension, where rounding is allowed for; currencies never are.
    """
    different = apart(left, right) or _adds_to_unstated(left, right)
    if different:
        return undecided(different)
    written = " ".join(left.text.casefold().split()) == " ".join(right.text.casefold().split())
    if left.unit == _SCORE:
        return _compared_scores(left, right, written)
    if not written and (_is_unbounded(left) or _is_unbounded(right)):
        return undecided(paired_text("{} and {} cannot be compared: one has no bound", left, right))
    if range_of(left) == range_of(right):
        reason = paired_text("{} and {} are the same figure", left, right)
        return Comparison(verdict=Verdict.AGREE, reason=reason, same_form=written)
    return _differing(left, right)


def _differing(left: QuantityFacet, right: QuantityFacet) -> Comparison:
    """The comparison of two figures that are not the same."""
    may_be_one = _may_be_one(left, right)
    doubt = open_bearer(left, right) or (
        _far_above(left, right) if may_be_one else open_count(left, right) or _open_measure(left, right)
    )
    if doubt:
        return undecided(doubt)
    if may_be_one:
        return _compatible(left, right)
    return Comparison(verdict=Verdict.CONFLICT, reason=_outside(left, right))


def _far_above(left: QuantityFacet, right: QuantityFacet) -> str | None:
    """Why a figure is no more exact than a lower bound far below it: the two may be of two things."""
    lower, upper = sorted((range_of(left), range_of(right)), key=lambda each: each.low)
    is_open = lower.low >= _SMALL_BOUND and lower.high.is_infinite()
    if is_open and upper.low > FAR_ABOVE * lower.low:
        return "one figure is far above the bound that the other names"
    return None


def _open_measure(left: QuantityFacet, right: QuantityFacet) -> str | None:
    """Why two lengths, weights or the like may be of two things; a count or a sum may be that wrong."""
    if left.unit is None or left.unit in _SHARES or money_of(left.unit):
        return None
    smaller, larger = sorted((range_of(left), range_of(right)), key=lambda each: each.low)
    if smaller.high > 0 and larger.low > FAR_APART * smaller.high:
        return "measures so far apart are hardly of one thing"
    return None


def _may_be_one(left: QuantityFacet, right: QuantityFacet) -> bool:
    return loosened(left).meets(loosened(right)) or within_rounding(left, right)


def _adds_to_unstated(left: QuantityFacet, right: QuantityFacet) -> str | None:
    """ "20 other countries" counts from a figure that is not said, unlike "21 countries"."""
    adding = any(_ADDING.search(facet.text) for facet in (left, right))
    differ = left.figure != right.figure
    return "one of the figures adds to another that is not stated" if adding and differ else None


def _is_unbounded(facet: QuantityFacet) -> bool:
    """ "Less than the more than 30 of last year" may be any figure."""
    return facet.low is None and facet.high is None


def _compared_scores(left: QuantityFacet, right: QuantityFacet, written: bool) -> Comparison:
    if (left.low, left.high) == (right.low, right.high):
        reason = paired_text("{} and {} are the same result", left, right)
        return Comparison(verdict=Verdict.AGREE, reason=reason, same_form=written)
    reason = paired_text("{} and {} are different results", left, right)
    return Comparison(verdict=Verdict.CONFLICT, reason=reason)


def _compatible(left: QuantityFacet, right: QuantityFacet) -> Comparison:
    one, other = range_of(left), range_of(right)
    if one.is_point and other.is_point:
        reason = paired_text("{} and {} agree within rounding", left, right)
        return Comparison(verdict=Verdict.COMPATIBLE, reason=reason, more_exact=_finer(left, right))
    for side, narrow, wide in ((Side.LEFT, one, other), (Side.RIGHT, other, one)):
        if narrow.is_point or wide.contains(narrow):
            exact, loose = (left, right) if side is Side.LEFT else (right, left)
            return Comparison(verdict=Verdict.COMPATIBLE, reason=_inside(exact, loose), more_exact=side)
    return Comparison(verdict=Verdict.COMPATIBLE, reason=paired_text("{} and {} overlap", left, right))


def _inside(exact: QuantityFacet, loose: QuantityFacet) -> str:
    """How the more exact figure lies to the other: within it, at its end, or where rounding leaves room."""
    point, wide = range_of(exact), range_of(loose)
    if point.is_point and wide.excludes(point.low):
        return f"{exact.text} is the bound that {loose.text} names"
    if not point.meets(wide):
        return f"{exact.text} is more exact than {loose.text}, which leaves room for it"
    return f"{exact.text} is more exact than {loose.text} and within it"


def _finer(left: QuantityFacet, right: QuantityFacet) -> Side | None:
    one, other = rounded(left), rounded(right)
    sizes = one.high - one.low, other.high - other.low
    if sizes[0] == sizes[1]:
        return None
    return Side.LEFT if sizes[0] < sizes[1] else Side.RIGHT


def _outside(left: QuantityFacet, right: QuantityFacet) -> str:
    one, other = range_of(left), range_of(right)
    if one.is_point == other.is_point:
        return paired_text("{} and {} cannot both be true", left, right)
    exact, loose = (left, right) if one.is_point else (right, left)
    return f"{exact.text} lies outside {loose.text}"
