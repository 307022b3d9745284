"""Months, years, decades and centuries by name or number, with their early, mid and late parts."""

from __future__ import annotations

import re
from dataclasses import replace

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import day, full_year, month, part, season, year_of, years
from reconcile.facets.temporal.dates import in_order
from reconcile.facets.temporal.reading import Context, Reading, Rule, calendar, rule, unresolved
from reconcile.lexicons import words
from reconcile.schema import Granularity, Interval

_AMBIGUOUS = frozenset({"may", "march", "april", "june", "august", "jan", "mar", "dec"})
"""Months whose names are also verbs, adjectives, first names or short forms of others."""

_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|last|next|of|from|to|through|before|after|between|during|this|early|late|mid|and|or)"
    r"[\s-]+$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
_WHOSE_AGE = re.compile(r"\b(?:his|her|their|my|our|your|its)\s+$", re.IGNORECASE)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|of|by|from|until|till|to|and|before|after|between|circa|during|early|late|mid|the|through|year)[\s-]+$",
    re.IGNORECASE,
)
_DECADES_ONLY = 2000
_ABOUT_THE_TURN = 10
"""Years before and after the turn of a century that the words are used of."""

_PART_OF: dict[Granularity | None, Granularity] = {
    Granularity.WEEK: Granularity.RANGE,
    Granularity.MONTH: Granularity.MONTH_PART,
}


def with_part(reading: Reading, word: str | None) -> Reading:
    """``reading`` narrowed to the part that ``word`` ("early", "end of") names, if any.

    The whole period is its last and loosest reading.
    """
    if word is None:
        return reading
    name = v.part_name(word)
    wholes = reading.intervals
    parts = tuple(part(interval, name) for interval in wholes)
    return Reading(
        intervals=parts + wholes[:1],
        granularity=_PART_OF.get(reading.granularity, Granularity.YEAR_PART),
        relative=reading.relative,
    )


def in_part(reading: Reading, match: re.Match[str], context: Context) -> Reading:
    """``with_part`` the part that ``match`` names; "since the start of" it is since its first day."""
    parted = with_part(reading, match["part"])
    is_start = match["part"] is not None and v.part_name(match["part"]) == "start"
    if not is_start or not parted.intervals or not _SINCE.search(context.text[: match.start()]):
        return parted
    first = day(parted.intervals[0].begin)
    return calendar(Granularity.DAY, first, *parted.intervals, relative=reading.relative)


def _month_of_year(match: re.Match[str], context: Context) -> Reading:
    reading = calendar(Granularity.MONTH, month(int(match["y"]), v.month_number(match["m"])))
    return in_part(reading, match, context)


def _month_of_shifted_year(match: re.Match[str], context: Context) -> Reading:
    if context.published is None:
        return unresolved(Granularity.MONTH)
    year = context.published.year + v.shift_of(match["shift"])
    reading = calendar(Granularity.MONTH, month(year, v.month_number(match["m"])), relative=True)
    return in_part(reading, match, context)


def _shifted_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "last September": the one before this month; "next May": the one after it."""
    if not match["m"][:1].isupper():
        return None
    if context.published is None:
        return unresolved(Granularity.MONTH)
    number, today = v.month_number(match["m"]), context.published
    shift = v.shift_of(match["shift"])
    step = {-1: -(number >= today.month), 0: 0, 1: number <= today.month}[shift]
    other = month(today.year + shift, number) if shift else month(today.year, number)
    reading = calendar(Granularity.MONTH, month(today.year + step, number), other, relative=True)
    return in_part(reading, match, context)


def _bare_month(match: re.Match[str], context: Context) -> Reading | None:
    if not _is_month(match, context):
        return None
    if context.published is None:
        granularity = Granularity.MONTH if match["part"] is None else Granularity.MONTH_PART
        return Reading(granularity=granularity, relative=True, month_day=(v.month_number(match["m"]), 1))
    return in_part(_nearest(match, context, v.month_number(match["m"])), match, context)


def _is_month(match: re.Match[str], context: Context) -> bool:
    word, start = match["m"], match.start("m")
    plain = word.lower().rstrip(".")
    if not word[:1].isupper() or (word.isupper() and plain in _AMBIGUOUS):
        return False
    if plain not in _AMBIGUOUS and len(plain) > 3:
        return True
    introduced = match["part"] is not None or bool(_BEFORE_MONTH.search(context.text[:start]))
    if context.is_name(start, match.end("m")):
        return False
    return introduced or (plain not in {"may", "march", "mar", "jan"} and start > 0)


def _nearest(match: re.Match[str], context: Context, number: int) -> Reading:
    today = context.published
    assert today is not None
    if number == today.month:
        return calendar(Granularity.MONTH, month(today.year, number), relative=True)
    firsts = [month(year, number).begin for year in range(today.year - 1, today.year + 2)]
    ordered = in_order(firsts, today, context.outlook(match.start("m"), match.end("m")))
    months = (month(first.year, first.month) for first in ordered)
    return calendar(Granularity.MONTH, *months, relative=True)


def _bare_year(match: re.Match[str], context: Context) -> Reading | None:
    start, end = match.start("y"), match.end("y")
    year = int(match["y"])
    introduced = match["part"] or match["fiscal"] or _BEFORE_YEAR.search(context.text[:start])
    if context.is_count(start, end) or (not introduced and year < 1900) or _is_label(context.text[:start]):
        return None
    return in_part(calendar(Granularity.YEAR, year_of(year)), match, context)


def _is_label(before: str) -> bool:
    """ "Flight 1915", "Room 2012"."""
    word = re.search(r"(\w+)\.?\s+$", before)
    return word is not None and word[1].lower() in words("time_labels")


def _short_year(match: re.Match[str], context: Context) -> Reading | None:
    return calendar(Granularity.YEAR, year_of(full_year(int(match["y"]), context.published)))


def _decade(match: re.Match[str], context: Context) -> Reading | None:
    if _WHOSE_AGE.search(context.text[: match.start()]):
        return None
    if match["full"]:
        first = int(match["full"])
        if first % 100 == 0:
            return _hundreds(first, match, context)
    elif match["tens"]:
        first = (1900 if int(match["tens"]) > 2 else 2000) + 10 * int(match["tens"])
    else:
        first = 1920 + 10 * v.TENS.index(match["word"].lower())
    return in_part(calendar(Granularity.DECADE, years(first, 10)), match, context)


def _hundreds(first: int, match: re.Match[str], context: Context) -> Reading:
    """ "the 1800s" are a century and seldom ten years, "the 2000s" ten years."""
    decade = in_part(calendar(Granularity.DECADE, years(first, 10)), match, context)
    if first >= _DECADES_ONLY:
        return decade
    century = in_part(calendar(Granularity.CENTURY, years(first, 100)), match, context)
    return replace(century, intervals=(*century.intervals, *decade.intervals))


def _century(match: re.Match[str], context: Context) -> Reading | None:
    number = int(match["n"]) if match["n"] else v.ORDINALS[match["word"].lower()]
    if not 1 <= number <= 30:
        return None
    first = max(1, 100 * (number - 1))
    if match["turn"]:
        return calendar(Granularity.RANGE, years(max(1, first - _ABOUT_THE_TURN), 2 * _ABOUT_THE_TURN))
    return in_part(calendar(Granularity.CENTURY, years(first, 100 * number - first)), match, context)


def _season(match: re.Match[str], context: Context) -> Reading | None:
    first = v.SEASONS[match["s"].lower()]
    if match["y"]:
        return in_part(calendar(Granularity.SEASON, season(int(match["y"]), first)), match, context)
    if context.published is None:
        return unresolved(Granularity.SEASON)
    if match["year"]:
        year = context.published.year + v.shift_of(match["year"])
        return in_part(calendar(Granularity.SEASON, season(year, first), relative=True), match, context)
    return in_part(_shifted_season(match, context, first), match, context)


def _shifted_season(match: re.Match[str], context: Context, first: int) -> Reading:
    today = context.published
    assert today is not None
    about = [season(year, first) for year in range(today.year - 1, today.year + 2)]
    current = next((s for s in about if s.begin <= today < s.end), None)
    past = [s for s in about if s.end <= today]
    future = [s for s in about if s.begin > today]
    shift = match["shift"].lower() if match["shift"] else ""
    if shift and v.shift_of(shift):
        return calendar(Granularity.SEASON, past[-1] if v.shift_of(shift) < 0 else future[0], relative=True)
    readings: list[Interval] = [current] if current else []
    nearest = [past[-1], future[0]]
    if shift:
        nearest.sort(key=lambda s: s.begin.year != today.year)
    elif context.outlook(match.start(), match.end()).future:
        nearest.reverse()
    return calendar(Granularity.SEASON, *readings, *nearest, relative=True)


_P = rf"(?:(?P<part>{v.PART})[\s-]+(?:(?:(?<=\bearly\s)|(?<=\blate\s))in\s+)?)?"
_P_THE = rf"(?:(?P<part>{v.PART})(?:\s+the)?[\s-]+)?"
_MONTH = rf"(?P<m>{v.MONTH})"
_NO_DAY = r"(?!\s*\d)(?![\w-]*\w)"
_NUMBER_TAIL = r"(?![\w%]|[.,:/]\d|[-–]\d|\s*-\s*\w+-)"

RULES: tuple[Rule, ...] = (
    rule("month", rf"\b{_P}{_MONTH},?\s+(?:of\s+|in\s+)?(?P<y>{v.YEAR})\b", _month_of_year),
    rule("month", rf"\b{_P}(?P<y>{v.YEAR})\s+{_MONTH}{_NO_DAY}", _month_of_year),
    rule("month", rf"\b{_P}{_MONTH}\s+(?:of\s+)?(?P<shift>last|this|next)\s+year\b", _month_of_shifted_year),
    rule("month", rf"\b{_P}(?P<shift>{v.SHIFT}|this\s+(?:past|coming))\s+{_MONTH}{_NO_DAY}", _shifted_month),
    rule("month", rf"\b{_P}(?<![\w.-])(?<!\d\s){_MONTH}(?!\s*\d)(?!\w)", _bare_month),
    rule("month", rf"\b(?P<part>mid|early|late)-{_MONTH}(?!\s*\d)(?!\w)", _bare_month),
    rule(
        "year",
        rf"(?<![\d.,$€£#:/])\b{_P}(?P<fiscal>(?:the\s+)?(?:fiscal|financial)(?:\s+year)?\s+|FY\s?)?(?P<y>{v.YEAR}){_NUMBER_TAIL}",
        _bare_year,
    ),
    rule("apostrophe", r"(?<![\w])['’‘`](?P<y>\d\d)\b(?!['’]?s|[-\w])", _short_year),
    rule(
        "decade",
        rf"(?:\bthe\s+)?(?:\b{_P_THE})?(?:\b(?P<full>(?:1[5-9]|20)\d0|1[0-4]00)\s?['’]?s|(?<!\w)['’‘`]?(?P<tens>[2-9])0['’]?s|\b(?P<word>{'|'.join(v.TENS)}))\b",
        _decade,
    ),
    rule(
        "century",
        rf"\b(?:(?P<turn>(?:the\s+)?turn\s+of\s+the)\s+|(?:the\s+)?{_P_THE})(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{v.ORDINAL}))[\s-]+century\b",
        _century,
    ),
    rule(
        "season",
        rf"\b(?:the\s+)?{_P}(?P<s>{v.SEASON}),?\s+(?:of\s+)?(?:(?P<y>{v.YEAR})(?:[-–/](?:\d\d){{1,2}})?|(?P<year>last|this|next)\s+year)(?P<shift>)\b",
        _season,
    ),
    rule("season", rf"\b{_P}(?P<shift>{v.SHIFT})\s+(?P<s>{v.SEASON})(?P<y>)(?P<year>)\b", _season),
    rule(
        "season",
        r"\b(?:(?:in|over|during|throughout)\s+the\s+|by\s+|since\s+)(?P<part>early\s+|late\s+)?(?P<s>spring|summer|autumn|winter)(?P<y>)(?P<year>)(?P<shift>)\b(?!\s+\w+s\b|,?\s+(?:of\s+)?(?:\d|last|this|next))",
        _season,
    ),
)
