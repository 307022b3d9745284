"""Quarters, halves and fiscal years: "the third quarter of 2009"."""

from __future__ import annotations

import re

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import half, quarter, year_of
from reconcile.facets.temporal.dates import NEAR
from reconcile.facets.temporal.reading import Context, Reading, Rule, calendar, rule, unresolved
from reconcile.schema import Granularity, Interval


def _quarter_or_half(match: re.Match[str], context: Context) -> Reading | None:
    unit = "half" if match["u"].lower() in {"half", "h"} else "quarter"
    number = _number(match, last=4 if unit == "quarter" else 2)
    if number is None:
        return None
    granularity = Granularity.QUARTER if unit != "half" else Granularity.HALF_YEAR
    make = half if unit == "half" else quarter
    if match["y"]:
        return calendar(granularity, make(int(match["y"]), number))
    if context.published is None:
        return unresolved(granularity)
    if match["year"]:
        year = context.published.year + v.shift_of(match["year"])
        return calendar(granularity, make(year, number), relative=True)
    if unit == "half" and match["of"] is None:
        return None
    about = [make(year, number) for year in range(context.published.year - 1, context.published.year + 2)]
    return calendar(granularity, *_quarters_in_order(about, match, context), relative=True)


def _number(match: re.Match[str], *, last: int) -> int | None:
    """Which quarter or half; None for a third half, and for "the last quarter" as the one before this."""
    if match["q"]:
        return int(match["q"]) if int(match["q"]) <= last else None
    word = match["n"].lower()
    if word == "last" and match["of"] is None and match["y"] is None:
        return None
    number = (
        last if word in {"last", "final"} else v.day_number(word) if word[0].isdigit() else v.ORDINALS[word]
    )
    return number if number <= last else None


def _quarters_in_order(about: list[Interval], match: re.Match[str], context: Context) -> list[Interval]:
    """Ahead: the first that has not ended; else the last that is nearly over.

    Where the tense leaves it open, one that is soon to begin beats one most of a year ago.
    """
    today = context.published
    assert today is not None
    past = [q for q in about if q.begin + (q.end - q.begin) * 2 // 3 <= today][-1]
    future = next(q for q in about if q.end > today)
    ahead = context.outlook(match.start(), match.end())
    if ahead.certain:
        return [future if ahead.future else past]
    soon = (future.begin - today).days <= NEAR < (today - past.end).days
    return [future, past] if ahead.future or soon else [past, future]


def _fiscal_year(match: re.Match[str], context: Context) -> Reading:
    if context.published is None:
        return unresolved(Granularity.YEAR)
    year = context.published.year + v.shift_of(match["shift"] or "this")
    return calendar(Granularity.YEAR, year_of(year), relative=True)


_FISCAL = r"(?:(?:fiscal|financial)(?:\s+year)?\s+|FY\s?)?"
_WHOSE = (
    rf"(?:(?P<of>,?\s+(?:of\s+|in\s+)?(?:the\s+)?){_FISCAL}"
    rf"(?:(?P<y>{v.YEAR})|(?P<year>last|this|next|previous)\s+year|the\s+year)\b)?"
)
_NTH = r"(?:first|second|third|fourth|final|last|1st|2nd|3rd|4th)"

RULES: tuple[Rule, ...] = (
    rule(
        "half",
        rf"\b(?:the\s+)?(?:fiscal\s+)?(?P<n>{_NTH})(?P<q>)[\s-]+(?:fiscal\s+)?(?P<u>quarter|half){_WHOSE}(?!-)\b",
        _quarter_or_half,
    ),
    rule("quarter", rf"\b(?P<y>{v.YEAR})[\s-]?(?P<u>[QH])(?P<q>[1-4])(?P<n>)(?P<of>)\b", _quarter_or_half),
    rule("quarter", rf"\b(?P<u>[QH])(?P<q>[1-4])(?P<n>){_WHOSE}\b", _quarter_or_half),
    rule(
        "unit",
        r"\b(?:the\s+)?(?:(?P<shift>last|this|next|current|previous)\s+)?(?:fiscal|financial)\s+year\b(?!\s+\d)",
        _fiscal_year,
    ),
)
