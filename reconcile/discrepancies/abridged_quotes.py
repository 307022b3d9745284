"""A quotation of which one source gives only a part."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.quoted_words import MIN_WORDS, Word, quoted_words
from reconcile.lexicons import words
from reconcile.schema import Claim, Discrepancy, DiscrepancyKind, DiscrepancyRelation, Span

LEFT_OUT = 2
"""Words from which it matters that a source leaves them out."""

_OPENING, _CLOSING = "“‘\"'„«", "”’\"'“»"

_Quote = tuple[Claim, Span]


def detect_abridged_quotes(context: GroupContext) -> Iterator[Discrepancy]:
    """The words at the beginning or the end of a quotation that only one source quotes.

    Only a quotation mark says that a part is all that was quoted: a claim may end before the
    quotation does. Words that the other article has somewhere else are not left out of it.
    """
    found = []
    for left, right in context.body_pairs():
        for quotes in itertools.product(_quotes(left), _quotes(right)):
            for part, whole in (quotes, quotes[::-1]):
                left_out = _left_out(context, part, whole)
                if left_out:
                    found.append(_discrepancy(context, quotes, whole[0].source, left_out))
    yield from merged_by_value(found)


def _quotes(claim: Claim) -> list[_Quote]:
    return [(claim, quote) for quote in claim.parts.quotes]


def _left_out(context: GroupContext, part: _Quote, whole: _Quote) -> list[str]:
    """The stretches before and behind ``part`` that ``whole`` has and the other's article has not."""
    said, heard = (quoted_words(context.words(*quote)) for quote in (part, whole))
    start = _place(said, heard) if len(said) >= MIN_WORDS else None
    if start is None:
        return []
    opened, closed = _marks(context, part)
    stretches = heard[:start] if opened else [], heard[start + len(said) :] if closed else []
    return [_written(stretch) for stretch in stretches if _is_left_out(context, part[0].source, stretch)]


def _place(said: Sequence[Word], heard: Sequence[Word]) -> int | None:
    """Where in the longer quotation the shorter one stands, word for word."""
    ours, theirs = [word.compared for word in said], [word.compared for word in heard]
    places = range(len(theirs) - len(ours) + 1)
    return next((place for place in places if theirs[place : place + len(ours)] == ours), None)


def _marks(context: GroupContext, quote: _Quote) -> tuple[bool, bool]:
    """Whether quotation marks stand right before and right behind the quoted words."""
    claim, span = quote
    text = context.documents[claim.source].text
    before, after = text[: span.start].rstrip()[-1:], text[span.end :].lstrip()[:1]
    return bool(before) and before in _OPENING, bool(after) and after in _CLOSING


def _is_left_out(context: GroupContext, source: str, stretch: Sequence[Word]) -> bool:
    telling = [word for word in stretch if word.compared not in words("function_words_en")]
    return len(stretch) >= LEFT_OUT and not all(_says(context, source, word) for word in telling)


def _says(context: GroupContext, source: str, word: Word) -> bool:
    forms = word.compared, word.written.casefold()
    return any(context.articles.says(source, form) for form in forms)


def _written(stretch: Sequence[Word]) -> str:
    return " ".join(word.written for word in stretch)


def _discrepancy(
    context: GroupContext, quotes: tuple[_Quote, _Quote], fuller: str, left_out: Sequence[str]
) -> Discrepancy:
    return make(
        DiscrepancyKind.QUOTE,
        DiscrepancyRelation.PRECISION,
        [context.value(claim, quote) for claim, quote in quotes],
        f"only {fuller} quotes {' and '.join(f'“{stretch}”' for stretch in left_out)} too",
        context.group.confidence,
    )
