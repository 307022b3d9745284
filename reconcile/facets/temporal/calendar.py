"""Calendar arithmetic: the intervals of days, weeks, months, quarters and longer periods."""

from __future__ import annotations

import datetime as dt

from reconcile.schema import Granularity, Interval

DAY = dt.timedelta(days=1)

_SIXTHS = {
    "early": (0, 3),
    "mid": (2, 4),
    "late": (3, 6),
    "early to mid": (0, 4),
    "mid to late": (2, 6),
    "start": (0, 2),
    "end": (4, 6),
}
"""Parts of a period in sixths of it: early and late are its halves, mid its middle third.

The halves are what Microsoft Recognizers-Text uses; they are wide because the words are."""


_AHEAD = 5
"""Years after publication that are still written with two digits: '29 in a text of 2025 is 2029."""

_LATEST_UNDATED = 2035
"""The same for a text without a date of publication, which tells no year itself."""

_LONG = 10
"""Years from which on the parts of a period are whole years."""


def day(date: dt.date) -> Interval:
    return Interval(date, date + DAY)


def week(date: dt.date) -> Interval:
    """The ISO week, Monday to Sunday, that ``date`` lies in."""
    monday = date - date.weekday() * DAY
    return Interval(monday, monday + 7 * DAY)


def weekend(date: dt.date) -> Interval:
    """Saturday and Sunday of the ISO week that ``date`` lies in."""
    return Interval(week(date).begin + 5 * DAY, week(date).end)


def month(year: int, number: int) -> Interval:
    return _months(year, number, 1)


def quarter(year: int, number: int) -> Interval:
    return _months(year, 3 * number - 2, 3)


def half(year: int, number: int) -> Interval:
    return _months(year, 6 * number - 5, 6)


def season(year: int, first_month: int) -> Interval:
    """Three months; a winter belongs to the year that it begins in."""
    return _months(year, first_month, 3)


def year_of(year: int) -> Interval:
    return years(year, 1)


def full_year(two_digits: int, published: dt.date | None) -> int:
    """The last year with these two digits that is not long after publication."""
    latest = published.year + _AHEAD if published else _LATEST_UNDATED
    return latest - (latest - two_digits) % 100


def years(first: int, count: int) -> Interval:
    return Interval(dt.date(first, 1, 1), dt.date(first + count, 1, 1))


def _months(year: int, first: int, count: int) -> Interval:
    begin = dt.date(year, first, 1)
    return Interval(begin, shifted_months(begin, count))


def shifted_months(date: dt.date, count: int) -> dt.date:
    """``date`` moved by ``count`` months, at most to the last day of that month."""
    year, month_index = divmod(date.year * 12 + date.month - 1 + count, 12)
    last = _days_in_month(year, month_index + 1)
    return dt.date(year, month_index + 1, min(date.day, last))


def moved_to_year(interval: Interval, year: int) -> Interval:
    """The same days of the year that ``interval`` then begins in."""
    months = 12 * (year - interval.begin.year)
    return Interval(shifted_months(interval.begin, months), shifted_months(interval.end, months))


def _days_in_month(year: int, number: int) -> int:
    following = dt.date(year + number // 12, number % 12 + 1, 1)
    return (following - DAY).day


def part(whole: Interval, name: str) -> Interval:
    """The early, mid, late, start or end part of a period, or two of them, in whole days.

    A month is counted by days of the month: mid-August is 11 to 20 August.
    """
    sixths = _SIXTHS[name]
    count = whole.end.year - whole.begin.year
    if count >= _LONG:
        first, last = (whole.begin.year + count * sixth // 6 for sixth in sixths)
        return years(first, last - first)
    length = (whole.end - whole.begin).days
    low, high = (_boundary(length, sixth) for sixth in sixths)
    return Interval(whole.begin + low * DAY, whole.begin + max(high, low + 1) * DAY)


def _boundary(length: int, sixth: int) -> int:
    if 28 <= length <= 31 and sixth < 6:
        return 5 * sixth
    return length * sixth // 6


def nth_weekday(year: int, number: int, weekday: int, count: int) -> dt.date:
    """The ``count``-th given weekday of a month, from its end where ``count`` is negative."""
    whole = month(year, number)
    if count > 0:
        return whole.begin + ((weekday - whole.begin.weekday()) % 7 + 7 * (count - 1)) * DAY
    last = whole.end - DAY
    return last - ((last.weekday() - weekday) % 7 + 7 * (-count - 1)) * DAY


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus 1991)."""
    century, of_century = divmod(year, 100)
    moon = year % 19
    leap, rest = divmod(century, 4)
    skipped = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * moon + century - leap - skipped + 15) % 30
    weekday = (32 + 2 * rest + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (moon + 11 * epact + 22 * weekday) // 451
    number, day_of_month = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, number, day_of_month + 1)


def unit_around(date: dt.date, unit: str) -> tuple[Interval, Granularity]:
    """The calendar week, month, quarter, year, decade or century that holds ``date``; else the day."""
    units = {
        "week": (Granularity.WEEK, week),
        "weekend": (Granularity.WEEKEND, weekend),
        "month": (Granularity.MONTH, lambda d: month(d.year, d.month)),
        "quarter": (Granularity.QUARTER, lambda d: quarter(d.year, (d.month + 2) // 3)),
        "year": (Granularity.YEAR, lambda d: year_of(d.year)),
        "decade": (Granularity.DECADE, lambda d: years(max(1, d.year // 10 * 10), 10)),
        "century": (Granularity.CENTURY, lambda d: years(max(1, d.year // 100 * 100), 100)),
    }
    granularity, around = units.get(unit, (Granularity.DAY, day))
    return around(date), granularity


def shifted(date: dt.date, unit: str, count: int) -> dt.date:
    """``date`` moved by ``count`` units; raises ValueError or OverflowError off the calendar."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
    if unit in months:
        return shifted_months(date, count * months[unit])
    return date + count * days.get(unit, 0) * DAY
