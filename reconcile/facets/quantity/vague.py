"""Vague number words as bounds: "dozens", "several hundred", "tens of thousands", "a few dozen"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from reconcile.facets.quantity.amounts import multiplied
from reconcile.facets.quantity.figure import Figure
from reconcile.facets.quantity.number_words import HUNDRED, SCALES
from reconcile.facets.quantity.suffixes import read_suffix
from reconcile.lexicons import rows
from reconcile.lexicons.letters import with_plain_letters

_MAJORITY = re.compile(
    r"(?:a|the)\s+(?:vast\s+|large\s+|great\s+|overwhelming\s+)?majority(?=\s+of\b)", re.IGNORECASE
)
_MOST = re.compile(
    r"most(?=\s+of\s+(?:the|these|those|its|his|her|their|our|all)\b"
    r"|\s+(?:(?-i:[A-Z])[\w.]*\s+)?(?:people|men|women|children|[A-Za-z]+[^su\W]s)\b)",
    re.IGNORECASE,
)
_SUPERLATIVE_BEFORE = re.compile(r"(?:\b(?:the|at|its|his|her|their|our|a)|['’]s)\s+$", re.IGNORECASE)
_MANY_ASKED_BEFORE = re.compile(
    r"\b(?:how|so|as|too|not|that|this|the|these|those|a|great|good)\s+$", re.IGNORECASE
)
_MANY_AFTER = re.compile(r"\s+(?:of\s+|(?:[a-z-]+\s+){0,2}?(?:people|men|women|children|[a-z]+[^su\W]s)\b)")
_SCALE_WORDS = "|".join(sorted(HUNDRED | SCALES, key=len, reverse=True))
_MULTIPLIED = re.compile(rf"\s+(?:of\s+)?(?P<scale>{_SCALE_WORDS})\b(?!s)", re.IGNORECASE)
_OF = re.compile(r"\s+of(?=\s)")
_NEEDS_MORE = re.compile(r"\s+of\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?[a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bounds:
    low: Decimal
    high: Decimal | None


def read_vague(text: str, start: int) -> Figure | None:
    """The vague number that begins at ``start``; None where its words have another sense there."""
    majority = _MAJORITY.match(text, start) or _most(text, start)
    if majority:
        half, whole = Decimal(50), Decimal(100)
        return Figure(start=start, end=majority.end(), low=half, high=whole, unit="percent", approximate=True)
    match = _pattern().match(text, start)
    if match is None:
        return None
    words = re.sub(r"\s+", " ", with_plain_letters(match.group()).lower())
    scale = _MULTIPLIED.match(text, match.end())
    if not scale and not _stands_alone(text, words, match):
        return None
    factor = (HUNDRED | SCALES)[with_plain_letters(scale["scale"]).lower()] if scale else Decimal(1)
    end = scale.end() if scale else match.end()
    bounds = _bounds()[words]
    high = None if bounds.high is None else bounds.high * factor
    return _with_unit(
        text, Figure(start=start, end=end, low=bounds.low * factor, high=high, scale=factor, approximate=True)
    )


def _with_unit(text: str, figure: Figure) -> Figure:
    """``figure`` with the unit that follows it, also behind "of" ("tens of miles")."""
    link = _OF.match(text, figure.end)
    cursor = link.end() if link else figure.end
    suffix = read_suffix(text, cursor, figure.low or Decimal(1), spelt=True, scaled=figure.scale >= 1000)
    if suffix is None:
        return figure
    return multiplied(replace(figure, end=suffix.end, unit=suffix.unit), suffix.factor)


def _most(text: str, start: int) -> re.Match[str] | None:
    """ "Most of the voters", "most voters", but not "the most votes"."""
    match = _MOST.match(text, start)
    return None if _SUPERLATIVE_BEFORE.search(text, max(0, start - 8), start) else match


def _stands_alone(text: str, words: str, match: re.Match[str]) -> bool:
    """Whether the words count without a scale: "a couple of days", but neither "the couple" nor "few say"."""
    if words == "few":
        return False
    if words in ("many", "multiple"):
        asked = _MANY_ASKED_BEFORE.search(text, max(0, match.start() - 8), match.start())
        return not asked and _MANY_AFTER.match(text, match.end()) is not None
    if words in ("a couple", "a handful", "a number", "a pair", "tens", "scores"):
        return _NEEDS_MORE.match(text, match.end()) is not None
    return True


@cache
def _bounds() -> dict[str, _Bounds]:
    return {
        words: _Bounds(low=Decimal(low), high=Decimal(high) if high else None)
        for words, low, high in rows("quantity_vague")
    }


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_bounds(), key=len, reverse=True)
    phrases = "|".join(phrase.replace(" ", r"\s+") for phrase in words)
    return re.compile(rf"(?:{phrases})\b", re.IGNORECASE)
