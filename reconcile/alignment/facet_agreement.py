"""Whether the facets of two claims speak for the same statement."""

from __future__ import annotations

from reconcile.comparison import pair_facets
from reconcile.schema import Claim, FacetKind, Verdict

_WEIGHT = {Verdict.AGREE: 1.0, Verdict.COMPATIBLE: 0.5}
"""A conflict does not speak against it: accounts that contradict each other are of one thing, and the
gold of the development events bears that out (fitted on its own, its weight is nil)."""


def facet_agreement(left: Claim, right: Claim, kind: FacetKind) -> float:
    """From 0 (none, or none that agree) to 1 (all agree).

    The mean over the paired facets of the claim that has fewer.
    """
    fewest = min(len(claim.facets_of(kind)) for claim in (left, right))
    if not fewest:
        return 0.0
    return sum(_WEIGHT.get(pair.comparison.verdict, 0.0) for pair in pair_facets(left, right, kind)) / fewest
