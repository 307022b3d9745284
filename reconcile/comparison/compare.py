"""Comparing two facets of one kind: agree, compatible, conflict or undecided, with the reason."""

from __future__ import annotations

from reconcile.comparison.name import compare_names
from reconcile.comparison.place import compare_places
from reconcile.comparison.quantity import compare_quantities
from reconcile.comparison.time import compare_times
from reconcile.schema import (
    AnyFacet,
    Comparison,
    NameFacet,
    PlaceFacet,
    QuantityFacet,
    TimeFacet,
    Verdict,
)


def compare(left: AnyFacet, right: AnyFacet) -> Comparison:
    """The comparison of two facets; undecided when they are of different kinds."""
    match left, right:
        case TimeFacet(), TimeFacet():
            return compare_times(left, right)
        case QuantityFacet(), QuantityFacet():
            return compare_quantities(left, right)
        case NameFacet(), NameFacet():
            return compare_names(left, right)
        case PlaceFacet(), PlaceFacet():
            return compare_places(left, right)
    return Comparison(verdict=Verdict.UNDECIDED, reason="values of different kinds are not compared")
