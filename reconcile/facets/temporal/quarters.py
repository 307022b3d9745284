"""Quarters, halves and fiscal years: "the third quarter of 2009"."""

from __future__ import annotations

import datetime as dt
import re

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import DAY, half, quarter, shifted_months, year_of
from reconcile.facets.temporal.dates import NEAR, in_order
from reconcile.facets.temporal.reading import Context, Outlook, Reading, Rule, calendar, rule, unresolved
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


def _ended(match: re.Match[str], context: Context) -> Reading:
    """ "the fiscal year ended June 30": the twelve months up to that day."""
    number, day_of_month = v.month_number(match["m"]), v.day_number(match["d"])
    unit = match["u"].lower()
    if not match["y"] and context.published is None:
        return unresolved(Granularity.RANGE)
    years = [int(match["y"])] if match["y"] else _years_about(context)
    dates = [dt.date(year, number, day_of_month) for year in years]
    if not match["y"] and context.published is not None:
        ahead = Outlook(future=match["way"].lower() != "ended", certain=True)
        dates = in_order(dates, context.published, ahead)
    months = _MONTHS_IN.get(unit)
    ends = [date + DAY for date in dates]
    spans = [Interval(shifted_months(end, -months) if months else end - 7 * DAY, end) for end in ends]
    return calendar(Granularity.RANGE, *spans, relative=not match["y"])


def _years_about(context: Context) -> range:
    assert context.published is not None
    return range(context.published.year - 1, context.published.year + 2)


def _fiscal_year(match: re.Match[str], context: Context) -> Reading:
    if context.published is None:
        return unresolved(Granularity.YEAR)
    year = context.published.year + v.shift_of(match["shift"] or "this")
    return calendar(Granularity.YEAR, year_of(year), relative=True)


_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}
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
    rule(
        "half",
        rf"\b(?:(?P<y>{v.YEAR})(?:['’]s)?|(?P<year>last|this|next|previous)\s+year['’]s)\s+(?:fiscal\s+)?(?P<n>{_NTH})(?P<q>)(?P<of>)[\s-]+(?:fiscal\s+)?(?P<u>quarter|half)(?!-)\b",
        _quarter_or_half,
    ),
    rule("quarter", rf"\b(?P<y>{v.YEAR})[\s-]?(?P<u>[QH])(?P<q>[1-4])(?P<n>)(?P<of>)\b", _quarter_or_half),
    rule("quarter", rf"\b(?P<u>[QH])(?P<q>[1-4])(?P<n>){_WHOSE}\b", _quarter_or_half),
    rule(
        "unit",
        rf"\b(?:the\s+|its\s+)?(?:fiscal\s+|financial\s+)?(?P<u>quarter|year|half|month|week)(?=\s+(?:that\s+)?(?P<way>ended|ending|ends)\s+(?:on\s+)?(?P<m>{v.MONTH})\s+(?P<d>{v.DAY_NUMBER})(?:,?\s+(?P<y>{v.YEAR}))?\b)",
        _ended,
    ),
    rule(
        "unit",
        r"\b(?:the\s+)?(?:(?P<shift>last|this|next|current|previous|latest|most\s+recent)\s+)?(?:fiscal|financial)\s+year\b(?!\s+\d)",
        _fiscal_year,
    ),
)
