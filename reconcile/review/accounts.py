"""What each source says in a finding, in its sentence and in the text around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from reconcile.report.html.context_views import ContextView, context_views
from reconcile.report.html.marked_text import ClaimMark, marked
from reconcile.review.snapshot import Snapshot
from reconcile.schema import Claim, Discrepancy, Span

AROUND = 600
"""Code points of the text shown on either side of a claim's sentence where more is asked for."""
_CUT = Markup('<span class="gap">[…]</span>')
_WHOLE = Markup("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one source says, and the text around it."""

    context: ContextView
    around: Markup


def accounts_of(discrepancy: Discrepancy, snapshot: Snapshot) -> tuple[Account, ...]:
    """An account for each claim that the values stand for."""
    words: dict[str, list[Span]] = {}
    for value in discrepancy.values:
        words.setdefault(value.claim, []).append(value.span)
    return tuple(
        Account(
            context=context,
            around=_around(snapshot.material.claim(context.claim), words[context.claim], snapshot),
        )
        for context in context_views(discrepancy, snapshot.material)
    )


def _around(claim: Claim, words: Sequence[Span], snapshot: Snapshot) -> Markup:
    exact = snapshot.material.texts[claim.source]
    start = min(claim.sentence.start, *(word.start for word in words))
    end = max(claim.sentence.end, *(word.end for word in words))
    stretch = _whole_words(exact.text, start, end)
    shown = marked(exact, stretch, [ClaimMark(id=claim.id, span=claim.span)], words)
    before = _CUT if stretch.start > 0 else _WHOLE
    return before + shown + (_CUT if stretch.end < len(exact.text) else _WHOLE)


def _whole_words(text: str, start: int, end: int) -> Span:
    """The stretch with what is around, which no word is cut by where there are blanks to cut at."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    while 0 < first < start and not text[first].isspace():
        first += 1
    while end < last < len(text) and not text[last - 1].isspace():
        last -= 1
    return Span(first, last)
