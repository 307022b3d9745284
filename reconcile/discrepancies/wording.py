"""One term in place of another in otherwise the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import make, merged
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.phrase_pairs import alike
from reconcile.discrepancies.propositions import PLAIN
from reconcile.discrepancies.synonyms import are_exchanged
from reconcile.lexicons import words
from reconcile.schema import (
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    Phrase,
    Span,
)

JOINED = 0.5
"""Score of a pair from which its two claims are one statement by themselves; between the same words of
others stand two things more often than two words for one."""

MAX_WORDS = 3
"""Words of a substituted term; longer stretches are another sentence, not another term."""

CONTEXT_WORDS = 3
"""Equal words that must stand around a difference, before and after it together."""

MODIFIER_CONTEXT = 1
"""Equal words that are enough around different modifiers of the same noun."""

SAME_STEM = 70
"""rapidfuzz ratio from which two terms are inflections or spellings of one word."""

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def detect_wording(context: GroupContext) -> Iterator[Discrepancy]:
    """Terms that one claim has in place of another's between the same words.

    Both are the verb or both stand inside a noun phrase: else the sentence is only built
    otherwise. The same two terms in several pairs of sources make one discrepancy. Headlines are
    left out: they shorten.
    """
    found: dict[frozenset[str], list[Discrepancy]] = {}
    for left, right in context.body_pairs(JOINED):
        for difference in _differences(_words_of(left), _words_of(right)):
            if not (difference.is_framed or _modify_one_noun(difference, left, right)):
                continue
            if _is_one_part(difference, left, right) and _is_own(difference, left, right):
                made = _discrepancy(context, left, right, difference)
                found.setdefault(frozenset(v.text.casefold() for v in made.values), []).append(made)
    yield from (merged(discrepancies) for discrepancies in found.values())


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    folded: str


@dataclass(frozen=True, slots=True)
class _Difference:
    """What stands in one claim in place of what stands in the other; ``equal`` words stand around it."""

    left: Sequence[_Word]
    right: Sequence[_Word]
    equal: int

    @property
    def is_framed(self) -> bool:
        return self.equal >= CONTEXT_WORDS


def _differences(ours: Sequence[_Word], theirs: Sequence[_Word]) -> Iterator[_Difference]:
    matcher = SequenceMatcher(a=[w.folded for w in ours], b=[w.folded for w in theirs], autojunk=False)
    blocks = matcher.get_opcodes()
    for number, (operation, a, b, c, d) in enumerate(blocks):
        around = [blocks[k] for k in (number - 1, number + 1) if 0 <= k < len(blocks)]
        equal = sum(block[2] - block[1] for block in around if block[0] == "equal")
        if operation != "replace" or max(b - a, d - c) > MAX_WORDS or equal < MODIFIER_CONTEXT:
            continue
        if fuzz.ratio(_joined(ours[a:b]), _joined(theirs[c:d])) < SAME_STEM:
            yield _Difference(ours[a:b], theirs[c:d], equal)


def _discrepancy(context: GroupContext, left: Claim, right: Claim, difference: _Difference) -> Discrepancy:
    return make(
        DiscrepancyKind.WORDING,
        DiscrepancyRelation.WORDING,
        [context.value(left, _span(difference.left)), context.value(right, _span(difference.right))],
        "another term in the same place",
        context.group.confidence,
    )


def _words_of(claim: Claim) -> list[_Word]:
    return [
        _Word(Span(claim.span.start + m.start(), claim.span.start + m.end()), m[0].casefold())
        for m in _WORD.finditer(claim.text)
    ]


def _is_term(found: Sequence[_Word], claim: Claim) -> bool:
    """Whether these are content words but no facet or speaker: those have detectors of their own."""
    if all(word.folded in words("function_words_en") for word in found):
        return False
    taken = [facet.span for facet in claim.facets] + ([claim.speaker.span] if claim.speaker else [])
    return not any(span.overlaps(word.span) for span in taken for word in found)


def _is_quoted(found: Sequence[_Word], claim: Claim) -> bool:
    """Whether the words stand in quotation marks."""
    return any(quote.contains(word.span) for quote in claim.parts.quotes for word in found)


def _is_own(difference: _Difference, left: Claim, right: Claim) -> bool:
    """Whether both are terms of the sources that say something else: an altered quotation is a kind of
    its own, and plain synonyms are no difference."""
    if _is_quoted(difference.left, left) and _is_quoted(difference.right, right):
        return False
    if any(are_exchanged(form(difference.left), form(difference.right)) for form in (_joined, _telling)):
        return False
    return _is_term(difference.left, left) and _is_term(difference.right, right)


def _is_one_part(difference: _Difference, left: Claim, right: Claim) -> bool:
    """Whether both are the verb, not one verb in two tenses, or both stand inside a noun phrase."""
    parts = _part(difference.left, left), _part(difference.right, right)
    put_alike = left.certainty is right.certainty or {left.certainty, right.certainty} <= PLAIN
    inflected = left.predicate == right.predicate and put_alike
    return parts[0] == parts[1] is not None and not (parts[0] == "verb" and inflected)


def _modify_one_noun(difference: _Difference, left: Claim, right: Claim) -> bool:
    """Whether both stand before the same noun ("white van", "grey van")."""
    ours, theirs = _modified(difference.left, left), _modified(difference.right, right)
    return any(alike(one.head, other.head) for one in ours for other in theirs)


def _modified(found: Sequence[_Word], claim: Claim) -> list[Phrase]:
    """The phrases whose noun comes after the words."""
    span = _span(found)
    return [p for p in claim.phrases if p.core.contains(span) and span.end < p.core.end]


def _part(found: Sequence[_Word], claim: Claim) -> str | None:
    """ "verb" for words about the main verb, "noun phrase" for words of noun phrases, None for a mixture."""
    verb = claim.parts.predicate
    inside = [any(phrase.core.overlaps(word.span) for phrase in claim.phrases) for word in found]
    if verb and not any(inside) and any(verb.overlaps(word.span) for word in found):
        return "verb"
    return "noun phrase" if all(inside) else None


def _joined(found: Sequence[_Word]) -> str:
    return " ".join(word.folded for word in found)


def _telling(found: Sequence[_Word]) -> str:
    """The content words, without auxiliaries and articles."""
    return _joined([word for word in found if word.folded not in words("function_words_en")])


def _span(found: Sequence[_Word]) -> Span:
    return Span(found[0].span.start, found[-1].span.end)
