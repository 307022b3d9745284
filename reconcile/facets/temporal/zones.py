"""Time zones by their short names, and the American ones whose summer the date tells: "GMT", "ET"."""

from __future__ import annotations

import datetime as dt
import re

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import nth_weekday
from reconcile.lexicons import mapping

ZONES = {name: int(minutes) for name, minutes in mapping("time_zones").items()}
_AMERICAN = {"et": -300, "ct": -360, "mt": -420, "pt": -480}
"""Minutes from UTC in winter."""

_SUNDAY = 6
_SPELLED = (
    r"(?:Eastern(?:\s+(?:(?:Standard|Daylight)\s+)?Time)?"
    r"|(?:Central|Mountain|Pacific)\s+(?:(?:Standard|Daylight)\s+)?Time)"
)
_SHORT = rf"(?:{v.any_of([*ZONES, *_AMERICAN])})\b(?:\s?[+-]\s?\d{{1,2}}(?::?\d\d)?)?"
ZONE = rf"(?P<zone>\s*\(?\b(?:{_SHORT}|{_SPELLED})\)?)?(?:\s+local\s+time)?"
NAMED_ZONE = rf"(?:{v.any_of([*ZONES, *_AMERICAN])})\b"
"""A short name alone, of which a rule may ask that it follows."""


def zone_of(name: str | None, date: dt.date | None) -> dt.tzinfo | None:
    """The zone of "GMT", "EST", "Eastern time" or "(UTC+3)" about ``date``; None for none.

    "ET" is summer time for half of the year, so that without a date it stays open.
    """
    if not name:
        return None
    offset = re.search(r"([+-])\s?(\d{1,2})(?::?(\d\d))?", name)
    if offset:
        minutes = (int(offset[2]) * 60 + int(offset[3] or 0)) * (1 if offset[1] == "+" else -1)
    else:
        known = _minutes(name.strip(" ()\n\t").lower(), date)
        if known is None:
            return None
        minutes = known
    return dt.timezone(dt.timedelta(minutes=minutes)) if abs(minutes) < 24 * 60 else None


def _minutes(name: str, date: dt.date | None) -> int | None:
    words = name.split()
    if name in ZONES:
        return ZONES[name]
    winter = _AMERICAN[f"{words[0][0]}t"]
    if "standard" in words or "daylight" in words:
        return winter + 60 * ("daylight" in words)
    return None if date is None else winter + 60 * _is_american_summer(date)


def _is_american_summer(date: dt.date) -> bool:
    """From the second Sunday in March to the first in November (Energy Policy Act of 2005)."""
    begin, end = nth_weekday(date.year, 3, _SUNDAY, 2), nth_weekday(date.year, 11, _SUNDAY, 1)
    return begin <= date < end
