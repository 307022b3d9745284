"""What a desk would correct first stands first, and says why."""

from __future__ import annotations

import itertools

import pytest

from reconcile.discrepancies.catalogue import make
from reconcile.discrepancies.severity import weighed
from reconcile.models import Models
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, DiscrepancyValue, SeverityLevel, Span
from tests.discrepancies.aligned import compared

VALUES = [
    DiscrepancyValue(source=source, claim=f"{source}1", span=Span(0, 4), text=text)
    for source, text in (("A", "town"), ("B", "city"))
]


@pytest.mark.parametrize(("kind", "relation"), list(itertools.product(DiscrepancyKind, DiscrepancyRelation)))
def test_every_finding_has_a_severity_with_a_reason(
    kind: DiscrepancyKind, relation: DiscrepancyRelation
) -> None:
    assert weighed(make(kind, relation, VALUES, "they differ", 1.0)).severity.reason


def test_conflicts_outrank_updates_and_those_outrank_words() -> None:
    ranks = [
        weighed(make(DiscrepancyKind.QUANTITY, relation, VALUES, "they differ", 1.0)).severity
        for relation in (
            DiscrepancyRelation.CONFLICT,
            DiscrepancyRelation.UPDATE,
            DiscrepancyRelation.PRECISION,
        )
    ]
    assert [severity.level for severity in ranks] == list(SeverityLevel)
    assert ranks == sorted(ranks, key=lambda severity: severity.rank)


@pytest.mark.model
def test_figures_of_people_come_before_other_figures(models: Models) -> None:
    group = compared(
        models,
        "The storm killed 14 people and damaged 210 houses in Brindle.",
        "The storm killed 41 people and damaged 120 houses in Brindle.",
    )
    conflicts = [d for d in group.discrepancies if d.relation is DiscrepancyRelation.CONFLICT]
    assert [(d.values[0].text, d.severity.reason) for d in conflicts] == [
        ("14 people", "the accounts give different figures of people"),
        ("210 houses", "the accounts give different figures"),
    ]


@pytest.mark.model
def test_a_sum_of_money_says_so(models: Models) -> None:
    group = compared(
        models, "The council paid $2 million for the hall.", "The council paid $3 million for the hall."
    )
    assert group.discrepancies[0].severity.reason == "the accounts give different sums of money"
