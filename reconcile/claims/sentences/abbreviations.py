"""What a full stop after a word can be: the end of a sentence, part of an abbreviation, or either."""

from __future__ import annotations

import re
from enum import StrEnum

from reconcile.lexicons import mapping

_DOTTED = re.compile(r"(?:[A-Za-z]{1,2}\.-?){1,5}[A-Za-z]{1,2}")
_PREFIX = re.compile(r".*[-–—/(\[]", re.DOTALL)


class Stop(StrEnum):
    """What the full stop after a word is."""

    FINAL = "final"
    NAME = "name"
    LINK = "link"
    NUMBER = "number"
    DATE = "date"
    CLOCK = "clock"
    COUNTRY = "country"
    STATE = "state"
    EITHER = "either"
    INITIAL = "initial"


def stop_after(word: str) -> Stop:
    """What a full stop after ``word``, a run of characters without white space, is.

    The table is sentence_abbreviations.tsv. Beyond it, words with inner stops ("U.S", "Ph.D") are
    abbreviations that may end a sentence, single letters are initials, and all else ends one.
    """
    table = mapping("sentence_abbreviations")
    prefix = _PREFIX.match(word)
    bare = word[prefix.end() :] if prefix else word
    if len(bare) == 1 and bare.isupper():
        return Stop.INITIAL
    for spelling in (word, bare, bare.lower()):
        if spelling in table:
            return Stop(table[spelling])
    if len(bare) == 1 and bare.isalpha():
        return Stop.INITIAL
    return Stop.EITHER if _DOTTED.fullmatch(bare) or _DOTTED.fullmatch(word) else Stop.FINAL
