"""A date and the year or week that it lies in: "7 September last year", "Monday to Friday next week"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reconcile.facets.temporal.calendar import DAY, day, moved_to_year
from reconcile.facets.temporal.reading import Away, Reading
from reconcile.schema import Granularity, Interval

_OF_DAYS = frozenset({Granularity.DAY, Granularity.DAY_PART})
_YEARLESS = frozenset({Granularity.MONTH, Granularity.SEASON, Granularity.MONTH_PART})


def in_written_year(one: Reading, other: Reading) -> Reading | None:
    """ "Christmas 2019": a day and month, and the year in figures."""
    return None if other.relative or one.granularity not in _OF_DAYS else in_year(one, other)


def in_year(one: Reading, other: Reading) -> Reading | None:
    """A day, month, season or range without a year, in the year that stands beside it."""
    if other.granularity is not Granularity.YEAR or not other.intervals or not _lacks_year(one):
        return None
    year = other.intervals[0].begin.year
    if one.month_day is not None and one.granularity in _OF_DAYS:
        moved = day(dt.date(year, *one.month_day))
    elif one.intervals:
        moved = moved_to_year(one.intervals[0], year)
    else:
        return None
    return replace(one, intervals=(moved,), relative=other.relative)


def in_counted_year(one: Reading, other: Reading) -> Reading | None:
    """ "March of that year": the text tells the year; without it "the previous year" is counted from now."""
    away = other.away
    if away is None or away.unit != "year" or not away.free or not _lacks_year(one) or not one.intervals:
        return None
    loose = in_year(one, other)
    counted = Away(unit="year", count=away.count, whole=True, within=one.intervals[0])
    return replace(one, intervals=loose.intervals if loose else (), away=counted)


def _lacks_year(reading: Reading) -> bool:
    if not reading.relative or reading.away is not None:
        return False
    return reading.month_day is not None or reading.granularity in _YEARLESS


def of_week(one: Reading, other: Reading) -> Reading | None:
    """ "Tuesday of last week", "Monday to Friday next week"."""
    if one.weekday is None or other.granularity is not Granularity.WEEK:
        return None
    first = one.weekday * DAY
    length = one.intervals[0].end - one.intervals[0].begin if one.intervals else DAY
    if one.granularity is Granularity.RANGE and not one.intervals:
        return None
    weeks = (Interval(week.begin + first, week.begin + first + length) for week in other.intervals)
    return replace(one, intervals=tuple(weeks))
