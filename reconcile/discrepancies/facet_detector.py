"""Differences of figures, times, places and names."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import gravest, make
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.slots import Link, Slot, find_slots
from reconcile.discrepancies.updates import is_update
from reconcile.schema import (
    AnyFacet,
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    FacetKind,
    QuantityFacet,
    Verdict,
)

SAME_FRAME = 85
"""rapidfuzz token set ratio of two claims' other words from which two different names
are held to stand for the same actor or place."""

_NAMED = frozenset({FacetKind.NAME, FacetKind.PLACE})


def detect_facets(context: GroupContext) -> Iterator[Discrepancy]:
    """One discrepancy for each thing whose values differ between the sources of the group."""
    for kind in FacetKind:
        for slot in find_slots(context, kind):
            noted = {link: relation for link in slot.links if (relation := _relation(link, context))}
            if noted:
                yield _discrepancy(context, kind, slot, noted)


def _discrepancy(
    context: GroupContext, kind: FacetKind, slot: Slot, noted: dict[Link, DiscrepancyRelation]
) -> Discrepancy:
    relation = gravest(list(noted.values()))
    telling = next(link for link, its in noted.items() if its is relation)
    values = [context.value(claim, facet.span, facet) for claim, facet in slot.values()]
    return make(
        DiscrepancyKind(kind.value),
        relation,
        values,
        telling.pair.comparison.reason,
        context.group.confidence,
    )


def _relation(link: Link, context: GroupContext) -> DiscrepancyRelation | None:
    comparison, kind = link.pair.comparison, link.pair.left.kind
    match comparison.verdict:
        case Verdict.CONFLICT if kind in _NAMED and not _otherwise_alike(link):
            return None
        case Verdict.CONFLICT:
            update = is_update(link, context)
            return DiscrepancyRelation.UPDATE if update else DiscrepancyRelation.CONFLICT
        case Verdict.COMPATIBLE:
            return DiscrepancyRelation.PRECISION
        case Verdict.AGREE if not comparison.same_form and _hedged_otherwise(link):
            return DiscrepancyRelation.WORDING
    return None


def _otherwise_alike(link: Link) -> bool:
    """Whether the claims say the same around two names: only then do these stand in one role."""
    left, right = (
        _without(claim, facet).casefold()
        for claim, facet in ((link.left, link.pair.left), (link.right, link.pair.right))
    )
    return fuzz.token_set_ratio(left, right) >= SAME_FRAME


def _without(claim: Claim, facet: AnyFacet) -> str:
    start, end = facet.span.start - claim.span.start, facet.span.end - claim.span.start
    return claim.text[:start] + claim.text[end:]


def _hedged_otherwise(link: Link) -> bool:
    """Whether both figures are approximate in different words ("around 30", "some 30")."""
    return all(
        isinstance(facet, QuantityFacet) and facet.approximate and facet.figure is not None
        for facet in (link.pair.left, link.pair.right)
    ) and _first_word(link.pair.left) != _first_word(link.pair.right)


def _first_word(facet: AnyFacet) -> str:
    return facet.text.split()[0].casefold()
