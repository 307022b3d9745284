"""The unit or currency behind a number: "km", "square metres", "US dollars", "miles per hour"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from reconcile.comparison.units import COUNT, PER, currencies, dimension, units
from reconcile.facets.quantity.figure import Figure
from reconcile.lexicons import words

_WORDS = re.compile(
    r"(?P<gap>\s?-\s?|\s+)?(?P<word>[^\W\d_][\w²³]*(?:/[^\W\d_]+)?\.?|[%°′″][A-Z]?|[$€£¥](?!\s?\d)|[₠-⃀]|元)"
)
_MOST_WORDS = 4
_SPACED_LETTERS = frozenset("mCF")
_RATE = re.compile(
    r"\s+(?:per|an?|each|every)\s+(?P<below>[a-z]+)|\s?/\s?(?P<slashed>[a-z]+)|-(?:an?|per)-(?P<joined>[a-z]+)"
)
_ANY_RATE = re.compile(r"\s+per\s")
_COUNT_RATE = re.compile(
    r"\s+(?:per|an?|each|every)\s+(?P<below>[a-z]+)(?!\w|\s+(?:earlier|later|after|before|ago|old|long|off)\b)"
    r"|\s?/\s?(?P<slashed>[a-z]+)\b"
)
_MONEY_POWERS = {"M": Decimal(10) ** 6, "m": Decimal(10) ** 6, "B": Decimal(10) ** 9, "bn": Decimal(10) ** 9}
_POWERED_CODE = re.compile(r"(?P<power>[Mm]|B|bn)?(?P<code>[A-Z]{3})(?P<after>m|bn)?")
_SLASHED = re.compile(r"[^/]+(?=/)")
_RATED = words("quantity_rated")
_TEMPERATURE = re.compile(
    r"\b(?:temperatures?|degrees?|celsius|fahrenheit|heat|heatwave|hot|warm\w*|cold|cool\w*|chill|weather|highs?|lows?"
    r"|freez\w*|fever|mercury|thermomet\w*|climate|summer|winter)\b|°|\d\s?[CF]\s?[(/]\s?-?\d+(?:\.\d+)?\s?[CF]\b",
    re.IGNORECASE,
)
_HOTTEST = Decimal(5000)
_LARGE = Decimal(1000)
_MANY_WON = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffix:
    """A unit that ends at ``end``; one of it is ``factor`` of ``unit`` (a cent is 0.01 USD)."""

    end: int
    unit: str
    factor: Decimal = Decimal(1)


def read_suffix(text: str, start: int, value: Decimal, *, spelt: bool, scaled: bool) -> Suffix | None:
    """The unit that follows a number at ``start``; None where none does."""
    following = _words_after(text, start)
    for count in range(len(following), 0, -1):
        named = _named([word for word, _, _ in following[:count]])
        if named and not _is_other_word(named[0], following[0][0], value):
            unit = "GBP" if named[0] == "pound" and scaled and value >= _LARGE else named[0]
            word, end, _ = following[count - 1]
            return Suffix(end=end - _is_full_stop(word), unit=unit, factor=named[1])
    if not following:
        return None
    powered = _powered_code(*following[0][:2])
    if powered or spelt:
        return powered
    word, end, gap = following[0]
    if word not in _symbols() and word.endswith("."):
        word, end = word[:-1], end - 1
    symbol = _symbols().get(word)
    if symbol is None or (gap and len(word) == 1 and word.isalpha() and word not in _SPACED_LETTERS):
        return None
    if word in ("C", "F") and not (abs(value) <= _HOTTEST and _TEMPERATURE.search(text)):
        return None
    return Suffix(end=end, unit=symbol)


def read_count_rate(text: str, figure: Figure, limit: int) -> Figure:
    """A plain count with the time it is counted in, where that follows ("300 cars a day").

    Its unit is then "count per day"; nothing from ``limit`` on belongs to it.
    """
    match = _COUNT_RATE.match(text, figure.end) if figure.unit is None and not figure.ordinal else None
    named = _named([match["below"] or match["slashed"]]) if match else None
    if match is None or named is None or match.end() > limit or dimension(named[0]) != "time":
        return figure
    return replace(figure, end=match.end(), unit=f"{COUNT}{PER}{named[0]}")


def read_rate(text: str, suffix: Suffix) -> Suffix:
    """``suffix`` with what it is counted per, if that follows ("a barrel", "per hour")."""
    match = _RATE.match(text, suffix.end)
    if match is None or suffix.unit in ("degree", "percent") or dimension(suffix.unit) == "time":
        return suffix
    word = match["below"] or match["slashed"] or match["joined"]
    named = _named([word])
    below = named[0] if named else word
    known = named is not None and below in units() and units()[below].dimension == "time"
    if not (known or below in _RATED or _ANY_RATE.match(text, suffix.end)):
        return suffix
    return Suffix(end=match.end(), unit=f"{suffix.unit}{PER}{below}", factor=suffix.factor)


def currency_of(name: str) -> str | None:
    """The code of the currency that ``name`` (a symbol or word) stands for."""
    compact = re.sub(r"\s", "", name)
    return currency_symbols().get(compact) or currency_symbols().get(compact.upper())


def _powered_code(word: str, end: int) -> Suffix | None:
    """A currency's code with a scale glued to it: "30 MUSD", "12 EURm"."""
    match = _POWERED_CODE.fullmatch(word.rstrip("."))
    if match is None or match["code"] not in currencies() or not (match["power"] or match["after"]):
        return None
    end -= word.endswith(".")
    return Suffix(end=end, unit=match["code"], factor=_MONEY_POWERS[match["power"] or match["after"]])


@cache
def currency_symbols() -> dict[str, str]:
    """Symbols that stand before or after an amount, to codes."""
    return {re.sub(r"\s", "", sign): money.code for money in currencies().values() for sign in money.symbols}


@cache
def _symbols() -> dict[str, str]:
    measures = {sign: unit.name for unit in units().values() for sign in unit.symbols}
    return currency_symbols() | measures


@cache
def _names() -> dict[str, tuple[str, Decimal]]:
    """Every name of a unit or currency in the singular, hyphens as spaces, to its unit and factor."""
    names = {name: (unit.name, Decimal(1)) for unit in units().values() for name in unit.names}
    for money in currencies().values():
        names |= dict.fromkeys(money.names, (money.code, Decimal(1)))
        names |= dict.fromkeys(money.hundredths, (money.code, Decimal("0.01")))
    return {name.replace("-", " "): unit for name, unit in names.items()}


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for name in _names() for word in name.split())


def _named(parts: list[str]) -> tuple[str, Decimal] | None:
    return _names().get(" ".join(_singular(word.lower()) for word in parts))


def _is_full_stop(word: str) -> bool:
    """Whether the stop behind a word belongs to the sentence and not to an abbreviation's name."""
    return word.endswith(".") and word.lower() not in _vocabulary()


def _singular(word: str) -> str:
    """``word`` without a full stop or plural ending that no unit's name has."""
    for form in (word, word.rstrip("."), word.rstrip(".").removesuffix("s"), word.removesuffix("es")):
        if form in _vocabulary():
            return form
    return word


def _words_after(text: str, start: int) -> list[tuple[str, int, str]]:
    """Up to four words behind ``start``: the word, its end, and the gap before it."""
    found: list[tuple[str, int, str]] = []
    cursor = start
    while len(found) < _MOST_WORDS and (match := _WORDS.match(text, cursor)):
        if found and not match["gap"]:
            break
        word = _before_slash(match["word"])
        cursor = match.start("word") + len(word)
        found.append((word, cursor, match["gap"] or ""))
        if word != match["word"]:
            break
    return found


def _before_slash(word: str) -> str:
    """The unit in "litres/hectare"; a word that is a unit as a whole ("km/h") stays."""
    slashed = _SLASHED.match(word)
    return slashed.group() if slashed and word not in _symbols() and not _named([word]) else word


def _is_other_word(unit: str, first: str, value: Decimal) -> bool:
    """Whether the name is likelier another word: "won" or "has" the verb."""
    return (unit == "KRW" and first == "won" and value < _MANY_WON) or first.lower() == "has"
