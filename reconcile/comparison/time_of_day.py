"""Comparing the clock times and parts of the day of two times that share their day."""

from __future__ import annotations

import datetime as dt
import re

from reconcile.comparison.time_wording import clock_in_words
from reconcile.schema import Comparison, Side, TimeFacet, Verdict

_HOURS = {"morning": (0, 12), "afternoon": (12, 18), "evening": (17, 24), "night": (18, 30)}
"""The hours of each part of the day; a night runs into the next day, and mornings begin early."""

_OVERLAPPING = frozenset({"evening", "night"})
_BORDERING = frozenset({frozenset({"afternoon", "evening"}), frozenset({"morning", "night"})})
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|roughly|just|shortly|soon|nearly|almost|past|after|before)\b",
    re.IGNORECASE,
)
_TOLERANCE = 45
"""Minutes that "around" and "shortly after" may cover."""

_ZONES_APART = 14 * 60
"""Minutes by which two zones differ at most where only one time says its zone."""

_LATE_AND_EARLY = frozenset({"evening", "night", "morning"})
"""Parts of the day that meet those of the next or last day at midnight."""

_BORDER = 180
"""Minutes outside a part of the day up to which a clock time is not held against it."""


def compare_times_of_day(left: TimeFacet, right: TimeFacet) -> Comparison:
    """The times of day alone; one that has none is less exact than one that has."""
    if left.clock is not None and right.clock is not None:
        return _clocks(left, right, left.clock, right.clock)
    if left.clock is not None or right.clock is not None:
        side = Side.LEFT if left.clock is not None else Side.RIGHT
        fine, coarse = (left, right) if side is Side.LEFT else (right, left)
        return _clock_and_part(fine, coarse, side)
    return _parts(left, right)


def may_meet(left: TimeFacet, right: TimeFacet) -> bool:
    """Whether times on different days may still meet about midnight, or across time zones.

    "Friday night" runs into early Saturday, "midnight on Sunday" is the end of the day as often as
    its start, and a Friday in one zone is a Saturday in another.
    """
    if not any(time.clock or time.day_part for time in (left, right)):
        return False
    (one_begin, one_end), (begin, end) = _window(left), _window(right)
    return max(begin - one_end, one_begin - end) <= _slack(left, right)


def _slack(left: TimeFacet, right: TimeFacet) -> int:
    """Minutes that may lie between two windows of one time; below 0 they must overlap."""
    if _is_zoned(left) != _is_zoned(right):
        return _ZONES_APART
    if left.clock is not None and right.clock is not None:
        return _TOLERANCE if any(_ABOUT.search(time.text) for time in (left, right)) else 0
    if left.clock is not None or right.clock is not None:
        return _BORDER if left.day_part or right.day_part else _TOLERANCE
    return 0 if {left.day_part, right.day_part} <= _LATE_AND_EARLY else -1


def _is_zoned(time: TimeFacet) -> bool:
    return time.clock is not None and time.clock.tzinfo is not None


def _window(time: TimeFacet) -> tuple[int, int]:
    """Minutes on one scale from the start of the time to its end, in UTC where the zone is known."""
    assert time.interval is not None
    first, last = time.interval.begin.toordinal() * 1440, (time.interval.end.toordinal() - 1) * 1440
    if time.clock is not None:
        minutes = _minutes(time.clock)
        turns_over = time.clock.replace(tzinfo=None) == dt.time(0) and "midnight" in time.text.lower()
        return first + minutes, last + minutes + (1440 if turns_over else 0)
    begin, end = _HOURS[time.day_part] if time.day_part else (0, 24)
    return first + 60 * begin, last + 60 * end


def _clocks(left: TimeFacet, right: TimeFacet, one: dt.time, other: dt.time) -> Comparison:
    reason = f"{clock_in_words(left)} and {clock_in_words(right)}"
    known = (one.tzinfo is None) == (other.tzinfo is None)
    minutes = _apart(_minutes(one), _minutes(other))
    if not known:
        wall = _apart(60 * one.hour + one.minute, 60 * other.hour + other.minute)
        verdict = Verdict.AGREE if wall == 0 else Verdict.UNDECIDED
        return Comparison(verdict=verdict, reason=f"{reason}, only one of them with its time zone")
    about = [bool(_ABOUT.search(time.text)) for time in (left, right)]
    if minutes == 0 and about[0] == about[1]:
        return Comparison(verdict=Verdict.AGREE, reason=f"both are {clock_in_words(left)}")
    if any(about) and minutes <= _TOLERANCE:
        exact = None if all(about) else (Side.RIGHT if about[0] else Side.LEFT)
        return Comparison(verdict=Verdict.COMPATIBLE, reason=f"{reason} are near enough", more_exact=exact)
    return Comparison(verdict=Verdict.CONFLICT, reason=f"{reason} are {minutes} minutes apart")


def _minutes(clock: dt.time) -> int:
    """Minutes after midnight, in UTC where the zone is known."""
    offset = clock.utcoffset() or dt.timedelta()
    return 60 * clock.hour + clock.minute - int(offset.total_seconds() // 60)


def _apart(one: int, other: int) -> int:
    """Minutes between two times of day, the shorter way round the clock."""
    difference = (one - other) % 1440
    return min(difference, 1440 - difference)


def _clock_and_part(fine: TimeFacet, coarse: TimeFacet, side: Side) -> Comparison:
    if coarse.day_part is None:
        reason = f"{clock_in_words(fine)} is a time on the day that the other names"
        return Comparison(verdict=Verdict.COMPATIBLE, reason=reason, more_exact=side)
    outside = _outside(fine, coarse.day_part)
    words = f"{clock_in_words(fine)} and {coarse.day_part}"
    if outside == 0:
        return Comparison(verdict=Verdict.COMPATIBLE, reason=f"{words} fit together", more_exact=side)
    if outside <= _BORDER:
        return Comparison(verdict=Verdict.UNDECIDED, reason=f"{words} hardly fit together")
    return Comparison(verdict=Verdict.CONFLICT, reason=f"{words} do not fit together")


def _outside(time: TimeFacet, part: str) -> int:
    """Minutes that a clock time lies before or after a part of the day."""
    assert time.clock is not None
    begin, end = (60 * hour for hour in _HOURS[part])
    wall = 60 * time.clock.hour + time.clock.minute
    if any(begin <= minute < end for minute in (wall, wall + 1440)):
        return 0
    return min(_apart(wall, begin), _apart(wall, end))


def _parts(left: TimeFacet, right: TimeFacet) -> Comparison:
    one, other = left.day_part, right.day_part
    if one is None or other is None:
        side = Side.RIGHT if one is None else Side.LEFT
        reason = f"only one names the part of the day, {one or other}"
        return Comparison(verdict=Verdict.COMPATIBLE, reason=reason, more_exact=side)
    if one == other:
        return Comparison(verdict=Verdict.AGREE, reason=f"both are in the {one} of the same day")
    pair = frozenset({one, other})
    words = f"{one} and {other} of the same day"
    if pair == _OVERLAPPING:
        return Comparison(verdict=Verdict.COMPATIBLE, reason=f"{words} overlap")
    if pair in _BORDERING:
        return Comparison(verdict=Verdict.UNDECIDED, reason=f"{words} may meet")
    return Comparison(verdict=Verdict.CONFLICT, reason=f"{words} do not meet")
