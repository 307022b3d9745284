"""Times of day: "4 p.m.", "16:30 GMT", "noon", "Friday night", "in the morning"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import day
from reconcile.facets.temporal.reading import Context, Reading, Rule, rule
from reconcile.lexicons import mapping
from reconcile.schema import Granularity

_ZONES = {name: int(minutes) for name, minutes in mapping("time_zones").items()}
_PARTS = mapping("time_day_parts")
_AS_OF = re.compile(r"\bas\s+of\s+$", re.IGNORECASE)
_NAMED = {"noon": 12, "midday": 12, "midnight": 0}


def _clock(match: re.Match[str], context: Context) -> Reading | None:
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = (match["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    reading = _at(dt.time(hour, minute, tzinfo=_zone(match["zone"])))
    if context.published is not None and _AS_OF.search(context.text[: match.start()]):
        return replace(reading, intervals=(day(context.published),))
    return reading


def _zone(name: str | None) -> dt.tzinfo | None:
    if not name:
        return None
    offset = re.search(r"([+-])\s?(\d{1,2})(?::?(\d\d))?", name)
    base = re.match(r"[A-Za-z]+", name.strip(" ("))
    minutes = _ZONES.get(base[0].lower(), 0) if base else 0
    if offset:
        minutes = (int(offset[2]) * 60 + int(offset[3] or 0)) * (1 if offset[1] == "+" else -1)
    return dt.timezone(dt.timedelta(minutes=minutes)) if abs(minutes) < 24 * 60 else None


def _at(clock: dt.time) -> Reading:
    """A time of day alone: which day is meant, only its neighbours tell."""
    return Reading(granularity=Granularity.TIME_OF_DAY, relative=True, clock=clock)


def _named(match: re.Match[str], _: Context) -> Reading:
    return _at(dt.time(_NAMED[match["w"].lower()]))


def _part_of_day(match: re.Match[str], _: Context) -> Reading:
    """ "in the morning" alone: the day is left open."""
    return Reading(granularity=Granularity.DAY_PART, relative=True, day_part=_PARTS[match["w"].lower()])


_SPELLED = (
    r"(?:local\s+time|Eastern(?:\s+(?:Standard\s+|Daylight\s+)?time)?|(?:Central|Mountain|Pacific)\s+time)"
)
_ZONE = (
    rf"(?P<zone>\s*\(?\b(?:{v.any_of(_ZONES)})\b(?:\s?[+-]\s?\d{{1,2}}(?::?\d\d)?)?\)?)?(?:\s+{_SPELLED})?"
)
_JUST = r"(?:around|about|approximately|roughly|(?:just|shortly)\s+(?:after|before|past)|soon\s+after)"
_ABOUT = rf"(?:(?:at\s+)?{_JUST}\s+)?"
_HALF = r"(?P<half>[ap]\.?\s?m\b\.?)"

RULES: tuple[Rule, ...] = (
    rule(
        "clock", rf"\b{_ABOUT}(?<![\d:.,$€£])(?P<h>\d{{1,2}})(?:[:.](?P<min>\d\d))?\s*{_HALF}{_ZONE}", _clock
    ),
    rule(
        "clock",
        rf"\b{_ABOUT}(?<![\d:.,$€£-])(?P<h>\d{{1,2}}):(?P<min>\d\d)(?::\d\d)?(?P<half>){_ZONE}(?![\d:])",
        _clock,
    ),
    rule(
        "clock",
        rf"\b{_ABOUT}(?<![\d:.,$€£-])(?P<h>\d\d)(?P<min>\d\d)(?P<half>)\s*(?:hrs\b|hours\b|(?={v.any_of(_ZONES)}\b)){_ZONE}",
        _clock,
    ),
    rule("noon", rf"\b{_ABOUT}(?P<w>noon|midday|midnight)\b", _named),
    rule(
        "day part",
        rf"\b(?:early\s+|late\s+|mid-?)?(?:in\s+the\s+|at\s+|by\s+|before\s+|during\s+the\s+|the\s+)(?:early\s+|late\s+|mid-?)?(?P<w>{v.any_of(_PARTS)})\b",
        _part_of_day,
    ),
)
