"""Whether the facets of two claims speak for the same statement or against it."""

from __future__ import annotations

from reconcile.comparison import pair_facets
from reconcile.schema import Claim, FacetKind, Verdict

_WEIGHT = {Verdict.AGREE: 1.0, Verdict.COMPATIBLE: 0.5, Verdict.CONFLICT: -1.0}


def facet_agreement(left: Claim, right: Claim, kind: FacetKind) -> float:
    """From -1 (all contradict) to 1 (all agree); 0 where either claim has none of this kind.

    The mean over the paired facets of the claim that has fewer.
    """
    fewest = min(len(claim.facets_of(kind)) for claim in (left, right))
    if not fewest:
        return 0.0
    return sum(_WEIGHT[pair.comparison.verdict] for pair in pair_facets(left, right, kind)) / fewest
