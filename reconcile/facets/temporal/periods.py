"""Periods counted from the date of publication: "next week", "two years ago", "the third quarter"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import (
    DAY,
    day,
    shifted,
    unit_around,
    weekend,
)
from reconcile.facets.temporal.durations import AMOUNT, duration, length_of, with_object
from reconcile.facets.temporal.months import with_part
from reconcile.facets.temporal.reading import Away, Context, Reading, Rule, calendar, rule, unresolved
from reconcile.schema import Granularity, Interval, TimeForm

_DAY_SECONDS = 86_400
_THAN = re.compile(r"\s+than\b", re.IGNORECASE)
GRANULARITY_OF = {
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "fortnight": Granularity.WEEK,
    "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "year": Granularity.YEAR,
    "decade": Granularity.DECADE,
    "century": Granularity.CENTURY,
    "weekend": Granularity.WEEKEND,
}


def _deictic(match: re.Match[str], context: Context) -> Reading:
    word = match["w"].lower()
    part_of_day = _deictic_part(word) or v.day_part(match["tail"], match["lead"])
    granularity = Granularity.DAY_PART if part_of_day else Granularity.DAY
    if context.published is None:
        return Reading(granularity=granularity, relative=True, day_part=part_of_day)
    offset = {"tomorrow": 1, "yesterday": -1}.get(word, -1 if word.startswith("last") else 0)
    if word.startswith("the day"):
        offset = 2 if word.endswith("tomorrow") else -2
    intervals: tuple[Interval, ...] = (day(context.published + offset * DAY),)
    if word == "overnight":
        intervals += (day(context.published - DAY),)
    return Reading(intervals=intervals, granularity=granularity, relative=True, day_part=part_of_day)


def _deictic_part(word: str) -> str | None:
    if word in {"tonight", "overnight", "last night"}:
        return "night"
    return v.day_part(word)


def _shifted_unit(match: re.Match[str], context: Context) -> Reading | None:
    unit = match["u"].lower().split()[-1]
    away = _from_text(match, unit)
    if away is not None and (match["shift"].lower() == "following" or context.published is None):
        return Reading(form=TimeForm.VAGUE, away=away)
    if context.published is None:
        return unresolved(GRANULARITY_OF[unit])
    reading = replace(_around(context.published, unit, v.shift_of(match["shift"])), away=away)
    if match["part"] is None:
        return _or_from_now(reading, match, context.published)
    if match["part"].lower() in {"earlier", "later"} and v.shift_of(match["shift"]) == 0:
        return _rest(reading, context.published, match["part"].lower())
    return with_part(reading, match["part"])


def _from_text(match: re.Match[str], unit: str) -> Away | None:
    """ "the following week", "the previous year": counted from the time that the text is at."""
    if (
        match["shift"].lower() not in {"following", "previous", "preceding"}
        or match["part"]
        or unit == "weekend"
    ):
        return None
    return Away(unit=unit, count=v.shift_of(match["shift"]), whole=True)


def _or_from_now(reading: Reading, match: re.Match[str], today: dt.date) -> Reading:
    """ "the last week" may also be the seven days up to now, as "last week" is not."""
    unit, shift = match["u"].lower(), v.shift_of(match["shift"])
    if shift == 0 or unit == "weekend" or not match["the"]:
        return reading
    begin, last = sorted((today, shifted(today, unit, shift)))
    return replace(reading, intervals=(*reading.intervals, Interval(begin, last + DAY)))


def _around(today: dt.date, unit: str, shift: int) -> Reading:
    if unit == "weekend":
        return calendar(Granularity.WEEKEND, weekend(today + 7 * shift * DAY), relative=True)
    interval, granularity = unit_around(shifted(today, unit, shift), unit)
    return calendar(granularity, interval, relative=True)


def _rest(reading: Reading, today: dt.date, part: str) -> Reading:
    """ "earlier this week" ends with the day of publication, "later this week" begins with it."""
    whole = reading.intervals[0]
    interval = Interval(whole.begin, today + DAY) if part == "earlier" else Interval(today, whole.end)
    granularities = {Granularity.MONTH: Granularity.MONTH_PART, Granularity.YEAR: Granularity.YEAR_PART}
    granularity = granularities.get(reading.granularity or Granularity.RANGE, Granularity.RANGE)
    return calendar(granularity, interval, relative=True)


def _part_of_this(match: re.Match[str], context: Context) -> Reading:
    """ "the end of the year", "mid-week": the year or week of publication is meant."""
    unit = match["u"].lower()
    if context.published is None:
        return unresolved(GRANULARITY_OF[unit])
    return with_part(_around(context.published, unit, 0), match["part"])


def _rest_of_this(match: re.Match[str], context: Context) -> Reading:
    unit = match["u"].lower()
    if context.published is None:
        return unresolved(GRANULARITY_OF[unit])
    return _rest(_around(context.published, unit, 0), context.published, "later")


def _end_of_this(match: re.Match[str], context: Context) -> Reading:
    unit = match["u"].lower()
    if context.published is None:
        return unresolved(GRANULARITY_OF[unit])
    return with_part(_around(context.published, unit, 0), "end")


def _the_weekend(match: re.Match[str], context: Context) -> Reading:
    if context.published is None:
        return unresolved(Granularity.WEEKEND)
    this = weekend(context.published)
    last = weekend(context.published - 7 * DAY)
    if context.published >= this.begin or context.outlook(match.start(), match.end()).future:
        return calendar(Granularity.WEEKEND, this, last, relative=True)
    return calendar(Granularity.WEEKEND, last, this, relative=True)


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
        beside = context.published + (DAY if ahead else -DAY)
        return calendar(Granularity.DAY, day(context.published), day(beside), relative=True)
    if low is None or high is None or unit not in GRANULARITY_OF:
        return Reading(form=TimeForm.VAGUE)
    sign = 1 if ahead else -1
    least, most = int(low // v.SECONDS[unit]), int(high // v.SECONDS[unit])
    if 2 * high > 3 * low:
        return _between(context.published, unit, sign * least, sign * most)
    middle = round((low + high) / 2 / v.SECONDS[unit])
    return _counted_from(context.published, unit, sign * middle)


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


def _in_the_unit(match: re.Match[str], context: Context) -> Reading | None:
    """ "earlier in the week": of this week, as news has it, unless what is told of is over."""
    unit, part = match["u"].lower(), match["part"].lower()
    ahead = context.outlook(match.start(), match.end())
    if ahead.certain and ahead.future is not (part == "later"):
        return Reading(form=TimeForm.VAGUE)
    if context.published is None:
        return unresolved(Granularity.RANGE)
    return _rest(_around(context.published, unit, 0), context.published, part)


_P = rf"(?:(?P<part>{v.PART})[\s-]+(?:in\s+)?)?"
_PERIOD = r"(?:week|weekend|month|year|quarter|decade|century)"
_DEICTIC = (
    r"today|tonight|tomorrow|yesterday|overnight|last\s+night|this\s+(?:morning|afternoon|evening)"
    r"|(?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow)"
)
_KIND = r"(?:(?:trading|business|working|calendar|consecutive|straight|more|long)\s+)?"
_HALF = r"(?P<half>\s+and\s+a\s+half\b)?"
_START = rf"(?:today|tomorrow|(?:next\s+|this\s+)?{v.WEEKDAY}|{v.MONTH}\s+\d+)"
_FROM = rf"(?<!for\s)from(?=\s+{_START}(?!\s+(?:to|until|through)\b))"
_WAY = rf"ago|from\s+now|{_FROM}|hence|later|earlier|before|previously|afterwards|after"

RULES: tuple[Rule, ...] = (
    rule(
        "deictic",
        rf"\b(?P<lead>earlier\s+|later\s+|early\s+|late\s+)?(?P<w>{_DEICTIC})(?P<tail>\s+(?:morning|afternoon|evening|night))?\b",
        _deictic,
    ),
    rule("unit", rf"\b{_P}(?P<the>the\s+)?(?P<shift>{v.SHIFT})\s+(?P<u>{_PERIOD})\b(?!-)", _shifted_unit),
    rule("unit", rf"\b(?P<part>{v.PART})[\s-]+(?:the\s+)?(?P<u>{_PERIOD})\b", _part_of_this),
    rule("unit", r"\b(?P<part>earlier|later)\s+in\s+the\s+(?P<u>week|month|year)\b", _in_the_unit),
    rule(
        "unit",
        r"\b(?:the\s+)?(?:rest|remainder)\s+of\s+(?:the|this)\s+(?P<u>week|month|year)(?P<part>)\b",
        _rest_of_this,
    ),
    rule("unit", r"\b(?P<u>year|month|week)[\s-]end\b(?P<part>)", _end_of_this),
    rule("unit", r"\b(?:the|over\s+the)\s+weekend\b", _the_weekend),
    rule(
        "unit",
        rf"\b{AMOUNT}[\s-]+{_KIND}(?P<u>{v.UNIT})\b{_HALF}(?:\s+(?P<way>{_WAY})\b)?(?!-(?!old|long))",
        _amount,
    ),
    rule("unit", rf"\b(?P<way>in)\s+{AMOUNT}[\s-]+(?P<u>{v.UNIT})\b(?!-)(?:['’]?\s+time)?", _counted),
)
