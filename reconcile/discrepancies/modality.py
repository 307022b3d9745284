"""Differences of certainty and of polarity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import make, merged
from reconcile.discrepancies.context import GroupContext
from reconcile.lexicons import mapping
from reconcile.schema import (
    Certainty,
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    Polarity,
    Span,
)

ALIKE = 60
"""Token set ratio of two claims' content words from which a modal is held to bear on the same act.

Below it the hedge or the negation usually belongs to another way of putting things."""

_WORD = re.compile(r"\w+?(?=n['’]t\b)|n['’]t\b|\w+")
"""Words, with "n't" as one of its own."""

MODAL_REACH = 16
"""Characters between a modal and its verb: room for "not", "be" or an adverb."""

COMMON_VERBS = frozenset({"", "be", "have", "do", "get"})
"""Predicates too common to say that two claims speak of one act."""

_PLAIN = frozenset({Certainty.ASSERTED, Certainty.REPORTED})


def detect_modality(context: GroupContext) -> Iterator[Discrepancy]:
    """A statement hedged, planned or denied in one source and otherwise in another.

    A condition is left out: whether "if" belongs to the statement needs more than its clause.
    """
    found = []
    for left, right in _alike(context):
        certainties = {left.certainty, right.certainty}
        if len(certainties) == 2 and not certainties <= _PLAIN and Certainty.CONDITIONAL not in certainties:
            found.append(_modality(context, left, right))
    if found:
        yield merged(found)


def detect_polarity(context: GroupContext) -> Iterator[Discrepancy]:
    """A predicate affirmed by one source and negated by another in much the same words."""
    found = [
        _polarity(context, left, right)
        for left, right in _alike(context)
        if left.predicate == right.predicate not in COMMON_VERBS
        and left.polarity is not right.polarity
        and sorted((_negators(left), _negators(right))) == [0, 1]
    ]
    if found:
        yield merged(found)


def _alike(context: GroupContext) -> Iterator[tuple[Claim, Claim]]:
    for left, right in context.pairs():
        if fuzz.token_set_ratio(" ".join(left.terms), " ".join(right.terms)) >= ALIKE:
            yield left, right


def _negators(claim: Claim) -> int:
    """The words of the claim that negate, be it another predicate than the main one."""
    negating = {word for word, kind in mapping("negation").items() if kind == "word"}
    return sum(word in negating for word in _WORD.findall(claim.text.casefold()))


def _polarity(context: GroupContext, left: Claim, right: Claim) -> Discrepancy:
    return make(
        DiscrepancyKind.POLARITY,
        DiscrepancyRelation.CONFLICT,
        [context.value(left, _polarity_span(left)), context.value(right, _polarity_span(right))],
        "one affirms what the other negates",
        context.group.confidence,
    )


def _modality(context: GroupContext, left: Claim, right: Claim) -> Discrepancy:
    values = [context.value(left, _modal_span(left)), context.value(right, _modal_span(right))]
    return make(
        DiscrepancyKind.MODALITY,
        _relation(context, left, right),
        values,
        f"{left.source} has it as {left.certainty}, {right.source} as {right.certainty}",
        context.group.confidence,
    )


def _relation(context: GroupContext, left: Claim, right: Claim) -> DiscrepancyRelation:
    """A plan that a later story reports as fact is an update; the rest is wording."""
    days = context.published(left), context.published(right)
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return DiscrepancyRelation.WORDING
    earlier, later = (left, right) if days[0] < days[1] else (right, left)
    happened = (
        earlier.certainty is Certainty.PLANNED
        and later.certainty in _PLAIN
        and _modal_is_of_verb(earlier)
        and not _is_infinitive(later)
        and earlier.predicate == later.predicate not in COMMON_VERBS
    )
    return DiscrepancyRelation.UPDATE if happened else DiscrepancyRelation.WORDING


def _modal_is_of_verb(claim: Claim) -> bool:
    """Whether the modal stands just before the main verb: else it may be another clause's."""
    modal, verb = claim.parts.modal, claim.parts.predicate
    return modal is not None and verb is not None and 0 < verb.start - modal.end <= MODAL_REACH


def _is_infinitive(claim: Claim) -> bool:
    """Whether the main verb follows "to": what is to be done is no fact."""
    verb = claim.parts.predicate
    return verb is not None and claim.text[: verb.start - claim.span.start].casefold().endswith("to ")


def _modal_span(claim: Claim) -> Span:
    return claim.parts.modal or claim.parts.predicate or claim.span


def _polarity_span(claim: Claim) -> Span:
    if claim.polarity is Polarity.NEGATED and claim.parts.negation:
        return claim.parts.negation
    return claim.parts.predicate or claim.span
