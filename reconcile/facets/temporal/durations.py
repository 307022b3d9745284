"""Lengths of time ("for three months"), recurrences ("every Monday") and vague words ("recently")."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from reconcile.facets.temporal import vocabulary as v
from reconcile.facets.temporal.calendar import day
from reconcile.facets.temporal.reading import Away, Context, Reading, Rule, rule
from reconcile.lexicons import rows, words
from reconcile.schema import TimeForm

_WORD_VALUES = {word: (low, high) for word, low, *rest in rows("time_numbers") for high in rest or [""]}
_AWAY = {
    word: Away(unit=(*rest, "day")[0], count=int(count), whole=bool(rest), day_part=(*rest, None, None)[1])
    for word, _, count, *rest in (row for row in rows("time_vague") if len(row) > 2)
}
_SAME = re.compile(r"the\s+same\s+(?:period|quarter|month|week|time)", re.IGNORECASE)
_CLAUSE = re.compile(r"\s+\w")
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_NUMBER = rf"(?:\d[\d,]{{0,11}}(?:\.\d+)?|(?:{_TENS})-(?:{_ONES})|{v.any_of(_WORD_VALUES)})"
_AS_AS = re.compile(r"\b(?:as|went|go|going|thus)\s+$", re.IGNORECASE)
_NO = re.compile(r"\bno\s+$", re.IGNORECASE)
_IN_AS = re.compile(r"\bin\s+as\s+$", re.IGNORECASE)
_LESS = frozenset({"nearly", "almost", "close to", "just under", "just short of"})
_MORE = frozenset(
    {"more than", "over", "at least", "well over", "just over", "upwards of", "no less than", "a minimum of"}
)
_UP_TO = frozenset(
    {
        "less than",
        "fewer than",
        "under",
        "up to",
        "at most",
        "as many as",
        "as long as",
        "within",
        "inside",
        "no more than",
    }
)
_ABOUT = frozenset(
    {"about", "around", "roughly", "approximately", "some", "an estimated", "just", "another", "only"}
)
_MODIFIER = v.any_of(_LESS | _MORE | _UP_TO | _ABOUT)
_HALF = Decimal("0.5")
_NEARLY = Decimal("0.8")
_ROUGHLY = Decimal("0.15")

_TO = r"\s*[-–]\s*|-?\s*\bto[\s-]+|\s+or\s+(?!more\b|fewer\b|less\b)"
_BOUND = r"\s+or\s+(?:more|fewer|less)\b"
AMOUNT = (
    rf"(?:(?P<mod>{_MODIFIER})\s+)?(?P<between>between\s+)?(?P<n>{_NUMBER})"
    rf"(?(between)\s+and\s+(?P<n1>{_NUMBER})|(?:(?:{_TO})(?P<n2>{_NUMBER})|(?P<bound>{_BOUND}))?)"
    r"(?P<more>\s+(?:more|consecutive|straight|additional|whole|full|long))?"
)
"""A number of units with its modifier: "more than two", "three to five", "between three and five"."""


def length_of(match: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    """Seconds, from and to, of a match of AMOUNT and a unit in group ``u``; None is unbounded."""
    least, most = _values(match["n"])
    if last := match["n1"] or match["n2"]:
        most = _values(last)[1]
    if "half" in match.re.groupindex and match["half"]:
        least, most = least + _HALF, (most or least) + _HALF
    low, high = _modified(_modifier(match), least, most)
    seconds = v.SECONDS[v.UNITS[match["u"].lower()]]
    return _times(low, seconds), _times(high, seconds)


def _modifier(match: re.Match[str]) -> str:
    """The words before the number, or what stands for them after it ("three or more")."""
    if match["bound"]:
        return "at least" if match["bound"].lower().endswith("more") else "up to"
    return re.sub(r"\s+", " ", (match["mod"] or "").lower())


def _times(value: Decimal | None, seconds: int) -> Decimal | None:
    return None if value is None else value * seconds


def _values(word: str) -> tuple[Decimal, Decimal | None]:
    word = re.sub(r"\s+", " ", word.lower())
    if word in _WORD_VALUES:
        low, high = _WORD_VALUES[word]
        return Decimal(low), Decimal(high) if high else None
    if "-" in word:
        tens, ones = word.split("-")
        value = Decimal(_WORD_VALUES[tens][0]) + Decimal(_WORD_VALUES[ones][0])
        return value, value
    try:
        value = Decimal(word.replace(",", ""))
    except InvalidOperation:
        value = Decimal(1)
    return value, value


def _modified(modifier: str, low: Decimal, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    if modifier in _LESS:
        return low * _NEARLY, high
    if modifier in _MORE:
        return low, None
    if modifier in _UP_TO:
        return Decimal(0), high
    if modifier in _ABOUT - {"just", "another", "only"}:
        return low * (1 - _ROUGHLY), high and high * (1 + _ROUGHLY)
    return low, high


def duration(match: re.Match[str], context: Context) -> Reading | None:
    """The length that a match of AMOUNT and a unit states; None for ages and the like."""
    unit = v.UNITS[match["u"].lower()]
    number = match["n"].lower()
    if unit == "second" and number in {"a", "an"}:
        return None
    if number == "many" and _IN_AS.search(context.text[: match.start()]):
        return None  # "twice in as many months"
    if unit == "quarter" and (not match["u"].lower().endswith("s") or _is_fraction(match, context.text)):
        return None
    if re.match(r"[\s-]+olds?\b", context.text[match.end() :]) and unit in {"month", "year", "decade"}:
        return None
    if number in {"a", "an", "one"} and _is_rate(context.text[: match.start()]):
        return Reading(form=TimeForm.SET)
    low, high = length_of(match)
    return Reading(form=TimeForm.DURATION, length_low=low, length_high=high)


def _is_fraction(match: re.Match[str], text: str) -> bool:
    """ "three-quarters", "three quarters of the homes"; not "three straight quarters of growth"."""
    if match["n"].lower() != "three" or match["more"]:
        return False
    joined = text[match.start("u") - 1] == "-"
    return joined or bool(re.match(r"\s+of\b", text[match.end() :]))


def _is_rate(before: str) -> bool:
    """ "15 a year", "$200 a month", "three times a week"."""
    return bool(
        re.search(r"(?:\d|\bmillion|\bbillion|\btimes|\bonce|\btwice|%|\bpercent|\bcents?)\s+$", before)
    )


def _bare_plural(match: re.Match[str], context: Context) -> Reading | None:
    if re.match(r"\s+old\b", context.text[match.end() :]):
        return None
    if re.match(r"\s+(?:ago|later|earlier|before)\b", context.text[match.end() :]):
        return Reading(form=TimeForm.VAGUE)
    seconds = v.SECONDS[v.UNITS[match["u"].lower()]]
    return Reading(form=TimeForm.DURATION, length_low=Decimal(2 * seconds))


def _single(match: re.Match[str], _: Context) -> Reading:
    seconds = Decimal(v.SECONDS[v.UNITS[match["u"].lower()]])
    return Reading(form=TimeForm.DURATION, length_low=seconds, length_high=seconds)


def _set(match: re.Match[str], context: Context) -> Reading | None:
    return None if _in_name(match, context) else Reading(form=TimeForm.SET)


def _in_name(match: re.Match[str], context: Context) -> bool:
    """Whether a word is capitalised inside a sentence, as in "The Weekly Herald"."""
    return match[0][:1].isupper() and re.search(r"\w\s+$", context.text[: match.start()]) is not None


def _weekdays(match: re.Match[str], context: Context) -> Reading | None:
    """ "on Mondays"."""
    is_name = not match[0][:1].isupper() or context.is_in_name(match.start())
    return None if is_name else Reading(form=TimeForm.SET)


def _vague(match: re.Match[str], context: Context) -> Reading | None:
    before = context.text[: match.start()]
    if _in_name(match, context) or _AS_AS.search(before):
        return None
    if match[0].lower() in {"later", "earlier"} and _NO.search(before):
        return None
    following = re.match(r"\s+([a-z]+)", context.text[match.end() :], re.IGNORECASE)
    if match[0].lower().endswith((" past", " day")) and following and following[1].lower() in v.UNITS:
        return None
    away = _AWAY.get(re.sub(r"\s+", " ", match[0].lower()))
    if away is not None:
        away = with_object(away, match[0].lower().split()[-1], context.text[match.end() :])
    now = context.published if match[0].lower() in {"now", "right now"} else None
    return Reading(
        form=TimeForm.VAGUE,
        intervals=(day(now),) if now else (),
        relative=now is not None,
        away=away,
        same=_SAME.fullmatch(match[0]) is not None,
    )


def with_object(away: Away, way: str, after: str) -> Away:
    """``away`` with what its last word says of the time that it counts from.

    "two days after" and "the same day" before more words count from what these tell of ("the
    shooting", "that he was shot"), which is no date; "two days later" counts from the text before.
    """
    prepositions = {"after", "before", "from", "since", "of"}
    clause = re.match(r"\s+(?:that|when|as|in\s+which|of)\b", after) is not None
    if way in prepositions:
        return replace(away, whole=False, day_part=None, takes_object=True, free=not _CLAUSE.match(after))
    return replace(away, free=not clause)


_NOT_OLD = r"(?!-)(?!\w)"

RULES: tuple[Rule, ...] = (
    rule(
        "unit",
        rf"(?<![\w-])(?P<u>seconds|minutes|hours|days|weeks|months|years|decades|centuries)(?:-long)?\b{_NOT_OLD}",
        _bare_plural,
    ),
    rule("unit", r"\bsingle-(?P<u>day|week|month|year)\b", _single),
    rule(
        "every",
        rf"\b(?:every|each)\s+(?:other\s+|{v.ORDINAL}\s+|few\s+|{_NUMBER}\s+)?(?:{v.UNIT}|{v.WEEKDAY}|{v.MONTH}|{v.SEASON}|morning|afternoon|evening|weekend)\b",
        _set,
    ),
    rule("rate", r"\b(?:per|(?:once|twice|times)\s+an?)\s+(?:day|week|month|year|hour|decade)\b", _set),
    rule("weekday", r"\b(?:Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays)\b", _weekdays),
    rule(
        "weekday",
        rf"\b(?:the\s+)?(?:{v.ORDINAL}|last)\s+(?:{v.WEEKDAY}|weekend)\s+(?:of|in)\s+(?:every|each)\s+(?:month|{v.MONTH})\b",
        _set,
    ),
    rule("set", rf"\b{v.any_of(words('time_sets'))}\b", _set),
    rule("vague", rf"(?<![\w-]){v.any_of(words('time_vague'))}(?!-|\w)", _vague),
)
