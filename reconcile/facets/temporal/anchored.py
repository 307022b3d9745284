"""Expressions counted from a day that the text names: "two days later", "the day after Christmas"."""

from __future__ import annotations

from dataclasses import replace

from reconcile.facets.temporal.calendar import DAY, day
from reconcile.facets.temporal.reading import Found, Reading
from reconcile.schema import Granularity, TimeForm


def counted_from_text(found: list[Found]) -> list[Found]:
    """``found`` with what counts from the last day named before it resolved, where there is one."""
    resolved: list[Found] = []
    for item in found:
        named = next((f.reading for f in reversed(resolved) if is_one_day(f.reading)), None)
        reading = away_from(item.reading, named) if named is not None else None
        resolved.append(item if reading is None else replace(item, reading=reading))
    return resolved


def away_from(off: Reading, named: Reading) -> Reading | None:
    """The day that lies ``off.days_off`` days from a named one; None where either is no such thing.

    Raises OverflowError off the calendar.
    """
    if off.days_off is None or off.form is not TimeForm.VAGUE or not is_one_day(named):
        return None
    intervals = tuple(day(interval.begin + off.days_off * DAY) for interval in named.intervals)
    return Reading(intervals=intervals, granularity=Granularity.DAY, relative=named.relative)


def is_one_day(reading: Reading) -> bool:
    granular = {Granularity.DAY, Granularity.DAY_PART, Granularity.TIME_OF_DAY}
    return bool(reading.intervals) and reading.granularity in granular
