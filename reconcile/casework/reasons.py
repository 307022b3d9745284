"""Why the words of a judged finding have no place any more, in a sentence for the reviewer."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz

from reconcile.schema import Document
from reconcile.store import Anchor, AnchoredValue

AMBIGUOUS = "its words now stand in more than one finding"
SHARED = "another finding that was there before has the same words in the same surroundings"
NO_DIFFERENCE = "its words are still there, but they are no longer found to differ"
NEAR = 75.0
"""The least rapidfuzz partial ratio, of 100, of words that are shown as the nearest ones."""


def why_gone(anchor: Anchor, now: Mapping[str, Anchor], documents: Mapping[str, Document]) -> str:
    """Why no finding of ``now`` has the words of ``anchor``; near words are told, never taken."""
    for value in anchor.values:
        document = documents.get(value.source)
        if document is None:
            return f"source {value.source} is not compared any more"
        if value.selector.exact not in document.text:
            return _gone(value, document.text)
    kinds = sorted({other.kind.value for other in now.values() if _words(other) >= _words(anchor)})
    if kinds and anchor.kind.value not in kinds:
        return f"its words are now found to differ in another way: {', '.join(kinds)}"
    return NO_DIFFERENCE


def _gone(value: AnchoredValue, text: str) -> str:
    told = f"“{value.selector.exact}” stands no longer in source {value.source}"
    nearest = fuzz.partial_ratio_alignment(value.selector.exact, text, score_cutoff=NEAR)
    if nearest is None:
        return told
    words = _whole_words(text, nearest.dest_start, nearest.dest_end)
    return f"{told}; the nearest words there are “{words}”"


def _whole_words(text: str, start: int, end: int) -> str:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return " ".join(text[start:end].split())


def _words(anchor: Anchor) -> frozenset[tuple[str, str]]:
    return frozenset((value.source, value.selector.exact) for value in anchor.values)
