"""Words that turn a figure into a bound or an approximation: "more than 60", "some 30", "50 or so"."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from decimal import Decimal
from functools import cache

from reconcile.facets.quantity.figure import Figure
from reconcile.lexicons import rows
from reconcile.lexicons.letters import with_plain_letters

APPROXIMATION = Decimal("0.1")
"""How far an approximate figure may be off, as a share of it (own convention: "around 30" is 27 to 33)."""

_ONE_OFF = Decimal(1)
_SMALL = Decimal(10)
_LONGEST = 44
_MOST_WORDS = 6
_FILLERS = re.compile(
    r"(?<=\s)(?:the|an?|only|just|another|additional|(?:a\s+)?total\s+of)\s+$", re.IGNORECASE
)
_WORD = re.compile(r"[\w.'’-]+|[<>=~≈≥≤]")
_TIMES = re.compile(r"\b(?:half|twice|thrice|(?<!\bat )(?<!\bother )times)\s+$", re.IGNORECASE)
_PREPOSITIONS = frozenset({"about", "around", "over", "under", "above", "below", "near", "beyond"})
_APPROXIMATE = frozenset({"about", "near", "just above"})
_LOWER, _UPPER = frozenset({"above", "from"}), frozenset({"below", "up to"})


def modified(text: str, figure: Figure, barred: Container[int] = ()) -> Figure:
    """``figure`` with the bounds of the modifiers beside it, its span grown over them.

    ``barred`` holds the offsets of words that belong to a verb ("handed over 30 prisoners"). What is
    "less than the more than 30" of another thing has no bound that is known.
    """
    effects = []
    after = _after(text, figure.end)
    if after:
        figure = replace(figure, end=after[0])
        effects.append(after[1])
    while (before := _before(text, figure.start)) and before[0] not in barred:
        figure = replace(figure, start=before[0])
        effects.append(before[1])
    bounds = [effect for effect in effects if effect not in _APPROXIMATE]
    approximate = figure.approximate or len(bounds) < len(effects)
    if not (_LOWER.isdisjoint(bounds) or _UPPER.isdisjoint(bounds)):
        return replace(figure, low=None, high=None, approximate=approximate)
    return replace(_bounded(figure, (bounds or effects)[0]), approximate=approximate) if effects else figure


def _bounded(figure: Figure, effect: str) -> Figure:
    """``figure`` under one effect of the lexicon."""
    low, high = figure.low, figure.high
    if effect == "about":
        return replace(figure, low=_moved(low, figure, -1), high=_moved(high, figure, 1))
    if effect == "near":
        return replace(figure, low=_moved(low, figure, -1))
    if effect == "just above":
        return replace(figure, high=_moved(high, figure, 1))
    if effect in ("above", "from"):
        return replace(figure, high=None)
    return replace(figure, low=None)


def _moved(value: Decimal | None, figure: Figure, direction: int) -> Decimal | None:
    """``value`` moved by the margin of an approximation; small counts by at least one."""
    if value is None:
        return None
    share = abs(value) * APPROXIMATION
    small_count = figure.unit is None and not figure.part and abs(value) < _SMALL
    return value + direction * (max(share, _ONE_OFF) if small_count else share)


def _before(text: str, start: int) -> tuple[int, str] | None:
    """Where the modifier that ends at ``start`` begins, and its effect."""
    filler = _FILLERS.search(text, max(0, start - _LONGEST), start)
    for end in (start, filler.start()) if filler else (start,):
        words = _words_before(text, end)
        for count in range(len(words), 0, -1):
            effect = _effects("before").get(" ".join(word for word, _ in words[-count:]))
            if effect and _is_multiple(text, *words[-count]):
                return None
            if effect and not (end != start and _is_preposition(words[-count:], filler)):
                return words[-count][1], effect
    return None


def _is_multiple(text: str, word: str, start: int) -> bool:
    """Whether words that begin with ``word`` compare, as in "twice as many as the 40", and bound nothing."""
    return word == "as" and _TIMES.search(text, max(0, start - _LONGEST), start) is not None


def _is_preposition(words: list[tuple[str, int]], filler: re.Match[str] | None) -> bool:
    """Whether the one word before "the 300" places or concerns them: "about the 300", "over the 300"."""
    definite = filler is not None and filler.group().split()[0].lower() == "the"
    return definite and len(words) == 1 and words[0][0] in _PREPOSITIONS


def _words_before(text: str, end: int) -> list[tuple[str, int]]:
    """The last words before ``end`` with nothing but space between, and where they begin."""
    words: list[tuple[str, int]] = []
    last = 0
    for match in _WORD.finditer(text, max(0, end - _LONGEST), end):
        if text[last : match.start()].strip():
            words.clear()
        words.append((match.group().lower(), match.start()))
        last = match.end()
    return [] if text[last:end].strip() else words[-_MOST_WORDS:]


def _after(text: str, end: int) -> tuple[int, str] | None:
    match = _after_pattern().match(text, end)
    if match is None:
        return None
    words = with_plain_letters(match["words"]).lower()
    return match.end("words"), _effects("after")[re.sub(r"\s+", " ", words)]


@cache
def _effects(place: str) -> dict[str, str]:
    return {words: effect for words, where, effect in rows("quantity_modifiers") if where == place}


@cache
def _after_pattern() -> re.Pattern[str]:
    words = sorted(_effects("after"), key=len, reverse=True)
    phrases = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in words)
    another = r"\w|\s+(?:than|precisely|exactly|accurately|likely|often)\b|\s+\d"
    return re.compile(rf"(?:\s*|,\s+(?=or\b))(?P<words>{phrases})(?!{another})", re.IGNORECASE)
