"""Which facets of two claims speak of the same thing, and how those compare."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.comparison.compare import compare
from reconcile.schema import AnyFacet, Claim, Comparison, FacetKind, QuantityFacet, Verdict

_AGE = "age"
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
        FacetPair(left=ours, right=theirs, comparison=_compared(ours, theirs, left, right))
        for ours in left.facets_of(kind)
        for theirs in right.facets_of(kind)
    ]
    chosen: list[FacetPair] = []
    for verdict in _ORDER:
        for pair in compared:
            if pair.comparison.verdict is verdict and not _used(pair, chosen):
                chosen.append(pair)
    return tuple(chosen)


def _compared(ours: AnyFacet, theirs: AnyFacet, left: Claim, right: Claim) -> Comparison:
    """The two compared; an age that is nobody's belongs to whom both claims name, if they do."""
    return compare(_whose(ours, theirs, left), _whose(theirs, ours, right))


def _whose(facet: AnyFacet, other: AnyFacet, claim: Claim) -> AnyFacet:
    if not isinstance(facet, QuantityFacet) or not isinstance(other, QuantityFacet):
        return facet
    named = other.bearer is not None and other.bearer[:1].isupper()
    open_age = facet.counted == other.counted == _AGE and not (facet.bearer or "")[:1].isupper()
    if not (named and open_age) or sum(_is_age(f) for f in claim.facets) > 1:
        return facet
    surname = str(other.bearer).split()[-1]
    return replace(facet, bearer=other.bearer) if _mentions(claim, surname) else facet


def _is_age(facet: AnyFacet) -> bool:
    return isinstance(facet, QuantityFacet) and facet.counted == _AGE


def _mentions(claim: Claim, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", claim.text) is not None


def pair_lone_figures(left: Claim, right: Claim) -> tuple[FacetPair, ...]:
    """Figures of one unit that are left over on both sides, one each, whatever they are said to count.

    "A 25 percent stake" and "52 percent of the company" name different nouns and mean one share.
    For claims that are already held to make the same statement; counts without a unit are left out.
    """
    paired = pair_facets(left, right, FacetKind.QUANTITY)
    lone_left, lone_right = _lone(left, [p.left for p in paired]), _lone(right, [p.right for p in paired])
    return tuple(
        FacetPair(left=ours, right=lone_right[unit], comparison=comparison)
        for unit, ours in lone_left.items()
        if unit in lone_right
        and (comparison := compare(_bare(ours), _bare(lone_right[unit]))).verdict is not Verdict.UNDECIDED
    )


def _lone(claim: Claim, paired: Sequence[AnyFacet]) -> dict[str, QuantityFacet]:
    """The unpaired figure of each unit that has just one."""
    by_unit: dict[str, list[QuantityFacet]] = {}
    for facet in claim.facets_of(FacetKind.QUANTITY):
        if isinstance(facet, QuantityFacet) and facet.unit and not any(facet is other for other in paired):
            by_unit.setdefault(facet.unit, []).append(facet)
    return {unit: facets[0] for unit, facets in by_unit.items() if len(facets) == 1}


def _bare(facet: QuantityFacet) -> QuantityFacet:
    return replace(facet, counted=None)


def _used(pair: FacetPair, chosen: Sequence[FacetPair]) -> bool:
    return any(pair.left is other.left or pair.right is other.right for other in chosen)
