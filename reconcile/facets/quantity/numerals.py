"""A number in digits or in words: "2,500", "two and a half million", "three-quarters"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from reconcile.facets.quantity.fractions import (
    ARTICLE,
    fraction_of_scale,
    of_scale,
    part_at,
    slashed,
    with_fraction,
)
from reconcile.facets.quantity.number_words import (
    AND,
    GAP,
    HUNDRED,
    SCALES,
    Numeral,
    below_hundred,
    read_cardinal,
    scale_after,
    values_of,
    word_after,
    word_at,
)

_ORDINALS = values_of("ordinal")
_POINT = re.compile(r"\s+point\s+", re.IGNORECASE)
_DIGITS = re.compile(
    r"(?:\d{1,3}(?:,\d{3})+(?![\d,]\d)|\d{1,2}(?:,\d\d)+,\d{3}(?![\d,]\d)"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+(?!\d)|\d+|(?=\.\d))"
    r"(?:\.\d+)?(?:[eE][+-]?\d+(?!\w))?"
)
_ORDINAL_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})*|\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)
_AND_OR_GAP = re.compile(r"\s+(?P<joined>and\s+)?(?=\d)")
_TIMES_TEN = re.compile(r"\s?[x×]\s?10\^(?P<power>[+\-−]?\d+)")


def read_numeral(text: str, start: int, *, joins_and: bool = True) -> Numeral | None:
    """The longest number that begins at ``start``; None where none does.

    ``joins_and`` says whether "one hundred and two" may be one number (not after "between").
    """
    if text[start].isalpha():
        return fraction_of_scale(text, start) or _read_words(text, start, joins_and)
    fraction = slashed(text, start)
    return _scaled(text, fraction) if fraction else _read_digits(text, start)


def read_ordinal(text: str, start: int) -> Numeral | None:
    """An ordinal in words ("twenty-first") or digits ("21st") that begins at ``start``."""
    digits = _ORDINAL_DIGITS.match(text, start)
    if digits:
        return Numeral(end=digits.end(), value=Decimal(digits[1].replace(",", "")))
    cardinal = read_cardinal(text, start, True, Decimal(0)) if text[start].isalpha() else None
    last = _ordinal_behind(text, cardinal[0]) if cardinal else None
    return last or word_at(text, start, _ORDINALS)


def _ordinal_behind(text: str, cardinal: Numeral) -> Numeral | None:
    """An ordinal that ends what a cardinal begins: "twenty | -first", "one hundred | and fifth"."""
    gap = AND.match(text, cardinal.end) or GAP.match(text, cardinal.end)
    last = word_at(text, gap.end(), _ORDINALS) if gap else None
    if (
        last is None
        or cardinal.value % 10
        or (last.value >= 10 and cardinal.value % 100)
        or not cardinal.value
    ):
        return None
    return Numeral(end=last.end, value=cardinal.value + last.value, spelt=True)


def _read_digits(text: str, start: int) -> Numeral | None:
    match = _DIGITS.match(text, start)
    if not match or not match.group():
        return None
    value = Decimal(re.sub(r"[,\s\u00a0\u2009\u202f]", "", match.group()))
    power = _TIMES_TEN.match(text, match.end())
    if power:
        return Numeral(end=power.end(), value=value.scaleb(int(power["power"].replace("−", "-"))))
    return _scaled(text, Numeral(end=match.end(), value=value))


def _scaled(text: str, numeral: Numeral) -> Numeral:
    """``numeral`` with the words that multiply it ("2.5 million", "5 and a half million", "3 hundred")."""
    words = numeral
    hundred = word_after(text, numeral.end, HUNDRED)
    if hundred:
        words = replace(words, end=hundred.end, value=numeral.value * 100)
    scale = scale_after(text, words.end)
    if scale:
        words = replace(words, end=scale.end, value=words.value * scale.value, scale=scale.value)
    below = _digits_below(text, words.end, Decimal(100) if hundred and not scale else words.scale)
    if below:
        return replace(words, end=below.end, value=words.value + below.value)
    return with_fraction(text, words, scale.value if scale else Decimal(1))


def _digits_below(text: str, start: int, ceiling: Decimal) -> Numeral | None:
    """What digits add to a number in scale words: "3 hundred | and 21", "4 thousand | 3 hundred"."""
    gap = _AND_OR_GAP.match(text, start) if ceiling >= 100 else None
    match = _DIGITS.match(text, gap.end()) if gap else None
    if gap is None or match is None or not match.group().isdigit():
        return None
    rest = _scaled(text, Numeral(end=match.end(), value=Decimal(match.group())))
    joined = gap["joined"] is not None
    fits = ceiling == 100 if joined else rest.end > match.end()
    return rest if fits and 0 < rest.value < ceiling else None


def _read_words(text: str, start: int, joins_and: bool) -> Numeral | None:
    article = ARTICLE.match(text, start)
    if article:
        return _after_article(text, article.end(), joins_and)
    read = read_cardinal(text, start, joins_and, Decimal(0))
    if read is None:
        return _hundreds_of(text, start, joins_and)
    numeral, last_scale = read
    part = part_at(text, numeral.end, plural=numeral.value != 1)
    if part and not numeral.scaled:
        above = replace(numeral, end=part.end, value=numeral.value / part.value, part=True)
        return of_scale(text, above)
    point = _POINT.match(text, numeral.end)
    if point and (decimals := _decimals(text, point.end())):
        joined = replace(numeral, end=decimals.end, value=numeral.value + decimals.value)
        return _scaled(text, joined)
    return with_fraction(text, numeral, last_scale)


def _after_article(text: str, start: int, joins_and: bool) -> Numeral | None:
    """ "a hundred and one", "a dozen", "a third"; None for any other word."""
    part = part_at(text, start, plural=False, at_once=True)
    if part:
        return of_scale(text, replace(part, value=1 / part.value, part=True))
    return _hundreds_of(text, start, joins_and, alone=True)


def _hundreds_of(text: str, start: int, joins_and: bool, *, alone: bool = False) -> Numeral | None:
    """A number that begins with a scale: "hundred thousand", and alone ("million") only after "a"."""
    word = word_at(text, start, SCALES | HUNDRED)
    if word is None or (not alone and not scale_after(text, word.end)):
        return None
    if text[word.end - 1] == "s":
        return None
    read = read_cardinal(text, start, joins_and, Decimal(1))
    if read is None:
        return None
    return with_fraction(text, *read)


def _decimals(text: str, start: int) -> Numeral | None:
    """The digits after "point": "zero three", "seventy-one"."""
    figures, cursor, end = "", start, 0
    while number := below_hundred(text, cursor):
        figures += str(number.value)
        end = number.end
        gap = GAP.match(text, end)
        if gap is None:
            break
        cursor = gap.end()
    return Numeral(end=end, value=Decimal(f"0.{figures}"), spelt=True) if figures else None
