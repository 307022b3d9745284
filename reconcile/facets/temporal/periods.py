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
    year_of,
)
from reconcile.facets.temporal.months import in_part, with_part
from reconcile.facets.temporal.reading import Away, Context, Reading, Rule, calendar, rule, unresolved
from reconcile.schema import Granularity, Interval, TimeForm

_SPANNING = re.compile(r"\b(?:over|within|during|in)\s+$", re.IGNORECASE)
_TRADED = re.compile(
    r"\b(?:end(?:s|ed|ing)?|finish(?:es|ed|ing)?|clos(?:es?|ed|ing)|(?:start|beginning)\s+of)\s+$",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?:^|[,.;(]\s*|\d\s+|\b(?:up|down|higher|lower|percent)\s+)for\s+$", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[,.;)]|$)")
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
        return _or_from_now(reading, match, context, context.published)
    if match["part"].lower() in {"earlier", "later"} and v.shift_of(match["shift"]) == 0:
        return _rest(reading, context.published, match["part"].lower())
    return in_part(reading, match, context)


def _from_text(match: re.Match[str], unit: str) -> Away | None:
    """ "the following week", "the previous year": counted from the time that the text is at."""
    if (
        match["shift"].lower() not in {"following", "previous", "preceding"}
        or match["part"]
        or unit == "weekend"
    ):
        return None
    return Away(unit=unit, count=v.shift_of(match["shift"]), whole=True)


def _or_from_now(reading: Reading, match: re.Match[str], context: Context, today: dt.date) -> Reading:
    """ "over the last week", "the coming year": seven days and a year from now, and no calendar week or year.

    "the last week" alone may be either, "last week" is the calendar's.
    """
    unit, shift = match["u"].lower(), v.shift_of(match["shift"])
    if shift == 0 or unit == "weekend" or not match["the"]:
        return reading
    begin, last = sorted((today, shifted(today, unit, shift)))
    from_now = Interval(begin, last + DAY)
    is_span = _SPANNING.search(context.text[: match.start()]) is not None
    spans = {"past", "coming", "last", "next"} if is_span else {"past", "coming"}
    if match["shift"].lower() in spans and unit != "quarter":
        return calendar(Granularity.RANGE, from_now, *reading.intervals, relative=True)
    return replace(reading, intervals=(*reading.intervals, from_now))


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
    return in_part(_around(context.published, unit, 0), match, context)


def _day_of_trade(match: re.Match[str], context: Context) -> Reading | None:
    """ "the index ended the day lower": the day named before, else of publication or the one before it."""
    before = context.text[: match.start()]
    if context.published is None or not (
        _TRADED.search(before) or (_FOR.search(before) and _CLOSED.match(context.text, match.end()))
    ):
        return None
    today = context.published
    reading = calendar(Granularity.DAY, day(today), day(today - DAY), relative=True)
    return replace(reading, away=Away(unit="day", count=0, whole=True))


def _one_further(match: re.Match[str], context: Context) -> Reading:
    """ "the week after next", "the year before last"."""
    unit = match["u"].lower()
    if context.published is None:
        return unresolved(GRANULARITY_OF[unit])
    return _around(context.published, unit, 2 if match["way"].lower().startswith("after") else -2)


def _this_time(match: re.Match[str], context: Context) -> Reading:
    """ "this time last year": about the same day, which leaves the month; of last month, the week."""
    unit = match["u"].lower()
    if context.published is None:
        return unresolved(GRANULARITY_OF[unit])
    date = shifted(context.published, unit, v.shift_of(match["shift"]))
    around = {"year": "month", "month": "week", "week": "day"}[unit]
    whole, granularity = unit_around(date, around)
    return calendar(granularity, whole, day(date), unit_around(date, unit)[0], relative=True)


def _rest_of_this(match: re.Match[str], context: Context) -> Reading:
    unit = match["u"].lower()
    if context.published is None:
        return unresolved(GRANULARITY_OF[unit])
    return _rest(_around(context.published, unit, 0), context.published, "later")


def _end_of_this(match: re.Match[str], context: Context) -> Reading:
    unit = match["u"].lower()
    if match["y"]:
        return with_part(calendar(Granularity.YEAR, year_of(int(match["y"]))), "end")
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

RULES: tuple[Rule, ...] = (
    rule(
        "deictic",
        rf"\b(?P<lead>earlier\s+|later\s+|early\s+|late\s+)?(?P<w>{_DEICTIC})(?P<tail>\s+(?:morning|afternoon|evening|night))?\b",
        _deictic,
    ),
    rule(
        "unit",
        rf"\b{_P}(?P<the>the\s+)?(?P<shift>{v.SHIFT}|latest|most\s+recent)\s+(?P<u>{_PERIOD})\b(?!-|\s+of\s+an?\b)",
        _shifted_unit,
    ),
    rule("unit", rf"\b(?P<part>{v.PART})[\s-]+(?:the\s+)?(?P<u>{_PERIOD})\b", _part_of_this),
    rule("unit", rf"\b(?P<part>early|late)\s+in\s+the\s+(?P<u>{_PERIOD})\b", _part_of_this),
    rule(
        "unit",
        r"\bthe\s+(?P<u>week|weekend|month|year)\s+(?P<way>after\s+next|before\s+last)\b(?!\s+(?:week|month|year))",
        _one_further,
    ),
    rule("unit", r"\b(?P<part>earlier|later)\s+in\s+the\s+(?P<u>week|month|year)\b", _in_the_unit),
    rule(
        "unit",
        r"\b(?:the\s+)?(?:rest|remainder)\s+of\s+(?:the|this)\s+(?P<u>week|month|year)(?P<part>)\b",
        _rest_of_this,
    ),
    rule(
        "unit",
        rf"\b(?:the\s+)?(?P<u>year|month|week)(?:['’]s)?[\s-]end\b(?:\s+(?:of\s+)?(?P<y>{v.YEAR})\b)?",
        _end_of_this,
    ),
    rule(
        "unit",
        r"\b(?:about\s+|around\s+)?this\s+time\s+(?P<shift>last|next)\s+(?P<u>week|month|year)\b",
        _this_time,
    ),
    rule("unit", r"\b(?:the|over\s+the)\s+weekend\b", _the_weekend),
    rule("unit", r"\bthe\s+day\b(?!-|\s+(?:before|after|earlier|that|when|of|in)\b)", _day_of_trade),
)
