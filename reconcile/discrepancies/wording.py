"""One term in place of another, or a term more, in otherwise the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import make, merged
from reconcile.discrepancies.context import GroupContext
from reconcile.lexicons import words
from reconcile.schema import Claim, ClaimRole, Discrepancy, DiscrepancyKind, DiscrepancyRelation, Span

MAX_WORDS = 3
"""Words of a substituted term; longer stretches are another sentence, not another term."""

CONTEXT_WORDS = 3
"""Equal words that must stand around a difference, before and after it together."""

SAME_STEM = 70
"""rapidfuzz ratio from which two terms are inflections or spellings of one word."""

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def detect_wording(context: GroupContext) -> Iterator[Discrepancy]:
    """Terms that one claim has in place of another's, or in addition, between the same words.

    The same two terms in several pairs of sources make one discrepancy. Headlines are left out:
    they shorten.
    """
    found: dict[frozenset[str], list[Discrepancy]] = {}
    for left, right in context.pairs():
        if ClaimRole.HEADLINE in (left.role, right.role):
            continue
        for difference in _differences(_words_of(left), _words_of(right)):
            if _is_quoted(difference.of_left, left) and _is_quoted(difference.of_right, right):
                continue
            if _is_term(difference.of_left, left) and _is_term(difference.of_right, right):
                made = _discrepancy(context, left, right, difference)
                found.setdefault(frozenset(v.text.casefold() for v in made.values), []).append(made)
    yield from (merged(discrepancies) for discrepancies in found.values())


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    folded: str


@dataclass(frozen=True, slots=True)
class _Difference:
    """What stands in one claim and in the other; either may be empty. ``next`` follows both."""

    left: Sequence[_Word]
    right: Sequence[_Word]
    next: tuple[_Word, _Word] | None

    @property
    def of_left(self) -> list[_Word]:
        """What the left claim says here, with the word that follows where it adds to that."""
        return [*self.left, *self._following(0)]

    @property
    def of_right(self) -> list[_Word]:
        return [*self.right, *self._following(1)]

    @property
    def is_addition(self) -> bool:
        return not self.left or not self.right

    def _following(self, side: int) -> list[_Word]:
        return [self.next[side]] if self.is_addition and self.next else []


def _differences(ours: Sequence[_Word], theirs: Sequence[_Word]) -> Iterator[_Difference]:
    matcher = SequenceMatcher(a=[w.folded for w in ours], b=[w.folded for w in theirs], autojunk=False)
    blocks = matcher.get_opcodes()
    for number, (operation, a, b, c, d) in enumerate(blocks):
        around = [blocks[k] for k in (number - 1, number + 1) if 0 <= k < len(blocks)]
        equal = sum(block[2] - block[1] for block in around if block[0] == "equal")
        if operation == "equal" or max(b - a, d - c) > MAX_WORDS or equal < CONTEXT_WORDS:
            continue
        followed = b < len(ours) and d < len(theirs) and ours[b].folded == theirs[d].folded
        difference = _Difference(ours[a:b], theirs[c:d], (ours[b], theirs[d]) if followed else None)
        if _is_substitution(difference) or _is_addition(difference):
            yield difference


def _is_substitution(difference: _Difference) -> bool:
    """Two terms that are not forms of one word."""
    if not difference.left or not difference.right:
        return False
    return fuzz.ratio(_joined(difference.left), _joined(difference.right)) < SAME_STEM


def _is_addition(difference: _Difference) -> bool:
    """Modifiers before a word that both have ("senior officials" / "officials")."""
    if bool(difference.left) == bool(difference.right) or difference.next is None:
        return False
    added = [*difference.left, *difference.right, difference.next[0]]
    return not any(word.folded in words("function_words_en") for word in added)


def _discrepancy(context: GroupContext, left: Claim, right: Claim, difference: _Difference) -> Discrepancy:
    added = difference.is_addition
    return make(
        DiscrepancyKind.WORDING,
        DiscrepancyRelation.PRECISION if added else DiscrepancyRelation.WORDING,
        [context.value(left, _span(difference.of_left)), context.value(right, _span(difference.of_right))],
        "one says more" if added else "another term in the same place",
        context.group.confidence,
    )


def _words_of(claim: Claim) -> list[_Word]:
    return [
        _Word(Span(claim.span.start + m.start(), claim.span.start + m.end()), m[0].casefold())
        for m in _WORD.finditer(claim.text)
    ]


def _is_term(found: Sequence[_Word], claim: Claim) -> bool:
    """Nothing, or content words that are no facet or speaker: those have detectors of their own."""
    if found and all(word.folded in words("function_words_en") for word in found):
        return False
    taken = [facet.span for facet in claim.facets] + ([claim.speaker.span] if claim.speaker else [])
    return not any(span.overlaps(word.span) for span in taken for word in found)


def _is_quoted(found: Sequence[_Word], claim: Claim) -> bool:
    """Whether the words stand in quotation marks: an altered quotation is a kind of its own."""
    return any(quote.contains(word.span) for quote in claim.parts.quotes for word in found)


def _joined(found: Sequence[_Word]) -> str:
    return " ".join(word.folded for word in found)


def _span(found: Sequence[_Word]) -> Span:
    return Span(found[0].span.start, found[-1].span.end)
