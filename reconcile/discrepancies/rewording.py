"""Text with other words put in places of it."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.schema import Span

Words = Mapping[Span, str]
"""Words by the place of a text where they are put."""


def rewritten(text: str, within: Span, words: Words) -> str:
    """That part of ``text`` with ``words`` put in their places; of places that overlap the first counts, and
    none that reaches beyond the part."""
    parts, done = [], within.start
    for place in sorted(words, key=lambda place: (place.start, place.end)):
        if within.contains(place) and place.start >= done:
            parts += [text[done : place.start], words[place]]
            done = place.end
    return "".join((*parts, text[done : within.end]))
