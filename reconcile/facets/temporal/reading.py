"""What a matched expression of time means, and what it is read against."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from reconcile.schema import Granularity, Interval, TimeForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Whether an expression looks ahead, and whether the sentence says so clearly."""

    future: bool
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """How far an expression is from a time that the text names: ``count`` times ``unit``.

    ``whole`` says that the calendar unit is meant ("the following week") and not a day in it,
    ``weekday`` that the next or last such day is. ``year`` stands for the same period of that
    year, ``within`` for these days of the year counted to. ``free`` says that the named time may
    stand anywhere before, ``takes_object`` that it may follow at once ("two days after Christmas").
    """

    unit: str
    count: int
    whole: bool = False
    weekday: int | None = None
    year: int | None = None
    day_part: str | None = None
    free: bool = True
    takes_object: bool = False
    within: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The meaning of one expression. ``intervals`` are its readings, likeliest first.

    ``relative`` says that it needs the date of publication. ``month_day`` and ``weekday`` keep
    what a dated or named day says, so that the two can be joined into one; ``away`` how
    far it is from a time that the text names, in whose place its own intervals then step back.
    A vague one has intervals only where it can end a range ("now").
    ``same`` marks "the same period", which only a year after it places.
    """

    form: TimeForm = TimeForm.CALENDAR
    intervals: tuple[Interval, ...] = ()
    granularity: Granularity | None = None
    relative: bool = False
    clock: dt.time | None = None
    day_part: str | None = None
    length_low: Decimal | None = None
    length_high: Decimal | None = None
    month_day: tuple[int, int] | None = None
    weekday: int | None = None
    away: Away | None = None
    same: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The sentence's characters and what its expressions are read against.

    ``outlook`` tells of the stretch ``(start, end)`` of the sentence whether it looks ahead,
    ``is_name`` and ``is_in_name`` whether what starts there is a name ("Theresa May") or ends one
    ("Herald Sunday"), ``is_count`` whether four digits count something ("2000 troops");
    ``is_quoted`` whether a place stands in quotation marks, ``dates_report`` whether what starts
    there is the day of a report ("said Monday"); ``modified`` the lemma of the noun that what stands
    there only modifies ("party" in "the Christmas party"), "" for none; ``day_first`` whether the
    document writes 4/9 for 4 September, None where it does not show.
    """

    text: str
    published: dt.date | None
    outlook: Callable[[int, int], Outlook]
    is_name: Callable[[int, int], bool]
    is_in_name: Callable[[int], bool]
    is_count: Callable[[int, int], bool]
    is_quoted: Callable[[int], bool]
    dates_report: Callable[[int], bool]
    modified: Callable[[int, int], str]
    day_first: bool | None = None


Builder = Callable[[re.Match[str], Context], Reading | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern and what its matches mean; ``cue`` is the kind of word that it cannot do without.

    The builder returns None for a match that is no time after all.
    """

    cue: str
    pattern: re.Pattern[str]
    build: Builder


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A reading and its place in the sentence."""

    start: int
    end: int
    reading: Reading


def rule(cue: str, pattern: str, build: Builder) -> Rule:
    return Rule(cue=cue, pattern=re.compile(pattern, re.IGNORECASE), build=build)


def calendar(granularity: Granularity, *intervals: Interval, relative: bool = False) -> Reading:
    """A calendar reading; intervals that repeat an earlier one are dropped."""
    return Reading(intervals=tuple(dict.fromkeys(intervals)), granularity=granularity, relative=relative)


def unresolved(granularity: Granularity) -> Reading:
    """A relative reading that nothing can be resolved against."""
    return Reading(granularity=granularity, relative=True)
