"""Ranges: "from 2014 to 2016", "Sep 3-5", "Monday through Friday", "2008-09"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import DAY, day, month, years
from reconcile.facets.temporal.dates import in_order, yearless
from reconcile.facets.temporal.reading import Context, Found, Reading, Rule, calendar, rule, unresolved
from reconcile.schema import Granularity, Interval, TimeForm

_TO = re.compile(r"\s*[-–—]\s*|,?\s+(?:to|through|until|till|thru)\s+(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?:the\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)


def _days(match: re.Match[str], context: Context) -> Reading | None:
    """Days of one month; the year, where it is not written, is that of the first day."""
    number, first, last = v.month_number(match["m"]), v.day_number(match["d"]), v.day_number(match["e"])
    between = len(re.findall(r"\d+", match["list"]))
    if first >= last or (_is_list(match) and last != first + 1 + between):
        return None
    if match["y"]:
        begin = dt.date(int(match["y"]), number, first)
        return calendar(Granularity.RANGE, Interval(begin, begin + (last - first + 1) * DAY))
    dt.date(2000, number, last)
    start = yearless(number, first, match, context)
    intervals = (Interval(i.begin, i.begin + (last - first + 1) * DAY) for i in start.intervals)
    return replace(calendar(Granularity.RANGE, *intervals, relative=True), month_day=(number, first))


def _months(match: re.Match[str], context: Context) -> Reading | None:
    """ "the April-June quarter", "Dec-Jan 2016": without a year the one that its end has, by the tense."""
    first, last = v.month_number(match["m"]), v.month_number(match["n"])
    if not (match["m"][0].isupper() and match["n"][0].isupper()) or first == last:
        return None
    if match["y"]:
        ends = [month(int(match["y"]), last)]
    elif context.published is None:
        return unresolved(Granularity.RANGE)
    else:
        today = context.published
        about = [month(year, last).begin for year in range(today.year - 1, today.year + 2)]
        ordered = in_order(about, today, context.outlook(match.start(), match.end()))
        ends = [month(date.year, last) for date in ordered]
    spans = [Interval(month(end.begin.year - (first > last), first).begin, end.end) for end in ends]
    return calendar(Granularity.RANGE, *spans, relative=not match["y"])


def _is_list(match: re.Match[str]) -> bool:
    """ "5 and 12 May" are two days, "between 5 and 12 May", "5 and 6 May" and "5, 6 and 7 May" a stretch."""
    return bool(match["list"]) or (match["and"] is not None and not match["between"])


def _years(match: re.Match[str], _: Context) -> Reading | None:
    """ "2014-16" is a range, "2015-12" a month, "2010-11" either."""
    first, digits = int(match["y"]), match["e"]
    last = int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
    months = [month(first, int(digits))] if len(digits) == 2 and 1 <= int(digits) <= 12 else []
    if first < last <= first + 60:
        return calendar(Granularity.RANGE, years(first, last - first + 1), *months)
    return calendar(Granularity.MONTH, *months) if months else None


def joined_range(left: Found, right: Found, text: str) -> Found | None:
    """The two ends of a range as one expression, or None where they are not joined as one."""
    one, other = left.reading, right.reading
    if not _is_end(one) or not _is_end(other):
        return None
    gap = text[left.end : right.start]
    between = _BETWEEN.search(text[: left.start]) is not None and _AND.fullmatch(gap) is not None
    if not between and not _TO.fullmatch(gap):
        return None
    one = _in_year_of(one, other)
    intervals = _spans(one, other) or _before(one, other)
    if not intervals and one.intervals and other.intervals:
        return None
    relative = one.relative or other.relative
    reading = calendar(Granularity.RANGE, *intervals, relative=relative)
    reading = replace(reading, month_day=one.month_day, weekday=one.weekday)
    return Found(start=left.start, end=right.end, reading=reading)


def _in_year_of(one: Reading, other: Reading) -> Reading:
    """ "June to August 1992": the start lies in the year that only the end gives, or in the one before."""
    months = one.granularity is Granularity.MONTH and other.granularity is Granularity.MONTH
    if not one.relative or other.relative or not (months or one.month_day) or not other.intervals:
        return one
    if not one.intervals and one.month_day is None:
        return one
    end = other.intervals[0]
    number, of_month = one.month_day or (one.intervals[0].begin.month, 1)
    year = end.begin.year - ((number, of_month) > (end.begin.month, end.begin.day))
    begin = month(year, number) if months else day(dt.date(year, number, of_month))
    return replace(one, intervals=(begin,), relative=False)


def _before(one: Reading, other: Reading) -> list[Interval]:
    """ "from May to September" where the tense put the ends in the wrong years: the nearest May before."""
    if not one.relative or not _is_yearless(one) or not other.intervals:
        return []
    begin, end = one.intervals[0].begin, other.intervals[0]
    year = end.begin.year - ((begin.month, begin.day) >= (end.begin.month, end.begin.day))
    return [Interval(begin.replace(year=year), end.end)]


def _is_yearless(reading: Reading) -> bool:
    named = reading.month_day is not None or reading.granularity is Granularity.MONTH
    return named and bool(reading.intervals)


def _is_end(reading: Reading) -> bool:
    return (
        (reading.form is TimeForm.CALENDAR or bool(reading.intervals))
        and reading.granularity is not Granularity.RANGE
        and not reading.clock
    )


def _spans(one: Reading, other: Reading) -> list[Interval]:
    """From the first reading of the start to the earliest end after it, for each start."""
    found = []
    for begin in one.intervals:
        ends = [end.end for end in other.intervals if end.begin > begin.begin]
        if not ends and other.weekday is not None and other.intervals:
            ends = [
                other.intervals[0].end + 7 * DAY * (1 + (begin.begin - other.intervals[0].begin).days // 7)
            ]
        found += [Interval(begin.begin, min(ends))] if ends else []
    return found


_D = v.DAY_NUMBER
_DASH = r"(?:\s*[-–—]\s*|\s+(?:to|through|(?P<and>and)|until)\s+(?:the\s+)?)"
_YEAR = rf"(?:,?\s+(?P<y>{v.YEAR}))?"

RULES: tuple[Rule, ...] = (
    rule(
        "month",
        rf"(?<![\w.-])(?P<m>{v.MONTH})\s?[-–]\s?(?P<n>{v.MONTH})(?:,?\s+(?:of\s+)?(?P<y>{v.YEAR})\b)?(?![\w-]|\.?\s+\d)",
        _months,
    ),
    rule(
        "month",
        rf"\b(?P<between>between\s+)?(?P<m>{v.MONTH})\s*(?P<d>{_D})(?P<list>(?:,\s*{_D}){{0,5}}){_DASH}(?P<e>{_D})(?![\w%]|[.,]\d|\s*percent){_YEAR}\b",
        _days,
    ),
    rule(
        "month",
        rf"(?<![\w.,$€£-])(?P<between>between\s+(?:the\s+)?)?(?P<d>{_D})(?P<list>(?:,\s*{_D}){{0,5}}){_DASH}(?P<e>{_D})\s+(?:of\s+)?(?P<m>{v.MONTH}){_YEAR}(?!\w)",
        _days,
    ),
    rule("year", rf"(?<![\d.,$€£#-])\b(?P<y>{v.YEAR})[-–/](?P<e>\d{{4}}|\d\d)\b(?![-–.,]\d)", _years),
)
