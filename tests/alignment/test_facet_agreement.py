"""Facets that speak for the same statement; those that contradict each other do not speak against it."""

from __future__ import annotations

import pytest

from reconcile.alignment.facet_agreement import facet_agreement
from reconcile.schema import FacetKind, QuantityFacet
from tests.handmade_claims import claim, count

FORTY, FIFTY = count("forty", 40), count("fifty", 50)
SHIPS = count("two", 2, counted="ship")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([FORTY], [FORTY], 1.0),
        ([FORTY], [FIFTY], 0.0),
        ([FORTY], [count("30 to 50", 30, 50)], 0.5),
        ([FORTY], [], 0.0),
        ([], [], 0.0),
        ([FORTY, SHIPS], [FORTY], 1.0),
        ([FORTY, SHIPS], [FIFTY, SHIPS], 0.5),
    ],
)
def test_agreement_is_the_mean_over_the_claim_with_fewer(
    left: list[QuantityFacet], right: list[QuantityFacet], expected: float
) -> None:
    ours, theirs = claim("A1", "left", facets=left), claim("B1", "right", facets=right)
    assert facet_agreement(ours, theirs, FacetKind.QUANTITY) == expected
    assert facet_agreement(theirs, ours, FacetKind.QUANTITY) == expected


def test_another_kind_is_not_looked_at() -> None:
    ours, theirs = claim("A1", "left", facets=[FORTY]), claim("B1", "right", facets=[FIFTY])
    assert facet_agreement(ours, theirs, FacetKind.TIME) == 0
