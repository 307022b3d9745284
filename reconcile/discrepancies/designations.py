"""The same actor, named in one source and only described in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext
from reconcile.lexicons import words
from reconcile.schema import (
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    FacetKind,
    NameFacet,
    NameKind,
    Span,
)


def detect_designations(context: GroupContext) -> Iterator[Discrepancy]:
    """Subjects of the same verb, one a person's name and the other a description of a person."""
    found = []
    for left, right in context.pairs():
        ours, theirs = left.parts.subject, right.parts.subject
        if ours is None or theirs is None or left.predicate != right.predicate:
            continue
        named = _is_name(left, ours), _is_name(right, theirs)
        described = _describes(context, left, ours), _describes(context, right, theirs)
        if (named[0] and described[1]) or (named[1] and described[0]):
            values = [context.value(left, ours), context.value(right, theirs)]
            found.append(_discrepancy(context, values))
    yield from merged_by_value(found)


def _discrepancy(context: GroupContext, values: Sequence[DiscrepancyValue]) -> Discrepancy:
    return make(
        DiscrepancyKind.NAME,
        DiscrepancyRelation.PRECISION,
        values,
        "one names whom the other describes",
        context.group.confidence,
    )


def _is_name(claim: Claim, span: Span) -> bool:
    """Whether the phrase ends in a person's name: a name before the end only modifies."""
    return any(
        facet.span.end == span.end and facet.name_kind is NameKind.PERSON
        for facet in claim.facets_of(FacetKind.NAME)
        if isinstance(facet, NameFacet)
    )


def _describes(context: GroupContext, claim: Claim, span: Span) -> bool:
    """Whether the phrase ends in a noun for a person, in the singular or the plural."""
    last = context.words(claim, span).casefold().split()[-1]
    nouns = words("office_nouns") | words("person_nouns")
    return last in nouns or last.removesuffix("s") in nouns
