"""Expressions counted from a time that the text names: "two days later", "a year earlier"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reconcile.facets.temporal.calendar import DAY, day, moved_to_year, shifted, shifted_months, unit_around
from reconcile.facets.temporal.reading import Away, Found, Reading
from reconcile.schema import Granularity, Interval, TimeForm

_WITH_THE_DAY = 2
"""Readings of "a year ago" from which on the second is the very day."""

_MIDWEEK = 3 * DAY
_WEEKS_OFF = (-1, 0, 1)
_FINE = frozenset({Granularity.DAY, Granularity.DAY_PART, Granularity.TIME_OF_DAY})
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_LENGTHS = {
    Granularity.MONTH: 1,
    Granularity.QUARTER: 3,
    Granularity.SEASON: 3,
    Granularity.HALF_YEAR: 6,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
}
"""Months in a period that can be counted from."""


def counted_from_text(found: list[Found]) -> list[Found]:
    """``found`` with what counts from the last time named before it resolved, where there is one."""
    resolved: list[Found] = []
    for item in found:
        away = item.reading.away
        named = next((f.reading for f in reversed(resolved) if _is_named(f.reading)), None)
        reading = away_from(item.reading, named) if away and away.free and named else None
        resolved.append(item if reading is None else replace(item, reading=_or(reading, item.reading)))
    return resolved


def _or(reading: Reading, loose: Reading) -> Reading:
    """``reading`` first, and what the expression would mean by itself as another one."""
    return replace(reading, intervals=tuple(dict.fromkeys((*reading.intervals, *loose.intervals))))


def away_from(off: Reading, named: Reading) -> Reading | None:
    """The time that lies ``off.away`` from a named one; None where it cannot be counted from that.

    A count of months or years tells the month or year, the very day is a looser reading of it.
    Raises ValueError or OverflowError off the calendar.
    """
    away = off.away
    if away is None or not _is_named(named):
        return None
    if away.year is not None or away.within is not None:
        return _in_other_year(off, away, named)
    if away.whole and _holds(away.unit, named):
        return _whole_units(away, named)
    if is_one_day(named):
        return _days(away, named)
    months = _MONTHS.get(away.unit)
    if months is None or months < _LENGTHS.get(named.granularity or Granularity.RANGE, 10**6):
        return None
    return _moved(named, months * away.count)


def _in_other_year(off: Reading, away: Away, named: Reading) -> Reading | None:
    year = named.intervals[0].begin.year
    if away.within is None:
        return _moved(named, 12 * ((away.year or year) - year))
    moved = moved_to_year(away.within, year + away.count)
    return replace(off, intervals=(moved,), relative=named.relative, away=None)


def so_long_before(ago: Reading, named: Reading) -> Reading | None:
    """ "five years ago today", "a year ago Thursday", "ten years ago this month"."""
    away = ago.away
    if away is None or away.free or not away.takes_object or len(ago.intervals) < _WITH_THE_DAY:
        return None
    if not named.relative or not named.intervals or named.month_day is not None:
        return None
    if named.granularity in {Granularity.WEEK, Granularity.MONTH}:
        unit = str(named.granularity.value)
        inside = shifted(named.intervals[0].begin, away.unit, away.count) + _MIDWEEK
        return replace(named, intervals=(unit_around(inside, unit)[0],))
    if not is_one_day(named):
        return None
    about = ago.intervals[1].begin
    dates = [shifted(named.intervals[0].begin + 7 * off * DAY, away.unit, away.count) for off in _WEEKS_OFF]
    date = dates[1] if named.weekday is None else min(dates, key=lambda date: abs(date - about))
    return replace(named, intervals=(day(date),), weekday=None, away=None)


def is_one_day(reading: Reading) -> bool:
    return bool(reading.intervals) and reading.granularity in _FINE


def _is_named(reading: Reading) -> bool:
    return (
        reading.form is TimeForm.CALENDAR
        and bool(reading.intervals)
        and reading.granularity is not Granularity.RANGE
    )


def _holds(unit: str, named: Reading) -> bool:
    """Whether the unit is at least as long as the named time."""
    if unit in _MONTHS:
        return is_one_day(named) or _MONTHS[unit] >= _LENGTHS.get(
            named.granularity or Granularity.RANGE, 10**6
        )
    return is_one_day(named) or (unit == "week" and named.granularity is Granularity.WEEK)


def _whole_units(away: Away, named: Reading) -> Reading:
    """ "the following week": the calendar unit that many after the one of the named time."""
    around = [unit_around(shifted(i.begin, away.unit, away.count), away.unit) for i in named.intervals]
    return Reading(
        intervals=tuple(dict.fromkeys(interval for interval, _ in around)),
        granularity=around[0][1],
        relative=named.relative,
    )


def _days(away: Away, named: Reading) -> Reading:
    dates = [_shifted_day(interval.begin, away) for interval in named.intervals]
    intervals = tuple(map(day, dates))
    granularity = Granularity.DAY_PART if away.day_part else Granularity.DAY
    if away.unit in _MONTHS:
        units = [unit_around(date, away.unit) for date in dates]
        intervals, granularity = (*(unit for unit, _ in units), *intervals), units[0][1]
    return Reading(
        intervals=tuple(dict.fromkeys(intervals)),
        granularity=granularity,
        relative=named.relative,
        day_part=away.day_part,
    )


def _shifted_day(date: dt.date, away: Away) -> dt.date:
    if away.weekday is None:
        return shifted(date, away.unit, away.count)
    if away.count > 0:
        return date + ((away.weekday - date.weekday() - 1) % 7 + 1) * DAY
    return date - ((date.weekday() - away.weekday - 1) % 7 + 1) * DAY


def _moved(named: Reading, months: int) -> Reading | None:
    """The same month or quarter of another year; None for weeks and what has no such counterpart."""
    if named.granularity not in _LENGTHS:
        return None
    moved = (
        Interval(shifted_months(i.begin, months), shifted_months(i.end, months)) for i in named.intervals
    )
    return replace(named, intervals=tuple(moved), away=None)
