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

_PLURALS = frozenset({"people", "police", "women", "men", "children"})


def detect_designations(context: GroupContext) -> Iterator[Discrepancy]:
    """Subjects of the same verb, one a person's name and the other a description of a person."""
    found = []
    for left, right in context.pairs():
        ours, theirs = left.parts.subject, right.parts.subject
        if ours is None or theirs is None or left.predicate != right.predicate:
            continue
        if _names_whom(context, (left, ours), (right, theirs)) or _names_whom(
            context, (right, theirs), (left, ours)
        ):
            values = [context.value(left, ours), context.value(right, theirs)]
            found.append(_discrepancy(context, values))
    yield from merged_by_value(found)


def _names_whom(context: GroupContext, named: tuple[Claim, Span], described: tuple[Claim, Span]) -> bool:
    """Whether the first is a name and the second describes as many, and its article names nobody so."""
    several = "and" in context.words(*named).casefold().split()
    return (
        _is_name(*named)
        and _describes(context, *described)
        and not _names_in(*described)
        and _is_plural(context, *described) is several
        and not _is_named_elsewhere(context, named, described[0].source)
    )


def _is_named_elsewhere(context: GroupContext, named: tuple[Claim, Span], source: str) -> bool:
    """Whether the source has the surname anywhere: there a description only stands for the name."""
    names = (context.words(named[0], name) for name in _names_in(*named))
    return any(context.articles.has_surname(source, name) for name in names)


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
    return any(name.end == span.end for name in _names_in(claim, span))


def _names_in(claim: Claim, span: Span) -> list[Span]:
    """Where persons are named in the phrase."""
    names = [facet for facet in claim.facets_of(FacetKind.NAME) if isinstance(facet, NameFacet)]
    return [f.span for f in names if f.name_kind is NameKind.PERSON and span.contains(f.span)]


def _is_plural(context: GroupContext, claim: Claim, span: Span) -> bool:
    """Whether the last word of a description is a plural."""
    last = context.words(claim, span).casefold().split()[-1]
    return last in _PLURALS or last not in words("office_nouns", "person_nouns")


def _describes(context: GroupContext, claim: Claim, span: Span) -> bool:
    """Whether the phrase ends in a noun for a person, in the singular or the plural."""
    last = context.words(claim, span).casefold().split()[-1]
    nouns = words("office_nouns", "person_nouns")
    return last in nouns or last.removesuffix("s") in nouns
