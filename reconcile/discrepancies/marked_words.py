"""From the stretches that the divergence tagger marks to words that can be told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from reconcile.discrepancies.counterparts import content_words, letters, tell_the_same
from reconcile.discrepancies.divergence_features import Marked
from reconcile.lexicons import mapping, words
from reconcile.schema import Claim, DiscrepancyKind, Span

_MARKS = " \t\n.,;:!?()[]\"'“”‘’«»—–-"
"""What is no part of the words that it stands beside."""
_PAIRS = (("“", "”"), ("‘", "’"), ("«", "»"), ("(", ")"), ("[", "]"), ('"', '"'))
_EMPTY = frozenset({"a", "an", "the", "of", "on"})
"""Words that make no difference outside of quotations: "on Friday" is "Friday"."""
_IN_SMALL_WORDS = frozenset({DiscrepancyKind.MODALITY, DiscrepancyKind.POLARITY})
_BLANK_AND_WORD = re.compile(r"\s\w")


def are_the_same(left: Marked, right: Marked, kind: DiscrepancyKind) -> bool:
    """Whether nobody would tell the two apart: the same words in another order, form or plain synonym. Words
    that are quoted, that negate or hedge, or that tell who did what to whom, are what they are."""
    if kind is DiscrepancyKind.QUOTE:
        return letters(left.text) == letters(right.text)
    if letters(_without_empty_words(left.text)) == letters(_without_empty_words(right.text)):
        return True
    as_written = kind in _IN_SMALL_WORDS or _tells_an_act(left) or _tells_an_act(right)
    same_order = _order_told(left.text) == _order_told(right.text)
    # A name that is spelt otherwise is a difference.
    same = content_words(left.text) == content_words(right.text)
    alike = same or (kind is not DiscrepancyKind.NAME and tell_the_same(left.text, right.text))
    return not as_written and same_order and alike


def _without_empty_words(text: str) -> str:
    return " ".join(word for word in text.split() if word.lower() not in _EMPTY)


def _order_told(text: str) -> list[str]:
    """All words in their order, where small words give a meaning to it ("from Oslo to Bergen"); else none."""
    found = [word for word in re.findall(r"\w+", text.casefold()) if word not in words("weightless_words")]
    return found if any(word in words("function_words_en") for word in found) else []


def _tells_an_act(marked: Marked) -> bool:
    """Whether both who acts and what it befalls are among the words."""
    acts = (one for one in marked.claim.propositions if marked.span.contains(one.span))
    return any(one.actor and one.core for one in acts)


def told_words(span: Span, text: str, kind: DiscrepancyKind) -> Span | None:
    """The words that are marked without what is none of them; those of a quotation are what they are."""
    trimmed = _trimmed(span, text)
    return (
        trimmed if trimmed is None or kind is DiscrepancyKind.QUOTE else _without_hanging_words(trimmed, text)
    )


def _trimmed(span: Span, text: str) -> Span | None:
    """The words without marks at their edges, but with all that belongs to the last letter, and with a
    quotation mark or bracket whose other half they hold."""
    start, end = _without_marks(span.start, span.end, text)
    while start < end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return Span(start, end) if letters(text[start:end]) else None


def _without_marks(start: int, end: int, text: str) -> tuple[int, int]:
    first, last = start, end
    while first < last and _is_no_part(text[first], text[first:last]):
        first += 1
    while first < last and _is_no_part(text[last - 1], text[first:last]):
        last -= 1
    # What closes the words may have gone with the marks after it, and what opens them then goes, too.
    return (first, last) if (first, last) == (start, end) else _without_marks(first, last, text)


def _is_no_part(edge: str, words: str) -> bool:
    return edge in _MARKS and not _is_paired(edge, words)


def _without_hanging_words(span: Span, text: str) -> Span:
    """The span without words at its edges that belong to what stands beside them: "two hours while". A word
    with a capital is another word ("Plan A", "the WHO")."""
    kept = list(re.finditer(r"\S+", span.of(text)))
    while len(kept) > 1 and _hangs(kept[-1], *_ends_at(span.start + kept[-1].end(), text)):
        kept.pop()
    while len(kept) > 1 and _hangs(kept[0], "both", "start"):
        kept.pop(0)
    inside = Span(span.start + kept[0].start(), span.start + kept[-1].end())
    return _trimmed(inside, text) or span


def _ends_at(place: int, text: str) -> tuple[str, ...]:
    """What a word that ends at ``place`` would hang on by: a preposition only on words that follow it."""
    return ("both", "end", "before words") if _BLANK_AND_WORD.match(text, place) else ("both", "end")


def _hangs(word: re.Match[str], *edges: str) -> bool:
    return mapping("hanging_words").get(word.group().rstrip(",")) in edges


def _is_paired(mark: str, words: str) -> bool:
    """Whether a mark that opens or closes something has its other half among the words, not at both edges."""
    for opening, closing in _PAIRS:
        if mark in {opening, closing}:
            halves = [letter for letter in words if letter in {opening, closing}]
            in_turn = halves == [opening, closing] * (len(halves) // 2)
            return in_turn and not halves == [opening, closing] == [words[0], words[-1]]
    return False


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
