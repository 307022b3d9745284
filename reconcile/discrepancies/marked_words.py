"""From the stretches that the divergence tagger marks to words that can be told."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from reconcile.discrepancies.counterparts import letters
from reconcile.discrepancies.divergence_features import Marked
from reconcile.schema import Claim, DiscrepancyKind, Span

_MARKS = " \t\n.,;:!?()[]\"'“”‘’«»—–-"
"""What is no part of the words that it stands beside."""
_EMPTY = frozenset({"a", "an", "the", "of", "on"})
"""Words that make no difference outside of quotations: "on Friday" is "Friday"."""


def are_the_same(left: str, right: str, kind: DiscrepancyKind) -> bool:
    """Whether nobody would tell the two apart; words that are quoted are what they are."""
    if kind is not DiscrepancyKind.QUOTE:
        left, right = (" ".join(w for w in text.split() if w.lower() not in _EMPTY) for text in (left, right))
    return letters(left) == letters(right)


def trimmed(span: Span, text: str) -> Span | None:
    """The words without marks at their edges, but with all that belongs to the last letter."""
    start, end = span.start, span.end
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    while start < end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return Span(start, end) if letters(text[start:end]) else None


def marked_words(span: Span | None, claims: Sequence[Claim], text: str) -> Marked | None:
    """The words as those of the claim that holds most of them, the shortest of several; whole phrases."""
    holding = [claim for claim in claims if span and claim.span.overlaps(span)]
    if span is None or not holding:
        return None
    most = max(holding, key=lambda claim: (claim.span.shared(span), -len(claim.span)))
    whole = _with_whole_phrases(span, most)
    return Marked(most, whole, whole.of(text))


def _with_whole_phrases(span: Span, claim: Claim) -> Span:
    """The span, and what it lacks of noun phrases that it begins or ends in: "became the youngest" has
    "president" too. Within one phrase words may be marked."""
    cut = [
        phrase.core
        for phrase in claim.phrases
        if phrase.core.overlaps(span) and not phrase.core.contains(span)
    ]
    ends = [span, *cut]
    return Span(min(end.start for end in ends), max(end.end for end in ends))
