"""Quarters, halves, fiscal years and weeks of a month: "the third quarter of 2009"."""

from __future__ import annotations

import re

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import DAY, half, month, quarter, week, year_of
from reconcile.facets.temporal.dates import in_order
from reconcile.facets.temporal.reading import Context, Reading, Rule, calendar, rule, unresolved
from reconcile.schema import Granularity, Interval


def _quarter_or_half(match: re.Match[str], context: Context) -> Reading | None:
    unit = "half" if match["u"].lower() == "half" else "quarter"
    words = {"first": 1, "second": 2, "third": 3, "fourth": 4}
    last = 4 if unit == "quarter" else 2
    number = int(match["q"]) if match["q"] else words.get((match["n"] or "").lower(), last)
    granularity = Granularity.QUARTER if unit != "half" else Granularity.HALF_YEAR
    if number > last and unit == "half":
        return None
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


def _quarters_in_order(about: list[Interval], match: re.Match[str], context: Context) -> list[Interval]:
    """Ahead: the first that has not ended; else the last that is nearly over."""
    today = context.published
    assert today is not None
    past = [q for q in about if q.begin + (q.end - q.begin) * 2 // 3 <= today]
    future = [q for q in about if q.end > today]
    ahead = context.outlook(match.start(), match.end())
    nearest = [future[0], past[-1]] if ahead.future else [past[-1], future[0]]
    return nearest[:1] if ahead.certain else nearest


def _fiscal_year(match: re.Match[str], context: Context) -> Reading:
    if context.published is None:
        return unresolved(Granularity.YEAR)
    year = context.published.year + v.shift_of(match["shift"] or "this")
    return calendar(Granularity.YEAR, year_of(year), relative=True)


def _week_of_month(match: re.Match[str], context: Context) -> Reading | None:
    number = v.month_number(match["m"])
    if match["y"]:
        months = [month(int(match["y"]), number)]
    elif context.published is None:
        return unresolved(Granularity.WEEK)
    else:
        today = context.published
        firsts = [month(year, number).begin for year in range(today.year - 1, today.year + 2)]
        ahead = context.outlook(match.start("m"), match.end("m"))
        months = [month(d.year, d.month) for d in in_order(firsts, today, ahead)]
    word = match["n"].lower()
    weeks = (
        week(m.end - 7 * DAY)
        if word in {"last", "final"}
        else week(m.begin + 7 * (v.ORDINALS[word] - 1) * DAY)
        for m in months
    )
    return calendar(Granularity.WEEK, *weeks, relative=match["y"] is None)


_FISCAL = r"(?:(?:fiscal|financial)(?:\s+year)?\s+)?"
_WHOSE = (
    rf"(?:(?P<of>,?\s+(?:of\s+|in\s+)?(?:the\s+)?){_FISCAL}"
    rf"(?:(?P<y>{v.YEAR})|(?P<year>last|this|next|previous)\s+year|the\s+year)\b)?"
)
_NTH = r"(?:first|second|third|fourth|final|last)"

RULES: tuple[Rule, ...] = (
    rule(
        "half",
        rf"\b(?:the\s+)?(?:fiscal\s+)?(?P<n>{_NTH})(?P<q>)[\s-]+(?:fiscal\s+)?(?P<u>quarter|half){_WHOSE}(?!-)\b",
        _quarter_or_half,
    ),
    rule("quarter", rf"\b(?P<y>{v.YEAR})[\s-]?(?P<u>Q)(?P<q>[1-4])(?P<n>)\b", _quarter_or_half),
    rule("quarter", rf"\b(?P<u>Q)(?P<q>[1-4])(?P<n>){_WHOSE}\b", _quarter_or_half),
    rule(
        "unit",
        r"\b(?:the\s+)?(?:(?P<shift>last|this|next|current|previous)\s+)?(?:fiscal|financial)\s+year\b(?!\s+\d)",
        _fiscal_year,
    ),
    rule(
        "month",
        rf"\b(?:the\s+)?(?P<n>first|second|third|fourth|last|final)\s+week\s+(?:of|in)\s+(?P<m>{v.MONTH})(?:,?\s+(?P<y>{v.YEAR}))?\b",
        _week_of_month,
    ),
)
