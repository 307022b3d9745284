"""Fractions: "two-thirds", "half a million", "3 million and a half", "2 1/4"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from reconcile.facets.quantity.number_words import (
    AND,
    GAP,
    SCALES,
    Numeral,
    below_hundred,
    scale_after,
    values_of,
    word_after,
    word_at,
)

ARTICLE = re.compile(r"an?\s+", re.IGNORECASE)
_PARTS = values_of("part") | {"halves": Decimal(2)}
_HALF = re.compile(r"(?:a\s+)?half(?:\s+an?|\s*-)?\s*", re.IGNORECASE)
_QUARTER = re.compile(r"(?:an?\s+)?quarter(?:\s+of)?(?:\s+an?)?\s+", re.IGNORECASE)
_OF_A = re.compile(r"\s+of\s+an?\s+", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
_SIGNS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_WITH_SIGN = re.compile(rf"(?P<whole>\d*)\s?(?P<sign>[{_SIGNS}])")
_SLASHED = re.compile(
    r"(?:(?P<whole>\d+)(?:\s+|-))?(?P<above>\d{1,2})\s?[/⁄]\s?(?P<below>[2-68]|10|16|32)(?![\d/])"
)


def with_fraction(text: str, numeral: Numeral, scale: Decimal) -> Numeral:
    """``numeral`` with "and a half" and the like, which counts in the last scale ("a million and a half")."""
    joined = AND.match(text, numeral.end)
    if not joined:
        return numeral
    article = ARTICLE.match(text, joined.end())
    above = Numeral(end=article.end(), value=Decimal(1)) if article else below_hundred(text, joined.end())
    part = part_at(text, above.end, plural=above.value != 1, at_once=bool(article)) if above else None
    if above is None or part is None:
        return numeral
    fraction = above.value / part.value
    further = scale_after(text, part.end)
    if further is None:
        unit = scale if scale >= 1000 else Decimal(1)
        return replace(numeral, end=part.end, value=numeral.value + fraction * unit)
    if numeral.scaled:
        return replace(numeral, end=further.end, value=numeral.value + fraction * further.value)
    value = (numeral.value + fraction) * further.value
    return replace(numeral, end=further.end, value=value, scale=further.value)


def fraction_of_scale(text: str, start: int) -> Numeral | None:
    """ "half a million", "half million", "a quarter of a million", "half a dozen"."""
    for pattern, share in ((_HALF, Decimal("0.5")), (_QUARTER, Decimal("0.25"))):
        match = pattern.match(text, start)
        scale = word_at(text, match.end(), SCALES) if match else None
        if scale and text[scale.end - 1] != "s":
            return replace(scale, value=share * scale.value, scale=scale.value)
    half = word_at(text, start, {"half": Decimal("0.5")})
    return replace(half, part=True) if half else None


def of_scale(text: str, part: Numeral) -> Numeral:
    """A fraction with the scale it is taken of ("two thirds of a million", "three-quarters billion")."""
    link = _OF_A.match(text, part.end)
    scale = word_at(text, link.end(), SCALES) if link else word_after(text, part.end, SCALES)
    if scale is None:
        return part
    return replace(part, end=scale.end, value=part.value * scale.value, scale=scale.value, part=False)


def part_at(text: str, start: int, *, plural: bool, at_once: bool = False) -> Numeral | None:
    """The lower half of a fraction in words; ``at_once`` without a gap before it."""
    gap = None if at_once else GAP.match(text, start)
    if not at_once and gap is None:
        return None
    match = _WORD.match(text, gap.end() if gap else start)
    if match is None:
        return None
    word = match.group().lower()
    ends_in_s = word.endswith("s")
    value = _PARTS.get(word) or (_PARTS.get(word[:-1]) if ends_in_s else None)
    if value is None or (ends_in_s and not plural) or (plural and not ends_in_s and word != "quarter"):
        return None
    return Numeral(end=match.end(), value=value, spelt=True)


def slashed(text: str, start: int) -> Numeral | None:
    """A fraction in digits or as a sign: "1/4", "10 1/2", "2½", "¾"."""
    match = _WITH_SIGN.match(text, start)
    if match:
        numerator, denominator = (
            Fraction(unicodedata.numeric(match["sign"])).limit_denominator(16).as_integer_ratio()
        )
    else:
        match = _SLASHED.match(text, start)
        if not match or int(match["above"]) >= int(match["below"]):
            return None
        numerator, denominator = int(match["above"]), int(match["below"])
    value = Decimal(match["whole"] or 0) + Decimal(numerator) / Decimal(denominator)
    return Numeral(end=match.end(), value=value, part=not match["whole"])
