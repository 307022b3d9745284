"""A light check whether a text is English, by the share of its function words."""

from __future__ import annotations

import re

from reconcile.lexicons import words

ENGLISH_SHARE = 0.25
"""English news has 0.32 to 0.46 of these words (62 development articles); languages that share a few
forms with English ("in", "an", "was", "a") stay under 0.2."""
ENOUGH_WORDS = 20
"""Fewer words are no sample: nothing is concluded from a low share."""

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, start: int = 0) -> str | None:
    """ "en" where the text from ``start`` on looks English, else None."""
    found = _sample(text, start)
    return "en" if found and _share(found) >= ENGLISH_SHARE else None


def looks_foreign(text: str, start: int = 0) -> bool:
    """Whether there is enough text to say that it is not English."""
    found = _sample(text, start)
    return len(found) >= ENOUGH_WORDS and _share(found) < ENGLISH_SHARE


def _sample(text: str, start: int) -> list[str]:
    return _WORD.findall(text[start : start + _SAMPLE].lower())


def _share(found: list[str]) -> float:
    known = words("function_words_en")
    return sum(word in known for word in found) / len(found)
