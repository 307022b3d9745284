"""The times of a text as the shipped parser and the finder read them, and their days as print."""

from __future__ import annotations

import datetime as dt

from reconcile.claims.sentences import split_sentences
from reconcile.facets.temporal import find_times
from reconcile.models.parser import SpacyParser
from reconcile.schema import TimeFacet

FRIDAY = dt.date(2025, 8, 29)
"""The day of publication where a test names no other."""


def times(parser: SpacyParser, text: str, published: dt.date | None = FRIDAY) -> list[TimeFacet]:
    """All times of ``text``, each checked to stand where it says."""
    parsed = parser.parse(text, split_sentences(text))
    found = [time for sentence in parsed for time in find_times(sentence, text, published)]
    assert all(time.span.of(text) == time.text for time in found)
    return found


def days(time: TimeFacet) -> str:
    """The first and last day, "?" for an unresolved time."""
    if time.interval is None:
        return "?"
    last = time.interval.end - dt.timedelta(days=1)
    begin = time.interval.begin
    return f"{begin}" if begin == last else f"{begin}/{last}"
