"""Parts of a whole as percentages: "two-thirds of voters", "three out of four", "one in five"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from reconcile.facets.quantity.figure import Figure
from reconcile.facets.quantity.numerals import read_numeral

_HUNDRED = Decimal(100)
_MOST_IN_DIGITS = Decimal(1000)
_WHOLE_AFTER = re.compile(r"\s+(?:of|the|its|his|her|their|our|all|as|that|those|this)\b", re.IGNORECASE)
_END_AFTER = re.compile(
    r"\s*(?:$|[,.;:)]|(?:more|less|larger|bigger|smaller|were|was|are|is|have|had|said|say)\b)", re.IGNORECASE
)
_SINGLE = re.compile(
    r"(?:an?\s+|one[\s-]+)?(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\s+(?P<link>out\s+of|over|in)\s+(?:every\s+)?(?=[\da-z])", re.IGNORECASE)
_NOT_OF_ALL = re.compile(
    r"\s+(?:days?|weeks?|months?|years?|hours?|minutes?|[a-z]+\s+(?:days?|weeks?|months?|years?))\b"
)
_PERCENTAGE_BEFORE = re.compile(
    r"(?<![\w.,])(?P<words>(?:per\s?cents?|percentages?)\s+of\s+)$", re.IGNORECASE
)
_NUMBER_BEFORE = re.compile(
    r"(?:\d|\b(?:[a-z]+ty|[a-z]+teen|ten|hundred|half|one|two|three|four|five|six|seven|eight|nine))\s+$",
    re.IGNORECASE,
)
_NOTHING_COUNTED = re.compile(r"\s*(?:$|[.,;:)](?!\d)|(?:and|but|in|on|at|for|against|to)\b)")
_COMPARED_BEFORE = re.compile(
    r"\b(?:than|about|around|nearly|almost|over|under|least|roughly|some|approximately|to|by)\s+$",
    re.IGNORECASE,
)


def as_share(text: str, figure: Figure) -> Figure | None:
    """A fraction as a percentage; None where the word has another sense ("the third man", "half-time")."""
    plain = _SINGLE.fullmatch(text, figure.start, figure.end)
    whole = _WHOLE_AFTER.match(text, figure.end)
    if plain and not whole:
        compared = _COMPARED_BEFORE.search(text, max(0, figure.start - 16), figure.start)
        if not (compared or "-" in plain.group() or figure.start == 0) or not (
            compared or _END_AFTER.match(text, figure.end)
        ):
            return None
    return _as_percent(figure)


def as_percent_of(text: str, figure: Figure) -> Figure | None:
    """ "Percentage of 45", where no number stands before and no noun behind that it would be a share of."""
    named = _PERCENTAGE_BEFORE.search(text, max(0, figure.start - 20), figure.start)
    if named is None or figure.unit is not None or not _NOTHING_COUNTED.match(text, figure.end):
        return None
    if _NUMBER_BEFORE.search(text, max(0, named.start() - 16), named.start()):
        return None
    return replace(figure, start=named.start("words"), unit="percent")


def read_ratio(text: str, figure: Figure) -> Figure | None:
    """``figure`` with "out of" or "in" and a larger whole; None where that does not follow."""
    link = _OUT_OF.match(text, figure.end) if figure.unit is None and figure.value is not None else None
    whole = read_numeral(text, link.end()) if link else None
    if link is None or whole is None or figure.value is None or not 0 < figure.value < whole.value:
        return None
    word = link["link"].lower()
    if word in ("in", "over") and not _is_one_in(text, figure, whole.end, word, whole.value):
        return None
    share = figure.value / whole.value
    return _as_percent(replace(figure, end=whole.end, low=share, high=share, value=share, part=True))


def _is_one_in(text: str, figure: Figure, end: int, link: str, whole: Decimal) -> bool:
    """ "one in five" in words, "1 in 5" in digits, and no "two in six months" or "4 in 2015"."""
    if figure.value is None or _NOT_OF_ALL.match(text, end):
        return False
    return (
        figure.value < 10 if figure.spelt else figure.value == 1 and link == "in" and whole <= _MOST_IN_DIGITS
    )


def _as_percent(figure: Figure) -> Figure:
    low = None if figure.low is None else figure.low * _HUNDRED
    high = None if figure.high is None else figure.high * _HUNDRED
    return replace(figure, low=low, high=high, unit="percent")
