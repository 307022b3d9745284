"""Which facets of two claims speak of the same thing, and how those compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.comparison.compare import compare
from reconcile.schema import AnyFacet, Claim, Comparison, FacetKind, Verdict

_ORDER = (Verdict.AGREE, Verdict.COMPATIBLE, Verdict.CONFLICT)


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetPair:
    """A facet of the left claim, its counterpart in the right, and their comparison."""

    left: AnyFacet
    right: AnyFacet
    comparison: Comparison


def pair_facets(left: Claim, right: Claim, kind: FacetKind) -> tuple[FacetPair, ...]:
    """Counterparts among the facets of one kind, each facet used once.

    Those that agree are paired first, then those that are compatible; what is left over
    and contradicts is paired last, so that "two dead, three hurt" against "three hurt, four
    dead" sets two against four. Undecided comparisons pair nothing.
    """
    compared = [
        FacetPair(left=ours, right=theirs, comparison=compare(ours, theirs))
        for ours in left.facets_of(kind)
        for theirs in right.facets_of(kind)
    ]
    chosen: list[FacetPair] = []
    for verdict in _ORDER:
        for pair in compared:
            if pair.comparison.verdict is verdict and not _used(pair, chosen):
                chosen.append(pair)
    return tuple(chosen)


def _used(pair: FacetPair, chosen: Sequence[FacetPair]) -> bool:
    return any(pair.left is other.left or pair.right is other.right for other in chosen)
