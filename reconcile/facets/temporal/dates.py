"""Dates with a day: "4 September 2025", "Sep 4", "Friday", "Monday the 26th"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import DAY, day, shifted_months
from reconcile.facets.temporal.reading import (
    Away,
    Context,
    Outlook,
    Reading,
    Rule,
    calendar,
    rule,
)
from reconcile.lexicons import rows, words
from reconcile.schema import Granularity, TimeForm

NEAR = 120
_VERY_NEAR = 20
"""Days within which the nearer year of a date without one wins over a doubtful and a clear tense."""


def _full(match: re.Match[str], _: Context) -> Reading:
    date = dt.date(int(match["y"]), v.month_number(match["m"]), v.day_number(match["d"]))
    return calendar(Granularity.DAY, day(date))


def _without_year(match: re.Match[str], context: Context) -> Reading:
    number = v.month_number(match["m"])
    if match["d"].isdigit() or match["d"][:1].isdigit():
        day_of_month = v.day_number(match["d"])
    else:
        day_of_month = v.ORDINALS[match["d"].lower()]
    return yearless(number, day_of_month, match, context)


def yearless(number: int, day_of_month: int, match: re.Match[str], context: Context) -> Reading:
    """A day and month, in the years about the date of publication; raises ValueError for 31 June."""
    dt.date(2000, number, day_of_month)
    month_day = (number, day_of_month)
    if context.published is None:
        return Reading(granularity=Granularity.DAY, relative=True, month_day=month_day)
    dates = list(_in_years_about(context.published, number, day_of_month))
    ahead = context.outlook(match.start(), match.end())
    ordered = in_order(dates, context.published, ahead, _VERY_NEAR)
    known = _known_day(match, context, month_day)
    return Reading(
        intervals=tuple(dict.fromkeys(map(day, (*known, *ordered)))),
        granularity=Granularity.DAY,
        relative=True,
        month_day=month_day,
    )


def _day_of_shifted_month(match: re.Match[str], context: Context) -> Reading:
    """ "the 21st of this month"."""
    if context.published is None:
        return Reading(granularity=Granularity.DAY, relative=True)
    first = shifted_months(context.published.replace(day=1), v.shift_of(match["shift"]))
    date = first.replace(day=v.day_number(match["d"]))
    return calendar(Granularity.DAY, day(date), relative=True)


def _known_day(match: re.Match[str], context: Context, month_day: tuple[int, int]) -> list[dt.date]:
    """ "the Sept. 11 attacks": the day that is called so; the years about the story are looser readings."""
    following = set(_WORDS.findall(context.text[match.end() : match.end() + _NEAR_BY].lower())[:2])
    days = [
        dt.date(int(year), *month_day)
        for month, of_month, year, nouns in rows("time_known_days")
        if (int(month), int(of_month)) == month_day and following & set(nouns.split())
    ]
    return [date for date in days if context.published is not None and date <= context.published]


def _in_years_about(published: dt.date, number: int, day_of_month: int) -> Iterator[dt.date]:
    for year in range(published.year - 1, published.year + 2):
        try:
            yield dt.date(year, number, day_of_month)
        except ValueError:  # 29 February, or a year off the calendar
            continue


def in_order(dates: list[dt.date], published: dt.date, ahead: Outlook, near: int = 0) -> list[dt.date]:
    """The last date up to and the first from ``published`` on, likeliest first.

    The tense decides; but a date a few weeks off on the other side beats one most
    of a year away; where the tense is clear, only within ``near`` days.
    """
    back = max((date for date in dates if date <= published), default=None)
    forth = min((date for date in dates if date >= published), default=None)
    if back is None or forth is None or back == forth:
        return [date for date in (back, forth) if date is not None][:1]
    by_tense = (forth, back) if ahead.future else (back, forth)
    first, second = by_tense
    limit = near if ahead.certain else NEAR
    if abs(second - published).days <= limit and abs(first - published).days > NEAR:
        return [second, first]
    return [first] if ahead.certain else [first, second]


def _weekday(match: re.Match[str], context: Context) -> Reading | None:
    word = match["w"]
    if len(word) <= 5 and not word[:1].isupper():
        return None
    if word.lower().rstrip(".") in {"sun", "sat", "mon", "wed", "fri"} and not _dates(match, context):
        return None
    if context.is_in_name(match.start("w")) or _names_a_custom(match, context):
        return None
    number = v.weekday_number(word)
    part_of_day = v.day_part(match["tail"], match["lead"])
    dates: list[dt.date] = []
    if context.published is not None:
        ahead = context.outlook(match.start("w"), match.end("w"))
        dates = _weekday_dates(number, (match["shift"] or "").lower(), context.published, ahead)
    away = _from_text(match, number, part_of_day)
    if away is not None and away.count > 0:
        return Reading(form=TimeForm.VAGUE, away=away)
    return Reading(
        intervals=tuple(dict.fromkeys(map(day, dates))),
        granularity=Granularity.DAY_PART if part_of_day else Granularity.DAY,
        relative=True,
        weekday=number,
        day_part=part_of_day,
        away=away,
    )


def _names_a_custom(match: re.Match[str], context: Context) -> bool:
    """ "Sunday school", "the Friday prayers": held every week, and no day of news."""
    dated = match["shift"] or match["lead"]
    return not dated and context.modified(match.start("w"), match.end()) in words("time_weekday_customs")


def _from_text(match: re.Match[str], weekday: int, part_of_day: str | None) -> Away | None:
    """ "the following Monday", "the previous Friday": counted from the day that the text is at."""
    shift = (match["shift"] or "").lower()
    if shift not in {"following", "previous", "preceding"}:
        return None
    return Away(unit="day", count=v.shift_of(shift), weekday=weekday, day_part=part_of_day)


def _weekday_beside(match: re.Match[str], context: Context) -> Reading | None:
    """ "the Tuesday after Easter"; "the Sunday after next" is the second from now."""
    number = v.weekday_number(match["w"])
    count = 1 if match["way"].lower() in {"after", "following"} else -1
    if not match["turn"]:
        away = Away(unit="day", count=count, weekday=number, free=False, takes_object=True)
        return Reading(form=TimeForm.VAGUE, away=away)
    if (match["turn"].lower() == "next") is not (count > 0):
        return None
    if context.published is None:
        return Reading(granularity=Granularity.DAY, relative=True, weekday=number)
    near = _weekday_dates(number, match["turn"], context.published, Outlook(future=count > 0, certain=True))
    return calendar(Granularity.DAY, day(near[0] + 7 * count * DAY), relative=True)


def _weekday_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "Monday the 26th": of the nearest month in which that day is a Monday."""
    number, day_of_month = v.weekday_number(match["w"]), v.day_number(match["d"])
    if context.published is None:
        return Reading(granularity=Granularity.DAY, relative=True, weekday=number)
    today = context.published
    dates = [
        date
        for months in range(-13, 14)
        if (date := shifted_months(today.replace(day=1), months) + (day_of_month - 1) * DAY).day
        == day_of_month
        and date.weekday() == number
    ]
    ordered = in_order(dates, today, context.outlook(match.start("w"), match.end("w")))
    return calendar(Granularity.DAY, *map(day, ordered), relative=True) if ordered else None


def _dates(match: re.Match[str], context: Context) -> bool:
    """Whether a short form that is also a word or a paper ("Sun") stands as a date does."""
    before = context.text[: match.start()]
    after = context.text[match.end() :]
    return bool(match["shift"] or re.search(r"(?:\bon|[(,])\s*$", before) or re.match(r",?\s+\d", after))


def _weekday_dates(number: int, shift: str, published: dt.date, ahead: Outlook) -> list[dt.date]:
    forth = published + ((number - published.weekday()) % 7) * DAY
    back = forth if forth == published else forth - 7 * DAY
    monday = published - published.weekday() * DAY
    if not shift:
        if ahead.certain:
            return [forth if ahead.future else back]
        return [forth, back] if ahead.future else [back, forth]
    match v.shift_of(shift):
        case -1:
            return [back if back < published else back - 7 * DAY, monday + (number - 7) * DAY]
        case 1:
            return [forth if forth > published else forth + 7 * DAY, monday + (number + 7) * DAY]
    return [monday + number * DAY, forth]


_WORDS = re.compile(r"[a-z]+|\S")
_NEAR_BY = 40
"""Characters after a date within which the noun that it names stands."""

_MD = rf"(?P<m>{v.MONTH})\s*(?:the\s+)?(?P<d>{v.DAY_NUMBER})"
_DM = rf"(?P<d>{v.DAY_NUMBER})(?:\s+of)?[\s-]+(?P<m>{v.MONTH})"
_SEPARATED = r"(?:\s*,\s*|\s+(?:of\s+|in\s+)?)"
_NOT_COUNT = r"(?![\w:]|[.,]\d|\s*(?:%|percent|per\s+cent|million|billion))"

RULES: tuple[Rule, ...] = (
    rule(
        "unit",
        r"\b(?:on\s+)?the\s+(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))\s+of\s+(?P<shift>last|this|next)\s+month\b",
        _day_of_shifted_month,
    ),
    rule("month", rf"\b{_MD}{_SEPARATED}(?P<y>{v.YEAR})\b", _full),
    rule("month", rf"(?<![\w.,$€£-]){_DM}{_SEPARATED}(?P<y>{v.YEAR})\b", _full),
    rule("month", rf"\b(?P<y>{v.YEAR})\s+{_MD}{_NOT_COUNT}", _full),
    rule("month", rf"\b{_MD}{_NOT_COUNT}", _without_year),
    rule("month", rf"(?<![\w.,$€£-]){_DM}(?![\w]|\s+\d{{1,2}}\b)", _without_year),
    rule("month", rf"\b(?P<m>{v.MONTH})\s+(?:the\s+)?(?P<d>{v.ORDINAL})\b", _without_year),
    rule("month", rf"\b(?:the\s+)?(?P<d>{v.ORDINAL})\s+(?:day\s+)?of\s+(?P<m>{v.MONTH})\b", _without_year),
    rule(
        "weekday",
        rf"\b(?P<w>{v.WEEKDAY}),?\s+(?:the\s+)?(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?!\s+(?:of\s+)?{v.MONTH})\b(?!-|\s+[a-z]+s\b)",
        _weekday_of_month,
    ),
    rule(
        "weekday",
        rf"\b(?:on\s+)?the\s+(?P<w>{v.WEEKDAY})\s+(?P<way>after|before|following|preceding)(?=\s+\w)(?:\s+(?P<turn>next|last)(?!\s+\w+\s*['’]s)\b(?!\s+(?:{v.UNIT}|{v.MONTH}|{v.SEASON}|{v.WEEKDAY})\b))?",
        _weekday_beside,
    ),
    rule(
        "weekday",
        rf"\b(?P<lead>(?:early|late|earlier|later|overnight)\s+(?:on\s+)?)?(?:(?P<shift>{v.SHIFT}|this\s+(?:past|coming))\s+)?(?P<w>{v.WEEKDAY})(?P<tail>[\s-]+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night))?(?![\w-]*\w)",
        _weekday,
    ),
)
