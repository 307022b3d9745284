"""Which kinds of rules a sentence can set off at all, by one cheap scan of its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from reconcile.facets.temporal import vocabulary as v
from reconcile.lexicons import rows

_WORD = re.compile(r"[a-z]+|\d+[/.-]\d+[/.-]\d+|\d+/\d+|['’‘`]?\d+(?:['’]?s\b)?|:\d")
_CLOCK_WORDS = ("am", "pm", "m", "hours", "hrs", "et", "ct", "mt", "pt", "eastern")
_DEICTIC = (
    *("today", "tonight", "tomorrow", "yesterday", "overnight"),
    *("morning", "afternoon", "evening", "night"),
)
_RATE = ("per", "once", "twice", "times")
_NAMED_TIMES = ("noon", "midday", "midnight")


def cues(sentence: str) -> set[str]:
    """The kinds of words in ``sentence``; a rule whose kind is missing cannot match."""
    found: set[str] = set()
    table = _table()
    for word in set(_WORD.findall(sentence.lower())):
        if word[-1].isdigit() or word[0].isdigit():
            found |= _of_digits(word)
        else:
            found |= table.get(word, frozenset())
    return found


def _of_digits(word: str) -> set[str]:
    if word[0] == ":":
        return {"clock"}
    found = {"digit"}
    if "/" in word:
        found.add("slash")
    if not word.isdigit():
        found |= {"numeric"} if word[0].isdigit() else {"apostrophe"}
    if word[-1] == "s":
        found.add("decade")
    return found | ({"year"} if sum(map(str.isdigit, word)) >= 4 else set())


@cache
def _table() -> dict[str, frozenset[str]]:
    kinds: dict[str, Iterable[str]] = {
        "month": v.MONTHS,
        "weekday": [*v.WEEKDAYS, *(f"{day}s" for day in v.WEEKDAYS)],
        "season": v.SEASONS,
        "unit": [*v.UNITS, "weekend"],
        "rate": _RATE,
        "every": ["every", "each"],
        "half": ["quarter", "half"],
        "decade": v.TENS,
        "quarter": ["q", "h"],
        "iso week": ["w"],
        "century": ["century"],
        "clock": [*_CLOCK_WORDS, *(row[0] for row in rows("time_zones"))],
        "noon": _NAMED_TIMES,
        "o'clock": ["clock", "past"],
        "deictic": _DEICTIC,
        "vague": _telling_words("time_vague"),
        "set": _telling_words("time_sets"),
        "holiday": _telling_words("time_holidays"),
        "day part": _telling_words("time_day_parts"),
    }
    found: dict[str, set[str]] = defaultdict(set)
    for kind, vocabulary in kinds.items():
        for word in vocabulary:
            found[word].add(kind)
    return {word: frozenset(kinds_of) for word, kinds_of in found.items()}


def _telling_words(name: str) -> set[str]:
    """The longest word of each phrase of a list, without which it cannot occur."""
    return {max(re.findall("[a-z]+", row[0]), key=len) for row in rows(name)}
