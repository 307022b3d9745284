"""The catalogue knows how reliable every kind of finding is."""

from __future__ import annotations

import itertools

import pytest

from reconcile.discrepancies.catalogue import make
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, DiscrepancyValue, Span

VALUES = [
    DiscrepancyValue(source=source, claim=f"{source}1", span=Span(0, 4), text=text)
    for source, text in (("A", "town"), ("B", "city"))
]


@pytest.mark.parametrize(("kind", "relation"), list(itertools.product(DiscrepancyKind, DiscrepancyRelation)))
def test_every_finding_has_a_confidence(kind: DiscrepancyKind, relation: DiscrepancyRelation) -> None:
    assert 0.0 < make(kind, relation, VALUES, "they differ", 1.0).confidence <= 1.0
