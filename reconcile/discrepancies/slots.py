"""Slots: facets of several claims that give a value for the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.comparison import FacetPair, pair_facets, pair_lone_figures
from reconcile.discrepancies.catalogue import source_order
from reconcile.discrepancies.components import sharing
from reconcile.discrepancies.context import GroupContext
from reconcile.schema import AnyFacet, Claim, FacetKind, Span, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two facets that were paired, with the claims that they stand in."""

    left: Claim
    right: Claim
    pair: FacetPair

    @property
    def ends(self) -> tuple[tuple[Claim, AnyFacet], tuple[Claim, AnyFacet]]:
        """Each claim with its facet, left and right."""
        return (self.left, self.pair.left), (self.right, self.pair.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Linked facets: each source's value for one thing, and the links that connect them."""

    links: tuple[Link, ...]

    def values(self) -> tuple[tuple[Claim, AnyFacet], ...]:
        """One facet a source, the first in the text where it has several, in source order."""
        found: dict[str, tuple[Claim, AnyFacet]] = {}
        for link in self.links:
            for claim, facet in link.ends:
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
    return tuple(Slot(links=tuple(component)) for component in sharing(_uncrossed(links), _ends))


def _uncrossed(links: Sequence[Link]) -> list[Link]:
    """The links without those of a value that the other source has, too, in another claim of the group."""
    equal = (link for link in links if _agree(link) and link.pair.comparison.same_form)
    shared = {held for link in equal for held in _held(link)}
    return [link for link in links if _agree(link) or shared.isdisjoint(_held(link))]


def _agree(link: Link) -> bool:
    return link.pair.comparison.verdict is Verdict.AGREE


def _held(link: Link) -> list[tuple[str, Span, str]]:
    """The value of each end by its source and place, with the source that it is held against."""
    ends = link.ends, link.ends[::-1]
    return [(claim.source, facet.span, other.source) for (claim, facet), (other, _) in ends]


def _pairs(left: Claim, right: Claim, kind: FacetKind) -> tuple[FacetPair, ...]:
    lone = pair_lone_figures(left, right) if kind is FacetKind.QUANTITY else ()
    return (*pair_facets(left, right, kind), *lone)


def _ends(link: Link) -> set[tuple[str, int]]:
    return {
        (link.left.source, link.pair.left.span.start),
        (link.right.source, link.pair.right.span.start),
    }
