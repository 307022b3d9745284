"""How grave a discrepancy is for a desk that has to correct it: a table of what comes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from reconcile.comparison.counted import counts_people
from reconcile.comparison.units import money_of
from reconcile.lexicons import rows
from reconcile.schema import (
    Discrepancy,
    NameFacet,
    NameKind,
    PlaceFacet,
    QuantityFacet,
    Severity,
    SeverityLevel,
)

_ANY = "any"


def weighed(discrepancy: Discrepancy) -> Discrepancy:
    """The discrepancy with its severity by the first row of ``severities.tsv`` that fits it."""
    about = {_ANY, *_subjects(discrepancy)}
    kinds = (discrepancy.kind.value, _ANY)
    relation = discrepancy.relation.value
    severity = next(
        severity
        for (of_relation, of_kind, of_subject), severity in _table()
        if of_relation == relation and of_kind in kinds and of_subject in about
    )
    return replace(discrepancy, severity=severity)


def _subjects(discrepancy: Discrepancy) -> Iterator[str]:
    for value in discrepancy.values:
        match value.facet:
            case QuantityFacet() as figure if money_of(figure.unit):
                yield "money"
            case QuantityFacet() as figure if counts_people(figure):
                yield "people"
            case NameFacet(name_kind=NameKind.PERSON):
                yield "person"
            case NameFacet() | PlaceFacet():
                yield "named"


@cache
def _table() -> tuple[tuple[tuple[str, str, str], Severity], ...]:
    return tuple(
        ((relation, kind, about), Severity(level=SeverityLevel(level), rank=rank, reason=reason))
        for rank, (relation, kind, about, level, reason) in enumerate(rows("severities", __package__))
    )
