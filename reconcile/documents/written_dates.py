"""Dates as people and programs write them: ISO 8601, "3 March 2024", "March 3, 2024, 10:15 GMT"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from reconcile.errors import OptionError
from reconcile.lexicons import mapping
from reconcile.lexicons.letters import with_plain_letters

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\.?,?\s+)?"
_ZONE_HOURS = {"Z": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6}
_ZONE_HOURS |= {"PST": -8, "PDT": -7, "CET": 1, "CEST": 2}
"""Zones that stand for one offset: RFC 5322, section 4.3, and Central European time. Others ("ET",
"BST", "IST") name several, so a time in them is left out and only the day is kept."""
_CLOCK = (
    r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2})(?:[:.](?P<second>[0-9]{2})(?:\.[0-9]+)?)?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?"
)
_ZONE = r"(?:\s*\(?(?P<zone>[a-z]{1,5}|(?:GMT|UTC)?[+-][0-9]{1,2}(?::?[0-9]{2})?)\)?)?"
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
    r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """A date as it was stated. ``day`` is None where the words do not name one day for certain.

    ``at`` is set only where a time of day with a known zone stands with it; it is aware, and
    ``day`` is the day in that zone.
    """

    text: str
    day: dt.date | None
    at: dt.datetime | None = None


def parse_published(value: str) -> tuple[dt.date, dt.datetime | None]:
    """An ISO 8601 day, or a day and time with its zone; raises OptionError for anything else."""
    stated = read_iso(value)
    if stated is None or stated.day is None:
        raise OptionError(f"{value!r} is not a date; write it as 2025-09-02 or 2025-09-02T10:15Z")
    if stated.at is None and not _ISO_DAY.fullmatch(stated.text):
        raise OptionError(f"{value!r} has no time zone; write it as 2025-09-02T10:15Z or +02:00")
    return stated.day, stated.at


def read_iso(value: str) -> StatedDate | None:
    """An ISO 8601 date or time, None for other text; a time without a zone gives its day only."""
    text = value.strip()
    if not (_ISO_DAY.fullmatch(text) or _ISO_TIME.fullmatch(text)):
        return None
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return StatedDate(text=text, day=None)
    return StatedDate(text=text, day=moment.date(), at=moment if moment.tzinfo else None)


def read_date(words: str) -> StatedDate | None:
    """The date that ``words`` are, from end to end; None where they are something else.

    03/04/2024 is read as no day at all: it is in March for some and in April for others.
    A day of the week that does not fit the date leaves it open too.
    """
    text = words.strip(" \t.,;")
    iso = read_iso(text)
    if iso is not None:
        return iso
    for pattern in _patterns():
        match = pattern.fullmatch(with_plain_letters(text))
        if match is not None:
            return _stated(text, match.groupdict())
    return None


@cache
def dated_words() -> str:
    """A pattern, without groups, of a day with a year in words or in ISO 8601."""
    month = _month_pattern()
    day = r"[0-9]{1,2}(?:st|nd|rd|th)?"
    return (
        rf"(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|(?i:{month})\.?\s{day},?\s[0-9]{{4}}"
        rf"|{day}\s(?i:{month})\.?,?\s[0-9]{{4}})"
    )


def is_calendar_word(word: str) -> bool:
    """Whether ``word`` is a month or a day of the week."""
    bare = word.strip(".,").lower()
    return bare in mapping("month_names") or bare in _WEEKDAYS


def _month_pattern() -> str:
    return "|".join(sorted(mapping("month_names"), key=len, reverse=True))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{_month_pattern()})\.?"
    day = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
    year = r"(?P<year>[0-9]{4})"
    days = (
        rf"{month}\s+{day},?\s+{year}",
        rf"(?:the\s+)?{day}(?:\s+of)?[\s-]{month}[,\s-]\s*{year}",
        rf"{year}[/.-](?P<month>[0-9]{{1,2}})[/.-]{day}",
        rf"(?P<left>[0-9]{{1,2}})[/.-](?P<right>[0-9]{{1,2}})[/.-]{year}",
    )
    before = rf"(?:{_CLOCK}{_ZONE}(?:,|\s+on|\s)\s*)"
    after = rf"(?:(?:,?\s+at|,|\s+-)?\s+{_CLOCK}{_ZONE})?"
    forms = [_WEEKDAY + form + after for form in days] + [before + _WEEKDAY + form for form in days]
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _stated(text: str, parts: dict[str, str | None]) -> StatedDate:
    day = _day(parts)
    weekday = (parts["weekday"] or "").lower()
    if day is None or (weekday and not _WEEKDAYS[day.weekday()].startswith(weekday)):
        return StatedDate(text=text, day=None)
    return StatedDate(text=text, day=day, at=_moment(day, parts))


def _day(parts: dict[str, str | None]) -> dt.date | None:
    year = int(parts["year"] or 0)
    if parts.get("left"):
        left, right = int(parts["left"] or 0), int(parts["right"] or 0)
        readings = {_valid_day(year, left, right), _valid_day(year, right, left)} - {None}
        return readings.pop() if len(readings) == 1 else None
    month = (parts["month"] or "").lower()
    return _valid_day(year, int(mapping("month_names").get(month, month)), int(parts["day"] or 0))


def _valid_day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _moment(day: dt.date, parts: dict[str, str | None]) -> dt.datetime | None:
    zone = _zone((parts["zone"] or "").upper())
    if zone is None or parts["hour"] is None:
        return None
    hour = int(parts["hour"])
    half = (parts["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        clock = dt.time(hour, int(parts["minute"] or 0), int(parts["second"] or 0), tzinfo=zone)
    except ValueError:
        return None
    return dt.datetime.combine(day, clock)


def _zone(name: str) -> dt.tzinfo | None:
    if name in _ZONE_HOURS:
        return dt.timezone(dt.timedelta(hours=_ZONE_HOURS[name]))
    offset = re.fullmatch(r"(?:GMT|UTC)?([+-])([0-9]{1,2})(?::?([0-9]{2}))?", name)
    if offset is None or int(offset[2]) > 14:
        return None
    length = dt.timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    return dt.timezone(-length if offset[1] == "-" else length)
