"""Days counted from now inside quotation marks: "today" is the day of the speech, not of the story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reconcile.facets.temporal.anchored import is_one_day
from reconcile.facets.temporal.calendar import DAY
from reconcile.facets.temporal.reading import Context, Found, Reading
from reconcile.schema import Interval

_LATEST_SPEECH = 6 * DAY
"""How long before the story a quotation of unknown day is taken to have been said at most."""


def as_said(found: list[Found], context: Context) -> list[Found]:
    """``found`` with the quoted days that count from now moved to the day of the speech.

    That is the day that the sentence gives after its reporting verb ("… today," he said on
    Monday); where it gives none, any day of the week before is another reading.
    """
    if context.published is None or not any(_counts_from_now(item.reading) for item in found):
        return found
    said = next((f.reading for f in found if _is_day_of_speech(f, context)), None)
    return [
        replace(item, reading=_moved(item.reading, said, context))
        if _counts_from_now(item.reading) and context.is_quoted(item.start)
        else item
        for item in found
    ]


def _counts_from_now(reading: Reading) -> bool:
    named = reading.weekday is not None or reading.month_day is not None
    return reading.relative and is_one_day(reading) and not named


def _is_day_of_speech(item: Found, context: Context) -> bool:
    return is_one_day(item.reading) and not context.is_quoted(item.start) and context.dates_report(item.start)


def _moved(reading: Reading, said: Reading | None, context: Context) -> Reading:
    assert context.published is not None
    first = reading.intervals[0]
    if said is not None:
        days = said.intervals[0].begin - context.published
        moved = Interval(first.begin + days, first.end + days)
    else:
        moved = first
    loose = () if said is not None else (Interval(first.begin - _LATEST_SPEECH, first.end),)
    return replace(reading, intervals=tuple(dict.fromkeys((moved, *reading.intervals, *loose))))


def quotation_test(text: str, offset: int) -> Callable[[int], bool]:
    """Whether a place of the sentence at ``offset`` of the document stands in quotation marks.

    Marks are counted from the start of its paragraph.
    """
    paragraph = text.rfind("\n", 0, offset) + 1

    def is_quoted(start: int) -> bool:
        before = text[paragraph : offset + start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    return is_quoted
