"""One term in place of another, in otherwise the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import make
from reconcile.discrepancies.context import GroupContext
from reconcile.lexicons import words
from reconcile.schema import Claim, Discrepancy, DiscrepancyKind, DiscrepancyRelation, Span

MAX_WORDS = 3
"""Words of a substituted term; longer stretches are another sentence, not another term."""

CONTEXT_WORDS = 3
"""Equal words that must stand around a substitution, before and after it together."""

SAME_STEM = 70
"""rapidfuzz ratio from which two terms are inflections or spellings of one word."""

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def detect_wording(context: GroupContext) -> Iterator[Discrepancy]:
    """Substituted terms: the same words before and after, another content word between."""
    for left, right in context.pairs():
        for ours, theirs in _substitutions(context, left, right):
            yield make(
                DiscrepancyKind.WORDING,
                DiscrepancyRelation.WORDING,
                [context.value(left, ours), context.value(right, theirs)],
                "another term in the same place",
                context.group.confidence,
            )


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    folded: str


def _substitutions(context: GroupContext, left: Claim, right: Claim) -> Iterator[tuple[Span, Span]]:
    ours, theirs = _words_of(left), _words_of(right)
    matcher = SequenceMatcher(a=[w.folded for w in ours], b=[w.folded for w in theirs], autojunk=False)
    blocks = matcher.get_opcodes()
    for number, (operation, a, b, c, d) in enumerate(blocks):
        if operation != "replace" or b - a > MAX_WORDS or d - c > MAX_WORDS:
            continue
        around = [blocks[k] for k in (number - 1, number + 1) if 0 <= k < len(blocks)]
        if sum(block[2] - block[1] for block in around if block[0] == "equal") < CONTEXT_WORDS:
            continue
        if _is_term(ours[a:b], left) and _is_term(theirs[c:d], right) and _differs(ours[a:b], theirs[c:d]):
            yield _span(ours[a:b]), _span(theirs[c:d])


def _words_of(claim: Claim) -> list[_Word]:
    return [
        _Word(Span(claim.span.start + m.start(), claim.span.start + m.end()), m[0].casefold())
        for m in _WORD.finditer(claim.text)
    ]


def _is_term(found: Sequence[_Word], claim: Claim) -> bool:
    """Content words that are no facet: figures, times and names have detectors of their own."""
    if all(word.folded in words("function_words_en") for word in found):
        return False
    return not any(facet.span.overlaps(word.span) for facet in claim.facets for word in found)


def _differs(left: Sequence[_Word], right: Sequence[_Word]) -> bool:
    return fuzz.ratio(_joined(left), _joined(right)) < SAME_STEM


def _joined(found: Sequence[_Word]) -> str:
    return " ".join(word.folded for word in found)


def _span(found: Sequence[_Word]) -> Span:
    return Span(found[0].span.start, found[-1].span.end)
