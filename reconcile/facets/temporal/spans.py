"""Spans up to or from the date of publication: "the past two weeks", "the next fortnight"."""

from __future__ import annotations

import datetime as dt
import re

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import DAY, shifted, unit_around
from reconcile.facets.temporal.durations import AMOUNT, length_of
from reconcile.facets.temporal.periods import GRANULARITY_OF
from reconcile.facets.temporal.reading import Context, Reading, Rule, calendar, rule, unresolved
from reconcile.schema import Granularity, Interval, TimeForm

_HELPING = re.compile(r"\b(?:to|will|would|may|might|can|could|must|should|not|n['’]t)\s+$", re.IGNORECASE)


def _span_up_to_now(match: re.Match[str], context: Context) -> Reading | None:
    """ "the past two weeks", "the next four years"; None for what will "last two weeks"."""
    if match["shift"].lower() == "last" and _is_verb(match, context):
        return None
    low, high = length_of(match)
    unit = v.UNITS[match["u"].lower()]
    forth = v.shift_of(match["shift"]) > 0
    length = Reading(form=TimeForm.DURATION, length_low=low, length_high=high)
    if context.published is None or high is None or low != high or unit not in GRANULARITY_OF:
        return length
    count = int(low // v.SECONDS[unit]) * (1 if forth else -1)
    return Reading(
        intervals=_up_to(context.published, unit, count),
        granularity=Granularity.RANGE,
        relative=True,
        length_low=low,
        length_high=high,
    )


def _is_verb(match: re.Match[str], context: Context) -> bool:
    """Whether "last" is what something does: "will last two weeks"."""
    start = match.start("shift")
    return context.is_name(start, match.end("shift")) or bool(_HELPING.search(context.text[:start]))


def _up_to(today: dt.date, unit: str, count: int) -> tuple[Interval, ...]:
    """So many units from or up to today, with today and without; quarters are those of the calendar first."""
    begin, end = sorted((shifted(today, unit, count), today))
    without = Interval(begin + DAY, end + DAY) if count > 0 else Interval(begin, end)
    readings = Interval(begin, end + DAY), without
    if unit not in {"quarter", "decade"}:
        return readings
    this = unit_around(today, unit)[0]
    edge = this.end if count > 0 else this.begin
    return (Interval(*sorted((edge, shifted(edge, unit, count)))), *readings)


def _fortnight(match: re.Match[str], context: Context) -> Reading:
    """ "the past fortnight", "the next fortnight": the two weeks up to or from today."""
    if context.published is None:
        return unresolved(Granularity.RANGE)
    intervals = _up_to(context.published, "fortnight", v.shift_of(match["shift"]))
    return calendar(Granularity.RANGE, *intervals, relative=True)


RULES: tuple[Rule, ...] = (
    rule("unit", r"\b(?:the\s+)?(?P<shift>last|past|next|coming)\s+fortnight\b", _fortnight),
    rule(
        "unit",
        rf"\b(?:the\s+|these\s+|our\s+|its\s+)?(?P<shift>{v.SHIFT})\s+{AMOUNT}[\s-]+(?:trading\s+|business\s+|full\s+)?(?P<u>{v.UNIT})\b(?!-)",
        _span_up_to_now,
    ),
)
