"""Portions of a period: "the first week of June", "the last three months of 2021", "the week of April 10"."""

from __future__ import annotations

import datetime as dt
import re

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import (
    DAY,
    month,
    nth_weekday,
    shifted,
    shifted_months,
    unit_around,
    week,
    year_of,
)
from reconcile.facets.temporal.dates import in_order
from reconcile.facets.temporal.reading import Away, Context, Reading, Rule, calendar, rule, unresolved
from reconcile.lexicons import rows
from reconcile.schema import Granularity, Interval, TimeForm

_COUNTS = {word: int(low) for word, low, *rest in rows("time_numbers") if rest == [low] and low.isdigit()}
_GRANULARITY = {"day": Granularity.DAY, "week": Granularity.WEEK, "month": Granularity.MONTH}
_FEW = {"day": 7, "week": 4, "month": 3}
"""How many "the last days" or "the first weeks" of a period are at most."""

_SATURDAY = 5
_THURSDAY = 3 * DAY
"""A week belongs to the period that its Thursday lies in, as in ISO 8601."""


def _portion(match: re.Match[str], context: Context) -> Reading | None:
    word = match["u"].lower()
    unit = {"halves": "half"}.get(word, word.rstrip("s"))
    if word.endswith("s") and not match["count"]:
        return _some(match, context, unit)
    count = _count(match["count"])
    number = _number(match["n"].lower())
    if count < 1 or (count > 1 and number not in {1, -1}):
        return None
    granularity = _GRANULARITY.get(unit, Granularity.RANGE) if count == 1 else Granularity.RANGE
    wholes = _wholes(match, context)
    if wholes is None:
        return unresolved(granularity)
    cut = [_cut(whole, unit, number, count) for whole in wholes]
    fitting = [part for part in cut if part is not None]
    return calendar(granularity, *fitting, relative=not _has_year(match)) if fitting else None


def _some(match: re.Match[str], context: Context, unit: str) -> Reading | None:
    """ "the final days of 2019": few at that end of it, and the whole as the looser reading."""
    number = _number(match["n"].lower())
    wholes = _wholes(match, context)
    if number not in {1, -1} or unit not in _FEW:
        return None
    granularity = Granularity.MONTH_PART if match["m"] else Granularity.YEAR_PART
    if wholes is None:
        return unresolved(granularity)
    cut = [part for whole in wholes if (part := _cut(whole, unit, number, _FEW[unit])) is not None]
    return calendar(granularity, *cut, *wholes[:1], relative=not _has_year(match)) if cut else None


def _nth_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """ "the first Monday of May", "the last weekend in June"."""
    number = _number(match["n"].lower())
    is_weekend = match["w"].lower() == "weekend"
    granularity = Granularity.WEEKEND if is_weekend else Granularity.DAY
    wholes = _wholes(match, context)
    if wholes is None:
        return unresolved(granularity)
    weekday = _SATURDAY if is_weekend else v.weekday_number(match["w"])
    dates = [nth_weekday(whole.begin.year, whole.begin.month, weekday, number) for whole in wholes]
    fitting = [date for date, whole in zip(dates, wholes, strict=True) if whole.begin <= date < whole.end]
    days = [Interval(date, date + (2 if is_weekend else 1) * DAY) for date in fitting]
    return calendar(granularity, *days, relative=not _has_year(match)) if days else None


def _count(word: str | None) -> int:
    if not word:
        return 1
    return int(word) if word.isdigit() else _COUNTS.get(word.lower(), 0)


def _number(word: str) -> int:
    """1 for the first, 2 for the second, -1 for the last."""
    if word[0].isdigit():
        return v.day_number(word)
    return {"opening": 1, "last": -1, "final": -1, "closing": -1}.get(word) or v.ORDINALS[word]


def _has_year(match: re.Match[str]) -> bool:
    return bool(match.groupdict().get("y") or match["my"])


def _wholes(match: re.Match[str], context: Context) -> list[Interval] | None:
    """The readings of the period that a portion is of; None where it cannot be resolved."""
    if match.groupdict().get("y"):
        return [year_of(int(match["y"]))]
    if match["m"]:
        return _months(match, context)
    if context.published is None:
        return None
    unit = match["pu"].lower()
    return [unit_around(shifted(context.published, unit, v.shift_of(match["shift"] or "this")), unit)[0]]


def _months(match: re.Match[str], context: Context) -> list[Interval] | None:
    number = v.month_number(match["m"])
    if match["my"]:
        return [month(int(match["my"]), number)]
    if context.published is None:
        return None
    today = context.published
    firsts = [month(year, number).begin for year in range(today.year - 1, today.year + 2)]
    ordered = in_order(firsts, today, context.outlook(match.start("m"), match.end("m")))
    return [month(first.year, first.month) for first in ordered]


def _cut(whole: Interval, unit: str, number: int, count: int) -> Interval | None:
    """``count`` units of a period from its start or, for -1, up to its end; None where it has none."""
    if unit == "half":
        middle = whole.begin + (whole.end - whole.begin) // 2
        return {1: Interval(whole.begin, middle), 2: Interval(middle, whole.end)}.get(abs(number))
    if unit == "week":
        return _weeks(whole, number, count)
    if number > 0:
        begin = _shifted(whole.begin, unit, number - 1)
        part = Interval(begin, _shifted(begin, unit, count))
    else:
        part = Interval(_shifted(whole.end, unit, -count), whole.end)
    return part if whole.contains(part) else None


def _weeks(whole: Interval, number: int, count: int) -> Interval:
    if number > 0:
        begin = week(whole.begin + _THURSDAY).begin + 7 * (number - 1) * DAY
    else:
        begin = week(whole.end - _THURSDAY - DAY).begin - 7 * (count - 1) * DAY
    return Interval(begin, begin + 7 * count * DAY)


def _shifted(date: dt.date, unit: str, count: int) -> dt.date:
    return shifted_months(date, count) if unit == "month" else date + count * DAY


def _unit_of(match: re.Match[str], _: Context) -> Reading:
    """ "the week of": the one that the day after it lies in."""
    unit = match["u"].lower()
    away = Away(unit=unit, count=0, whole=True, free=False, takes_object=True)
    return Reading(form=TimeForm.VAGUE, away=away)


_NTH = rf"(?:opening|closing|last|final|{v.ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))"
_PERIOD = (
    rf"(?:(?P<m>{v.MONTH})(?:,?\s+(?:of\s+)?(?P<my>{v.YEAR}))?|(?:the\s+year\s+)?(?P<y>{v.YEAR})"
    rf"|(?:(?P<shift>last|this|next)|the)\s+(?P<pu>year|month|quarter))"
)
_MONTH = (
    rf"(?:(?P<m>{v.MONTH})(?:,?\s+(?:of\s+)?(?P<my>{v.YEAR}))?"
    r"|(?:(?P<shift>last|this|next)|the)\s+(?P<pu>month))"
)
_UNIT = r"(?P<u>days?|weeks?|months?|half|halves)"

RULES: tuple[Rule, ...] = (
    rule(
        "unit",
        rf"\b(?:the\s+)?(?P<n>{_NTH})\s+(?:(?P<count>\d{{1,2}}|{v.any_of(_COUNTS)})\s+)?{_UNIT}\s+(?:of|in)\s+{_PERIOD}(?![\w-]*\w)",
        _portion,
    ),
    *(
        rule(
            cue,
            rf"\b(?:the\s+)?(?P<n>first|second|third|fourth|fifth|last|final|[1-5](?:st|nd|rd|th))\s+(?P<w>{word})\s+(?:of|in)\s+{_MONTH}(?![\w-]*\w)",
            _nth_weekday,
        )
        for cue, word in (("weekday", v.WEEKDAY), ("unit", "weekend"))
    ),
    rule(
        "unit",
        rf"\b(?:the\s+)?(?P<u>week|weekend)\s+(?:of|beginning|starting|commencing|ending)(?=\s+(?:the\s+)?(?:{v.MONTH}\s*\d|{v.WEEKDAY}|{v.DAY_NUMBER}\s+(?:of\s+)?{v.MONTH}))",
        _unit_of,
    ),
)
