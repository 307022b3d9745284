"""Which source carries the text of another: wire copy, syndication, a pasted statement."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from reconcile.schema import Document

SHINGLE_WORDS = 5
"""Words of a shingle (Broder 1997)."""

COPIED_SHARE = 0.7
"""Share of a text's shingles that must stand in the other for it to count as a copy.

Independent stories of one event share quotations and names, rarely a tenth of their
five-word runs; wire copy with a new headline shares nearly all."""

_WORD = re.compile(r"\w+")
_MIDDAY = dt.time(12)


def mark_republished(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, each copy's source marked with the id of the one that it republishes.

    A text of which nearly all stands in an earlier one is its copy, be it cut; the later named one where
    the dates do not tell. An origin is never itself a copy.
    """
    shingles = [_shingles(document.text[document.body_start :]) for document in documents]
    order = by_publication(documents)
    origin_of: dict[int, int] = {}
    for place, number in enumerate(order):
        earlier = [other for other in order[:place] if other not in origin_of]
        shares = [(_copied(shingles[number], shingles[other]), -other) for other in earlier]
        if shares and max(shares)[0] >= COPIED_SHARE:
            origin_of[number] = -max(shares)[1]
    return tuple(
        replace(document, source=replace(document.source, republishes=documents[origin_of[n]].source.id))
        if n in origin_of
        else document
        for n, document in enumerate(documents)
    )


def by_publication(documents: Sequence[Document]) -> list[int]:
    """The numbers of the documents, the first published first.

    Times are compared as moments, a day without a time as its midday in UTC; undated texts come last, others
    as they were named.
    """
    return sorted(range(len(documents)), key=lambda number: _published(documents[number]))


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    # NFC, or a combining mark would cut a word in two.
    words = [match[0].casefold() for match in _WORD.finditer(unicodedata.normalize("NFC", text))]
    return frozenset(tuple(words[n : n + SHINGLE_WORDS]) for n in range(len(words) - SHINGLE_WORDS + 1))


def _copied(later: frozenset[tuple[str, ...]], earlier: frozenset[tuple[str, ...]]) -> float:
    """The share of the later text's shingles that the earlier has; 0 for a text shorter than one."""
    return len(later & earlier) / len(later) if later else 0.0


def _published(document: Document) -> float:
    """The moment of publication in seconds (POSIX); without a time of day, midday in UTC."""
    source = document.source
    if source.published_at:
        return source.published_at.timestamp()
    if source.published is None:
        return math.inf
    return dt.datetime.combine(source.published, _MIDDAY, dt.UTC).timestamp()
