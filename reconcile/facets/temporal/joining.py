"""Neighbouring expressions that are one: "Thursday (Sep 4)", "4 p.m. on Friday", "10 am (0800 GMT)"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from reconcile.facets.temporal.anchored import away_from, counted_from_text, is_one_day, so_long_before
from reconcile.facets.temporal.ranges import joined_range
from reconcile.facets.temporal.reading import Away, Found, Reading
from reconcile.facets.temporal.within import in_counted_year, in_written_year, in_year, of_week
from reconcile.schema import Granularity, TimeForm

_APPOSED = re.compile(r",?\s*\(?\s*(?:the\s+)?", re.IGNORECASE)
_WITH_DAY = re.compile(
    r",?\s+\(?(?:(?:at|on|by|of|in|around|about|local\s+time)\s+)*(?:the\s+)?", re.IGNORECASE
)
_THE = re.compile(r"\s+(?:the\s+)?", re.IGNORECASE)
_OF = re.compile(r"\s+(?:(?:of|in|from)\s+)?(?:the\s+)?", re.IGNORECASE)
_OF_PERIOD = re.compile(r"\s+(?:(?:of|in)\s+)?(?:the\s+)?", re.IGNORECASE)
_ON = re.compile(r"\s+(?:on\s+)?", re.IGNORECASE)
_FINE = frozenset({Granularity.TIME_OF_DAY, Granularity.DAY_PART})


def joined(found: list[Found], text: str) -> list[Found]:
    """``found`` in the order of the text, with what belongs together made one."""
    merged: list[Found] = []
    for item in found:
        current = item
        while merged and (pair := _pair(merged[-1], current, text)) is not None:
            merged.pop()
            current = pair
        merged.append(current)
    return counted_from_text([_placed(item, merged) for item in merged])


def _pair(left: Found, right: Found, text: str) -> Found | None:
    one, other = left.reading, right.reading
    gap = text[left.end : right.start]
    if one.same and _OF.fullmatch(gap):
        return _with_reading(left, right, _same_period(other))
    if _OF_PERIOD.fullmatch(gap) and (counted := in_counted_year(one, other)) is not None:
        return _with_reading(left, right, counted)
    if other.form is not TimeForm.CALENDAR or one.form is not TimeForm.CALENDAR:
        return _counted_or_up_to_now(left, right, gap, text)
    reading = so_long_before(one, other) if _ON.fullmatch(gap) else None
    if reading is None and _APPOSED.fullmatch(gap):
        reading = _same_day(one, other) or _same_clock(one, other) or in_written_year(one, other)
    if reading is None and _WITH_DAY.fullmatch(gap):
        reading = (
            _on_day(one, other) or _on_day(other, one) or of_week(one, other) or _in_week(one, other, gap)
        )
    if reading is None and _OF_PERIOD.fullmatch(gap):
        reading = in_year(one, other)
    if reading is None:
        return joined_range(left, right, text)
    return Found(start=left.start, end=_closed(right.end, gap, text), reading=reading)


def _counted_or_up_to_now(left: Found, right: Found, gap: str, text: str) -> Found | None:
    """ "two days after Christmas", "the week of the 4th of May", "between March and now"."""
    away = left.reading.away
    if away is not None and away.takes_object and _THE.fullmatch(gap):
        return _with_reading(left, right, away_from(left.reading, right.reading))
    return joined_range(left, right, text)


def _same_period(year: Reading) -> Reading | None:
    """ "the same period last year": that of the time named before, else somewhere in that year."""
    if year.form is TimeForm.VAGUE and year.away is not None and year.away.unit == "year":
        return replace(year, away=replace(year.away, whole=False))
    if year.granularity is not Granularity.YEAR or not year.intervals:
        return None
    return replace(year, away=Away(unit="year", count=0, year=year.intervals[0].begin.year))


def _with_reading(left: Found, right: Found, reading: Reading | None) -> Found | None:
    return None if reading is None else Found(start=left.start, end=right.end, reading=reading)


def _closed(end: int, gap: str, text: str) -> int:
    """Past the bracket that closes what ``gap`` opened."""
    return end + ("(" in gap and text[end : end + 1] == ")")


def _same_day(one: Reading, other: Reading) -> Reading | None:
    """A named weekday and a dated day; the weekday chooses the year where it is left open."""
    named, dated = (one, other) if one.weekday is not None else (other, one)
    if named.weekday is None or dated.weekday is not None or dated.granularity is not Granularity.DAY:
        return None
    if dated.relative and dated.month_day is None:
        return None
    fitting = tuple(i for i in dated.intervals if i.begin.weekday() == named.weekday)
    if fitting or dated.month_day is None:
        dated = replace(dated, intervals=fitting or dated.intervals)
    if named.day_part is None:
        return dated
    return replace(dated, day_part=named.day_part, granularity=Granularity.DAY_PART)


def _in_week(one: Reading, other: Reading, gap: str) -> Reading | None:
    """ "next week on Tuesday"."""
    return of_week(other, one) if gap.split() in ([], ["on"]) else None


def _same_clock(one: Reading, other: Reading) -> Reading | None:
    """ "10:00 am (0800 GMT)": the second tells the zone of the first."""
    if one.clock is None or other.clock is None or other.clock.tzinfo is None:
        return None
    if one.clock.tzinfo is not None:
        return one
    offset = (
        _minutes(one.clock)
        - _minutes(other.clock)
        + int((other.clock.utcoffset() or dt.timedelta()).total_seconds() // 60)
    )
    offset = (offset + 720) % 1440 - 720
    return replace(one, clock=one.clock.replace(tzinfo=dt.timezone(dt.timedelta(minutes=offset))))


def _minutes(clock: dt.time) -> int:
    return clock.hour * 60 + clock.minute


def _on_day(fine: Reading, whole: Reading) -> Reading | None:
    """A time or part of the day and the day that it belongs to."""
    if fine.granularity not in _FINE or fine.intervals or not _is_day(whole):
        return None
    if whole.clock is not None or (fine.day_part and whole.day_part):
        return None
    granularity = Granularity.TIME_OF_DAY if fine.clock else Granularity.DAY_PART
    return replace(
        whole,
        granularity=granularity,
        clock=fine.clock,
        day_part=fine.day_part or whole.day_part,
        length_low=fine.length_low,
        length_high=fine.length_high,
    )


def _is_day(reading: Reading) -> bool:
    named = reading.weekday is not None or reading.month_day is not None or bool(reading.intervals)
    return named and reading.granularity in {Granularity.DAY, Granularity.DAY_PART}


def _placed(item: Found, found: list[Found]) -> Found:
    """A time of day takes the day of its sentence, where the sentence names just one."""
    if item.reading.granularity not in _FINE or item.reading.intervals:
        return item
    days = {
        other.reading.intervals: other.reading
        for other in found
        if other is not item and is_one_day(other.reading)
    }
    if len(days) != 1:
        return item
    (day,) = days.values()
    reading = replace(item.reading, intervals=day.intervals, relative=day.relative)
    return replace(item, reading=reading)
