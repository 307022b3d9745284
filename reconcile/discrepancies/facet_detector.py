"""Differences of figures, times, places and names."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import gravest, make
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.slots import Link, Slot, find_slots
from reconcile.discrepancies.updates import is_update
from reconcile.schema import (
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    FacetKind,
    NameFacet,
    NameKind,
    QuantityFacet,
    Verdict,
)

SAME_FRAME = 85
"""rapidfuzz token set ratio of two claims' other content words from which two different names
are held to stand for the same actor or place."""

_SPELLING_MATTERS = frozenset({FacetKind.NAME, FacetKind.PLACE})


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
        _kind(kind, relation), relation, values, telling.pair.comparison.reason, context.group.confidence
    )


def _kind(kind: FacetKind, relation: DiscrepancyRelation) -> DiscrepancyKind:
    """A place spelled otherwise is a difference of name (Türkiye / Turkey)."""
    if kind is FacetKind.PLACE and relation is DiscrepancyRelation.WORDING:
        return DiscrepancyKind.NAME
    return DiscrepancyKind(kind.value)


def _relation(link: Link, context: GroupContext) -> DiscrepancyRelation | None:
    comparison, kind = link.pair.comparison, link.pair.left.kind
    match comparison.verdict:
        case Verdict.CONFLICT if kind in _SPELLING_MATTERS and not _otherwise_alike(link):
            return None
        case Verdict.CONFLICT:
            update = is_update(link, context)
            return DiscrepancyRelation.UPDATE if update else DiscrepancyRelation.CONFLICT
        case Verdict.COMPATIBLE:
            return DiscrepancyRelation.PRECISION
        case Verdict.AGREE if not comparison.same_form and (
            _spelt_otherwise(link) or _hedged_otherwise(link)
        ):
            return DiscrepancyRelation.WORDING
    return None


def _otherwise_alike(link: Link) -> bool:
    """Whether the claims say the same around two names: only then do these stand in one role."""
    left, right = (
        set(claim.terms) - set(facet.text.casefold().split())
        for claim, facet in ((link.left, link.pair.left), (link.right, link.pair.right))
    )
    return fuzz.token_set_ratio(" ".join(sorted(left)), " ".join(sorted(right))) >= SAME_FRAME


def _spelt_otherwise(link: Link) -> bool:
    """Whether one name is spelt in two ways; an abbreviation or a people's name is no spelling."""
    left, right = link.pair.left, link.pair.right
    if isinstance(left, NameFacet) and left.name_kind is NameKind.NATIONALITY:
        return False
    abbreviated = any(facet.text.replace(".", "").isupper() for facet in (left, right))
    return left.kind in _SPELLING_MATTERS and not abbreviated


def _hedged_otherwise(link: Link) -> bool:
    """Whether both figures are approximate in different words ("around 30", "some 30")."""
    left, right = link.pair.left, link.pair.right
    return (
        isinstance(left, QuantityFacet)
        and isinstance(right, QuantityFacet)
        and left.approximate
        and right.approximate
    )
