"""Times of day: "4 p.m.", "16:30 GMT", "noon", "Friday night", "in the morning"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import day
from reconcile.facets.temporal.reading import Context, Reading, Rule, rule
from reconcile.facets.temporal.zones import NAMED_ZONE, ZONE, zone_of
from reconcile.lexicons import mapping
from reconcile.schema import Granularity

_PARTS = mapping("time_day_parts")
_AS_OF = re.compile(r"\bas\s+of\s+$", re.IGNORECASE)
_NAMED = {"noon": 12, "midday": 12, "midnight": 0}


def _clock(match: re.Match[str], context: Context) -> Reading | None:
    clock = time_of(match["h"], match["min"], match["half"], zone_of(match["zone"], context.published))
    if clock is None:
        return None
    reading = at(clock)
    if context.published is not None and _AS_OF.search(context.text[: match.start()]):
        return replace(reading, intervals=(day(context.published),))
    return reading


def time_of(hour: str, minute: str | None, half: str | None, zone: dt.tzinfo | None) -> dt.time | None:
    """The time of day in figures, by its "a.m." or "p.m." or in 24 hours; None for 25:00 and 13 p.m."""
    number, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if half.lower()[0] == "p" else 0)
    return None if number > 23 or minutes > 59 else dt.time(number, minutes, tzinfo=zone)


def at(clock: dt.time) -> Reading:
    """A time of day alone: which day is meant, only its neighbours tell."""
    return Reading(granularity=Granularity.TIME_OF_DAY, relative=True, clock=clock)


def _named(match: re.Match[str], context: Context) -> Reading:
    return at(dt.time(_NAMED[match["w"].lower()], tzinfo=zone_of(match["zone"], context.published)))


def _part_of_day(match: re.Match[str], _: Context) -> Reading:
    """ "in the morning" alone: the day is left open."""
    return Reading(granularity=Granularity.DAY_PART, relative=True, day_part=_PARTS[match["w"].lower()])


def _small_hours(match: re.Match[str], _: Context) -> Reading:
    part = "evening" if match["w"].lower() == "late" else "morning"
    return Reading(granularity=Granularity.DAY_PART, relative=True, day_part=part)


_JUST = r"(?:around|about|approximately|roughly|(?:just|shortly)\s+(?:after|before|past)|soon\s+after)"
_ABOUT = rf"(?:(?:at\s+)?{_JUST}\s+)?"
HALF = r"(?P<half>[ap]\.?\s?m\b\.?)"

RULES: tuple[Rule, ...] = (
    rule("clock", rf"\b{_ABOUT}(?<![\d:.,$€£])(?P<h>\d{{1,2}})(?:[:.](?P<min>\d\d))?\s*{HALF}{ZONE}", _clock),
    rule(
        "clock",
        rf"\b{_ABOUT}(?<![\d:.,$€£-])(?P<h>\d{{1,2}}):(?P<min>\d\d)(?::\d\d)?(?P<half>){ZONE}(?![\d:])",
        _clock,
    ),
    rule(
        "clock",
        rf"\b{_ABOUT}(?<![\d:.,$€£-])(?P<h>\d\d)(?P<min>\d\d)(?P<half>)\s*(?:hrs\b|hours\b|(?={NAMED_ZONE})){ZONE}",
        _clock,
    ),
    rule(
        "clock",
        rf"\b{_ABOUT}(?<![\d:.,$€£-])(?P<h>[01]\d|2[0-3])\.(?P<min>[0-5]\d)(?P<half>)(?=\s*\(?(?-i:[A-Z]{{2,4}})\b)(?=\s*\(?{NAMED_ZONE}){ZONE}",
        _clock,
    ),
    rule("noon", rf"\b{_ABOUT}(?P<w>noon|midday|midnight)\b{ZONE}", _named),
    rule(
        "unit",
        r"\b(?:in\s+|during\s+)?the\s+(?P<w>early|small|wee|late|pre-?dawn)\s+(?:morning\s+|evening\s+)?hours\b",
        _small_hours,
    ),
    rule(
        "day part",
        rf"\b(?:early\s+|late\s+|mid-?)?(?:in\s+the\s+|at\s+|by\s+|(?:(?:just|shortly)\s+)?before\s+|(?:just|shortly)\s+after\s+|during\s+the\s+|the\s+)(?:early\s+|late\s+|mid-?)?(?P<w>{v.any_of(_PARTS)})\b",
        _part_of_day,
    ),
)
