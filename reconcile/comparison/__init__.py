"""Comparing two facets of one kind: agree, compatible, conflict or undecided, with the reason."""

from reconcile.comparison.compare import compare
from reconcile.comparison.pairing import FacetPair, pair_facets, pair_lone_figures

__all__ = ["FacetPair", "compare", "pair_facets", "pair_lone_figures"]
