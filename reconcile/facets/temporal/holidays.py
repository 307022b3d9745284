"""Named days: "Christmas Eve", "Thanksgiving", "Easter Monday", "Labor Day weekend"."""

from __future__ import annotations

import datetime as dt
import re

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import DAY, day, easter, nth_weekday, weekend
from reconcile.facets.temporal.dates import in_order, yearless
from reconcile.facets.temporal.reading import Context, Reading, Rule, calendar, rule, unresolved
from reconcile.lexicons import rows, words
from reconcile.schema import Granularity, Interval, TimeForm

_HOLIDAYS = {name: (month, which) for name, month, which in rows("time_holidays")}
_BY_LETTERS = {re.sub("['’]", "", name): name for name in _HOLIDAYS}


def _holiday(match: re.Match[str], context: Context) -> Reading | None:
    if _is_just_a_good_day(match) or _names_a_custom(match, context):
        return None
    number, which = _HOLIDAYS[_BY_LETTERS[re.sub("['’]", "", re.sub(r"\s+", " ", match["name"].lower()))]]
    whole_weekend = match["weekend"] is not None
    granularity = Granularity.WEEKEND if whole_weekend else Granularity.DAY
    if match["y"] is not None:
        intervals = [day(_date(number, which, int(match["y"])))]
    elif context.published is None:
        return unresolved(granularity)
    elif match["year"] is not None:
        intervals = [day(_date(number, which, context.published.year + v.shift_of(match["year"])))]
    else:
        intervals = list(_about(number, which, match, context))
    if whole_weekend:
        intervals = [_with_weekend(interval) for interval in intervals]
    return calendar(granularity, *intervals, relative=match["y"] is None)


def _is_just_a_good_day(match: re.Match[str]) -> bool:
    """ "a good Friday for shares" is no Good Friday."""
    first, *rest = match["name"].split()
    return bool(rest) and first.islower() and first in words("time_named_weekdays") and match["y"] is None


def _names_a_custom(match: re.Match[str], context: Context) -> bool:
    """ "the Christmas party", "Black Friday sales": no date, as "the Christmas Eve attack" is one."""
    words_ = match["name"].lower().split()
    dated = (
        words_[-1] in {"day", "eve", "night"}
        or match["y"]
        or match["year"]
        or match["shift"]
        or match["weekend"]
    )
    return not dated and bool(context.modified(match.start("name"), match.end("name")))


def _about(number: str, which: str, match: re.Match[str], context: Context) -> tuple[Interval, ...]:
    """The named day of the years about the date of publication, likeliest first."""
    today = context.published
    assert today is not None
    dates = [_date(number, which, year) for year in range(today.year - 1, today.year + 2)]
    shift = v.shift_of(match["shift"]) if match["shift"] else 0
    if shift:
        found = max(d for d in dates if d < today) if shift < 0 else min(d for d in dates if d > today)
        return (day(found),)
    if number.isdigit() and which.isdigit():
        return yearless(int(number), int(which), match, context).intervals
    return tuple(map(day, in_order(dates, today, context.outlook(match.start(), match.end()))))


def _date(month: str, which: str, year: int) -> dt.date:
    """By day of the month, as the n-th weekday of it with days after, or by days after Easter."""
    if month == "easter":
        return easter(year) + int(which) * DAY
    if which.isdigit():
        return dt.date(year, int(month), int(which))
    weekday, count, *after = map(int, which.split())
    return nth_weekday(year, int(month), weekday, count) + sum(after) * DAY


def _with_weekend(holiday: Interval) -> Interval:
    """The nearest weekend and the holiday, as one stretch."""
    date = holiday.begin
    near = min((weekend(date), weekend(date - 7 * DAY)), key=lambda w: abs((w.begin - date).days))
    return Interval(min(near.begin, holiday.begin), max(near.end, holiday.end))


def _named_weekday(match: re.Match[str], _: Context) -> Reading | None:
    """ "Black Monday", "Super Tuesday": the name of a day that only history tells."""
    return Reading(form=TimeForm.VAGUE) if match[0][0].isupper() else None


RULES: tuple[Rule, ...] = (
    rule(
        "holiday",
        rf"\b(?:(?P<shift>last|next)\s+)?(?P<name>{v.any_of(_HOLIDAYS)})(?!\w)(?P<weekend>\s+weekend\b)?(?:,?\s+(?:of\s+)?(?:(?P<y>{v.YEAR})|(?P<year>last|this|next)\s+year)\b)?",
        _holiday,
    ),
    rule("weekday", rf"\b{v.any_of(words('time_named_weekdays'))}\s+{v.WEEKDAY}\b", _named_weekday),
)
