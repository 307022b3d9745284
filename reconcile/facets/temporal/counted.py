"""Numbers of units from now or from the text: "two years ago", "in six weeks", "three days later"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import DAY, day, shifted, unit_around
from reconcile.facets.temporal.durations import AMOUNT, duration, length_of, with_object
from reconcile.facets.temporal.periods import GRANULARITY_OF
from reconcile.facets.temporal.reading import Away, Context, Reading, Rule, calendar, rule, unresolved
from reconcile.schema import Granularity, Interval, TimeForm

_DAY_SECONDS = 86_400
_THAN = re.compile(r"\s+than\b", re.IGNORECASE)


def _amount(match: re.Match[str], context: Context) -> Reading | None:
    """A number of units: how long, how long ago, or how long after something."""
    match (match["way"] or "").lower().split():
        case []:
            return duration(match, context)
        case ["ago" | "hence"] | ["from", "now"]:
            return _counted(match, context)
    return _relative_to_text(match, context)


def _counted(match: re.Match[str], context: Context) -> Reading | None:
    """ "two years ago", "three days later", "in six weeks"."""
    low, high = length_of(match)
    unit = v.UNITS[match["u"].lower()]
    ahead = match["way"].lower() != "ago"
    if context.published is None:
        return unresolved(GRANULARITY_OF.get(unit, Granularity.DAY))
    if match["way"].lower() == "in" and not _is_ahead(match, context):
        return Reading(form=TimeForm.DURATION, length_low=low, length_high=high)
    if unit not in GRANULARITY_OF:
        return _nights_or_hours(match, context.published, ahead=ahead)
    if low is None or high is None:
        return Reading(form=TimeForm.VAGUE)
    return _units_off(context.published, unit, (low, high), ahead=ahead)


def _units_off(today: dt.date, unit: str, length: tuple[Decimal, Decimal], *, ahead: bool) -> Reading:
    """As many units as ``length`` holds, in seconds from and to; a day may follow ("a year ago today")."""
    low, high = length
    sign = 1 if ahead else -1
    least, most = int(low // v.SECONDS[unit]), int(high // v.SECONDS[unit])
    if 2 * high > 3 * low:
        return _between(today, unit, sign * least, sign * most)
    middle = round((low + high) / 2 / v.SECONDS[unit])
    is_exact = low == high and not ahead and unit != "day"
    away = Away(unit=unit, count=-middle, free=False, takes_object=True) if is_exact else None
    return replace(_counted_from(today, unit, sign * middle), away=away)


def _nights_or_hours(match: re.Match[str], today: dt.date, *, ahead: bool) -> Reading:
    """ "two nights ago" is a night; hours and minutes leave today or the day beside it."""
    low, high = length_of(match)
    step = DAY if ahead else -DAY
    if v.UNITS[match["u"].lower()] != "night" or low is None or low != high:
        return calendar(Granularity.DAY, day(today), day(today + step), relative=True)
    night = day(today + int(low // _DAY_SECONDS) * step)
    return replace(calendar(Granularity.DAY_PART, night, relative=True), day_part="night")


def _is_ahead(match: re.Match[str], context: Context) -> bool:
    """Whether "in two weeks" is when and not how long; "twice in a year" is how long."""
    ahead = context.outlook(match.start(), match.end())
    return ahead.future and (ahead.certain or match["n"].lower() not in {"a", "an", "one"})


def _between(today: dt.date, unit: str, one: int, other: int) -> Reading:
    """ "a few weeks ago": anywhere from the least to the greatest count of units."""
    begin, end = sorted((shifted(today, unit, one), shifted(today, unit, other)))
    return calendar(Granularity.RANGE, Interval(begin, end + DAY), relative=True)


def _counted_from(today: dt.date, unit: str, count: int) -> Reading:
    """The calendar unit that far off; half a unit to either side of the very day is a looser reading."""
    date = shifted(today, unit, count)
    interval, granularity = unit_around(date, "week" if unit == "fortnight" else unit)
    if unit == "day":
        return calendar(granularity, interval, relative=True)
    slack = (interval.end - interval.begin) // 2
    return calendar(
        granularity, interval, day(date), Interval(date - slack, date + slack + DAY), relative=True
    )


def _relative_to_text(match: re.Match[str], context: Context) -> Reading:
    """ "three days later", "a week before": counted from a time that only the text tells."""
    low, high = length_of(match)
    seconds = v.SECONDS[v.UNITS[match["u"].lower()]]
    exact = low is not None and low == high and seconds >= _DAY_SECONDS and low % seconds == 0
    if not exact or low is None or _THAN.match(context.text, match.end()):
        return Reading(form=TimeForm.VAGUE)
    way = match["way"].lower()
    count = int(low // seconds) * (-1 if way in {"earlier", "before", "previously"} else 1)
    away = Away(unit=v.UNITS[match["u"].lower()], count=count)
    return Reading(form=TimeForm.VAGUE, away=with_object(away, way, context.text[match.end() :]))


def _so_long_before(match: re.Match[str], _: Context) -> Reading:
    """ "the year-ago quarter": the quarter that the text is at, a year before."""
    unit = re.split(r"[\s-]", re.sub(r"(?i)^the\s+(?:same\s+)?", "", match[0]))[0].lower()
    return Reading(form=TimeForm.VAGUE, away=Away(unit=unit, count=-1))


_KIND = r"(?:(?:trading|business|working|calendar|consecutive|straight|more|long)\s+)?"
_HALF = r"(?P<half>\s+and\s+a\s+half\b)?"
_START = rf"(?:today|tomorrow|(?:next\s+|this\s+)?{v.WEEKDAY}|{v.MONTH}\s+\d+)"
_FROM = rf"(?<!for\s)from(?=\s+{_START}(?!\s+(?:to|until|through)\b))"
_WAY = rf"ago|from\s+now|{_FROM}|hence|later|earlier|before|previously|afterwards|after"


RULES: tuple[Rule, ...] = (
    rule(
        "unit",
        r"\bthe\s+(?:same\s+)?(?:year|month|week)[\s-](?:ago|earlier)\s+(?:period|quarter|month|week)\b",
        _so_long_before,
    ),
    rule(
        "unit",
        rf"\b{AMOUNT}[\s-]+{_KIND}(?P<u>{v.UNIT})\b{_HALF}(?:\s+(?P<way>{_WAY})\b)?(?!-(?!old|long))",
        _amount,
    ),
    rule("unit", rf"\b(?P<way>in)\s+{AMOUNT}[\s-]+(?P<u>{v.UNIT})\b(?!-)(?:['’]?\s+time)?", _counted),
)
