"""Differences of certainty and of polarity."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import make
from reconcile.discrepancies.context import GroupContext
from reconcile.schema import (
    Certainty,
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    Polarity,
    Span,
)

NEARLY_ALIKE = 70
"""Token set ratio of two claims' content words from which a lone negation is a contradiction.

Below it the negation usually belongs to another way of saying the same."""

_PLAIN = frozenset({Certainty.ASSERTED, Certainty.REPORTED})


def detect_modality(context: GroupContext) -> Iterator[Discrepancy]:
    """A statement hedged, planned, conditional or denied in one source and plain in another."""
    for left, right in context.pairs():
        certainties = {left.certainty, right.certainty}
        if len(certainties) == 2 and not certainties <= _PLAIN:
            yield _modality(context, left, right)


def detect_polarity(context: GroupContext) -> Iterator[Discrepancy]:
    """A statement affirmed by one source and negated by another in nearly the same words."""
    for left, right in context.pairs():
        if left.polarity is not right.polarity and _alike(left, right) >= NEARLY_ALIKE:
            values = [context.value(left, _polarity_span(left)), context.value(right, _polarity_span(right))]
            yield make(
                DiscrepancyKind.POLARITY,
                DiscrepancyRelation.CONFLICT,
                values,
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
    happened = earlier.certainty is Certainty.PLANNED and later.certainty in _PLAIN
    return DiscrepancyRelation.UPDATE if happened else DiscrepancyRelation.WORDING


def _modal_span(claim: Claim) -> Span:
    return claim.parts.modal or claim.parts.predicate or claim.span


def _polarity_span(claim: Claim) -> Span:
    if claim.polarity is Polarity.NEGATED and claim.parts.negation:
        return claim.parts.negation
    return claim.parts.predicate or claim.span


def _alike(left: Claim, right: Claim) -> float:
    return fuzz.token_set_ratio(" ".join(left.terms), " ".join(right.terms))
