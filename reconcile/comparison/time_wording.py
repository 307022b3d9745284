"""Times in words for the reasons of a comparison: "Thu 4 Sep 2025", "the week of 1 Sep 2025"."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from reconcile.schema import Granularity, Interval, TimeFacet

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = dt.timedelta(days=1)
UNITS = (("year", 31_536_000), ("month", 2_592_000), ("week", 604_800), ("day", 86_400), ("hour", 3600))
"""The units in which a length is told and rounded, the greatest first, and their seconds."""


def described(time: TimeFacet) -> str:
    """The days of a resolved time, and the clock or part of the day where it has one."""
    assert time.interval is not None
    days = interval_in_words(time.interval, time.granularity)
    if time.clock is not None:
        return f"{clock_in_words(time)} on {days}"
    return f"the {time.day_part} of {days}" if time.day_part else days


def quoted(time: TimeFacet) -> str:
    """The words of the text, on one line and in quotation marks."""
    return f"“{' '.join(time.text.split())}”"


def interval_in_words(interval: Interval, granularity: Granularity | None = None) -> str:
    begin, last = interval.begin, interval.end - _DAY
    if begin == last:
        return date_in_words(begin)
    if granularity is Granularity.WEEK:
        return f"the week of {date_in_words(begin)}"
    if begin.day == 1 and interval.end.day == 1 and begin.month == last.month and begin.year == last.year:
        return f"{_MONTHS[begin.month - 1]} {begin.year}"
    if (begin.month, begin.day, last.month, last.day) == (1, 1, 12, 31):
        return str(begin.year) if begin.year == last.year else f"{begin.year} to {last.year}"
    return f"{date_in_words(begin)} to {date_in_words(last)}"


def date_in_words(date: dt.date) -> str:
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def clock_in_words(time: TimeFacet) -> str:
    """ "16:30", with its offset from UTC where the zone is known."""
    if time.clock is None:
        return time.day_part or time.text
    offset = time.clock.strftime("%z")
    return time.clock.strftime("%H:%M") + (f" (UTC{offset})" if offset else "")


def length_in_words(time: TimeFacet) -> str:
    low, high = time.length_low, time.length_high
    if low == high and low is not None:
        return _amount(low)
    if high is None:
        return f"{_amount(low or Decimal(0))} or more"
    return f"up to {_amount(high)}" if not low else f"{_amount(low)} to {_amount(high)}"


def _amount(seconds: Decimal) -> str:
    """In the greatest unit that it holds a whole number of, else of which it holds at least one."""
    whole = [unit for unit in UNITS if seconds >= unit[1] and seconds % unit[1] == 0]
    fitting = [unit for unit in UNITS if seconds >= unit[1]]
    name, size = (whole or fitting or [("minute", 60)])[0]
    count = f"{round(seconds / size, 1):f}"
    count = count.rstrip("0").rstrip(".") if "." in count else count
    return f"{count} {name}{'' if count == '1' else 's'}"
