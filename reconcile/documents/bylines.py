"""Lines that name who made a text: bylines and the short credits that stand beside them."""

from __future__ import annotations

import re

from reconcile.documents.written_dates import is_calendar_word

_BY = re.compile(r"(?:(?:story|written|reported|reporting)\s+)?by\b:?\s+(?P<names>\S.*)", re.IGNORECASE)
_PARTICLES = frozenset(("and", "at", "for", "in", "of", "the", "with"))
_NAME_PARTICLES = frozenset(("al", "bin", "da", "de", "del", "der", "di", "ibn", "la", "le", "van", "von"))
_LONGEST_BYLINE = 120
_LONGEST_CREDIT = 60
_PICTURE = re.compile(r"\b(?:photo|photograph|image|picture|caption|file|getty|illustration)", re.IGNORECASE)


def is_byline(words: str) -> bool:
    """Whether ``words`` are "By" and names: "By Jane Roe and Ola Berg in Oslo"."""
    match = _BY.fullmatch(words.strip())
    if match is None or len(words) > _LONGEST_BYLINE:
        return False
    names = [
        word
        for word in re.split(r"[\s,]+", match["names"])
        if word.lower() not in _PARTICLES | _NAME_PARTICLES
    ]
    return bool(names) and all(word[0].isupper() and not is_calendar_word(word) for word in names)


def is_credit(words: str) -> bool:
    """Whether ``words`` are too short for a sentence and end like none; picture credits do not count."""
    short = words.strip()
    return (
        len(short) <= _LONGEST_CREDIT and not short.endswith((".", "!", "?")) and not _PICTURE.search(short)
    )
