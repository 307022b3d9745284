"""Hours from one clock time to another, and hours in words: "from 9:30 to 11 a.m.", "half past six"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.clocks import HALF, at, time_of
from reconcile.facets.temporal.reading import Context, Reading, Rule, rule
from reconcile.facets.temporal.zones import ZONE, zone_of
from reconcile.lexicons import mapping
from reconcile.schema import Granularity

_PARTS = mapping("time_day_parts")
_HOURS = {word: int(value) for word, value in mapping("time_numbers").items() if value.isdigit()}
_CLOCK_HOURS = {word: hour for word, hour in _HOURS.items() if word not in {"a", "an"} and 1 <= hour <= 12}
_PAST = {"half": 30, "quarter": 15}


def _from_to(match: re.Match[str], context: Context) -> Reading | None:
    """The start of the hours and how long they last; None for what is no time of day after all."""
    zone = zone_of(match["zone"], context.published)
    last = time_of(match["h2"], match["min2"], match["half2"], zone)
    first = time_of(match["h"], match["min"], match["half"] or match["half2"], zone)
    if first is None or last is None:
        return None
    if first > last and match["half2"] and not match["half"]:  # 9-5 p.m.: the start is before noon
        first = first.replace(hour=(first.hour + 12) % 24)
    seconds = Decimal(60 * ((_minutes(last) - _minutes(first)) % 1440))
    return replace(at(first), length_low=seconds, length_high=seconds) if seconds else None


def _minutes(clock: dt.time) -> int:
    return 60 * clock.hour + clock.minute


def _in_words(match: re.Match[str], _: Context) -> Reading | None:
    """ "six o'clock in the evening": the hour; open without the part of the day, as 6 may be 18."""
    hour = _CLOCK_HOURS.get(match["w"].lower()) or (int(match["w"]) if match["w"].isdigit() else 0)
    if not 1 <= hour <= 12:
        return None
    part = _PARTS.get((match["part"] or "").lower())
    if part is None:
        return Reading(granularity=Granularity.TIME_OF_DAY, relative=True)
    after_noon = part in {"afternoon", "evening"} or (part == "night" and 6 <= hour < 12)
    minute = _PAST.get((match["past"] or "").lower().split(" ")[-1], 0)
    return at(dt.time(hour % 12 + (12 if after_noon else 0), minute))


_TO = r"\s*(?:[-–—]|to|until|till|and|through)\s*"
_PART = r"(?:\s+(?:in\s+the|at)\s+(?P<part>morning|afternoon|evening|night)\b)"
_HOUR = rf"(?P<w>1[0-2]|[1-9]|{v.any_of(_CLOCK_HOURS)})"

RULES: tuple[Rule, ...] = (
    rule(
        "clock",
        rf"(?<![\d:.,$€£/-])\b(?P<h>\d{{1,2}})(?:[:.](?P<min>\d\d))?\s*{HALF}?{_TO}"
        rf"(?P<h2>\d{{1,2}})(?:[:.](?P<min2>\d\d))?\s*{HALF.replace('half', 'half2')}{ZONE}",
        _from_to,
    ),
    rule(
        "clock",
        rf"(?<![\d:.,$€£/-])\b(?P<h>\d{{1,2}}):(?P<min>\d\d)(?P<half>){_TO}(?P<h2>\d{{1,2}}):(?P<min2>\d\d)(?P<half2>)(?![\d:]){ZONE}",
        _from_to,
    ),
    rule("o'clock", rf"\b(?:at\s+)?(?P<past>(?!))?{_HOUR}\s+o\s?['’‘]\s?clock\b{_PART}?", _in_words),
    rule(
        "day part",
        rf"\b(?P<past>(?!))?(?:at|around|about|by|until|before|after)\s+{_HOUR}{_PART}",
        _in_words,
    ),
    rule("o'clock", rf"\b(?:at\s+)?(?P<past>half|(?:a\s+)?quarter)\s+past\s+{_HOUR}\b{_PART}?", _in_words),
)
