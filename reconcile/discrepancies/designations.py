"""The same actor, named in one source and only described in another."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.discrepancies.catalogue import make
from reconcile.discrepancies.context import GroupContext
from reconcile.lexicons import words
from reconcile.schema import (
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    FacetKind,
    NameFacet,
    NameKind,
    Span,
)


def detect_designations(context: GroupContext) -> Iterator[Discrepancy]:
    """Subjects of the same verb, of which one holds a name and the other none."""
    for left, right in context.pairs():
        ours, theirs = left.parts.subject, right.parts.subject
        if ours is None or theirs is None or left.predicate != right.predicate:
            continue
        if _is_pronoun(context, left, ours, right, theirs):
            continue
        if _is_named(left, ours) != _is_named(right, theirs):
            yield make(
                DiscrepancyKind.NAME,
                DiscrepancyRelation.PRECISION,
                [context.value(left, ours), context.value(right, theirs)],
                "one names whom the other describes",
                context.group.confidence,
            )


def _is_pronoun(context: GroupContext, left: Claim, ours: Span, right: Claim, theirs: Span) -> bool:
    said = (context.words(left, ours), context.words(right, theirs))
    return any(text.casefold() in words("function_words_en") for text in said)


def _is_named(claim: Claim, span: Span) -> bool:
    return any(
        span.contains(facet.span)
        for facet in claim.facets_of(FacetKind.NAME)
        if isinstance(facet, NameFacet) and facet.name_kind is not NameKind.NATIONALITY
    )
