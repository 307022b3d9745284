"""Dates in figures and with marks between: "2024-05-06T16:30Z", "2024-W12", "04/09/2025", "5-Aug-2016"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import day, full_year, month, week
from reconcile.facets.temporal.dates import yearless
from reconcile.facets.temporal.reading import Context, Reading, Rule, calendar, rule
from reconcile.schema import Granularity, Interval

_DATED = re.compile(rf"(?:\b(?:on|since|until|from|between)|\b{v.WEEKDAY},?)\s+$", re.IGNORECASE)
_RANGED = re.compile(
    r"(?:\b(?:from|between)\s+)?(\d{1,2}/\d{1,2})\s*(?:[-–]|to|through|until|and)\s*$", re.IGNORECASE
)
_NAMED_DATES = frozenset({(9, 11), (7, 7), (24, 7)})
"""What is written with a slash and stands for an event or a way of working."""


def _iso(match: re.Match[str], _: Context) -> Reading:
    date = dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
    reading = calendar(Granularity.DAY, day(date))
    if match["h"] is None:
        return reading
    clock = dt.time(int(match["h"]), int(match["min"]), tzinfo=_zone(match["zone"]))
    return replace(reading, granularity=Granularity.TIME_OF_DAY, clock=clock)


def _zone(text: str | None) -> dt.tzinfo | None:
    if not text:
        return None
    if text in "Zz":
        return dt.UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    return dt.timezone((-1 if text[0] == "-" else 1) * dt.timedelta(hours=hours, minutes=minutes))


def _iso_week(match: re.Match[str], _: Context) -> Reading:
    date = dt.date.fromisocalendar(int(match["y"]), int(match["w"]), int(match["d"] or 1))
    if match["d"]:
        return calendar(Granularity.DAY, day(date))
    return calendar(Granularity.WEEK, week(date))


def _numeric(match: re.Match[str], context: Context) -> Reading | None:
    """By the document's own order; else 8/5/2024 has the month first, 8.5.2024 the day."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if len(match["y"]) == 2:
        year = full_year(year, context.published)
    readings = {
        "day": _day_or_none(year, second, first),
        "month": _day_or_none(year, first, second),
    }
    day_first = match["s"] == "." if context.day_first is None else context.day_first
    order = ("day", "month") if day_first else ("month", "day")
    found = [interval for key in order if (interval := readings[key]) is not None]
    if context.day_first is not None:
        found = found[:1]
    return calendar(Granularity.DAY, *found) if found else None


def _day_or_none(year: int, number: int, day_of_month: int) -> Interval | None:
    try:
        return day(dt.date(year, number, day_of_month))
    except ValueError:
        return None


def _day_and_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "on 22/04": only where the words before it show a date, as a score or a fraction looks the same."""
    first, second = int(match["a"]), int(match["b"])
    before = context.text[: match.start()]
    if (first, second) in _NAMED_DATES or not (_DATED.search(before) or _RANGED.search(before)):
        return None
    orders = [(second, first), (first, second)] if context.day_first else [(first, second), (second, first)]
    if context.day_first is not None:
        orders = orders[:1]
    found = [_yearless_or_none(number, day_of_month, match, context) for number, day_of_month in orders]
    readings = [reading for reading in found if reading is not None]
    if not readings:
        return None
    intervals = (interval for reading in readings for interval in reading.intervals)
    return replace(readings[0], intervals=tuple(dict.fromkeys(intervals)))


def _yearless_or_none(
    number: int, day_of_month: int, match: re.Match[str], context: Context
) -> Reading | None:
    try:
        return yearless(number, day_of_month, match, context)
    except ValueError:
        return None


def _named(match: re.Match[str], _: Context) -> Reading:
    date = dt.date(int(match["y"]), v.month_number(match["m"]), v.day_number(match["d"]))
    return calendar(Granularity.DAY, day(date))


def _named_month(match: re.Match[str], _: Context) -> Reading:
    return calendar(Granularity.MONTH, month(int(match["y"]), v.month_number(match["m"])))


_D = rf"(?P<d>{v.DAY_NUMBER})"
_M = rf"(?P<m>{v.MONTH})"
_Y = rf"(?P<y>{v.YEAR})"
_OFFSET = r"(?P<zone>[Zz]|[+-](?:0\d|1[0-4]):?[0-5]\d)"
_CLOCK = rf"[Tt](?P<h>[01]\d|2[0-3]):(?P<min>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?{_OFFSET}?"

RULES: tuple[Rule, ...] = (
    rule("numeric", rf"(?<![\d-])(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)(?:{_CLOCK}(?!\w))?(?!\d|-\d)", _iso),
    rule("iso week", rf"(?<![\w-]){_Y}-?W(?P<w>[0-5]\d)(?:-?(?P<d>[1-7]))?(?![\w-])", _iso_week),
    rule(
        "numeric",
        r"(?<![\d/.-])(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d\d)(?![\d/]|-\d(?!\d?/))",
        _numeric,
    ),
    rule("slash", r"(?<![\d/.$€£])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\w/%]|\.\d)", _day_and_month),
    rule("month", rf"(?<![\w.,/-]){_D}(?P<s>[-/]){_M}(?P=s){_Y}(?![\w/-])", _named),
    rule("month", rf"\b{_M}(?P<s>[-/]){_D}(?P=s){_Y}(?![\w/-])", _named),
    rule("month", rf"(?<![\w.,/-]){_Y}(?P<s>[-/]){_M}(?P=s){_D}(?![\w/-])", _named),
    rule("month", rf"\b{_M}[-/]{_Y}(?![\w/])", _named_month),
)
