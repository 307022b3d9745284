"""Slots: facets of several claims that give a value for the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.comparison import FacetPair, pair_facets, pair_lone_figures
from reconcile.discrepancies.catalogue import source_order
from reconcile.discrepancies.context import GroupContext
from reconcile.schema import AnyFacet, Claim, FacetKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two facets that were paired, with the claims that they stand in."""

    left: Claim
    right: Claim
    pair: FacetPair


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Linked facets: each source's value for one thing, and the links that connect them."""

    links: tuple[Link, ...]

    def values(self) -> tuple[tuple[Claim, AnyFacet], ...]:
        """One facet a source, the first in the text where it has several, in source order."""
        found: dict[str, tuple[Claim, AnyFacet]] = {}
        for link in self.links:
            for claim, facet in ((link.left, link.pair.left), (link.right, link.pair.right)):
                known = found.get(claim.source)
                if known is None or facet.span < known[1].span:
                    found[claim.source] = (claim, facet)
        return tuple(found[source] for source in sorted(found, key=source_order))


def find_slots(context: GroupContext, kind: FacetKind) -> tuple[Slot, ...]:
    """The slots of one kind in a group, in the order of the first source's text."""
    links = [
        Link(left=left, right=right, pair=pair)
        for left, right in context.pairs()
        for pair in _pairs(left, right, kind)
    ]
    return tuple(Slot(links=tuple(component)) for component in _components(links))


def _pairs(left: Claim, right: Claim, kind: FacetKind) -> tuple[FacetPair, ...]:
    lone = pair_lone_figures(left, right) if kind is FacetKind.QUANTITY else ()
    return (*pair_facets(left, right, kind), *lone)


def _components(links: Sequence[Link]) -> list[list[Link]]:
    """Links that share a facet, transitively."""
    components: list[tuple[set[tuple[str, int]], list[Link]]] = []
    for link in links:
        ends = {
            (link.left.source, link.pair.left.span.start),
            (link.right.source, link.pair.right.span.start),
        }
        touching = [component for component in components if component[0] & ends]
        merged = (ends.union(*(c[0] for c in touching)), [*(x for c in touching for x in c[1]), link])
        components = [c for c in components if c not in touching] + [merged]
    return [component[1] for component in components]
