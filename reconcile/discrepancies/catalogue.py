"""The catalogue of discrepancies: how reliable each kind of finding is, and how it is worded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reconcile.lexicons import rows
from reconcile.schema import Discrepancy, DiscrepancyKind, DiscrepancyRelation, DiscrepancyValue

_RELATIONS = tuple(DiscrepancyRelation)


def make(
    kind: DiscrepancyKind,
    relation: DiscrepancyRelation,
    values: Sequence[DiscrepancyValue],
    reason: str,
    group_confidence: float,
) -> Discrepancy:
    """A discrepancy in the words of the catalogue; its confidence is that of the group times
    the reliability of such findings."""
    return Discrepancy(
        kind=kind,
        relation=relation,
        confidence=round(group_confidence * _reliability()[kind, relation], 4),
        explanation=f"{_quoted(values)}: {reason}.",
        values=tuple(values),
    )


def merged(discrepancies: Sequence[Discrepancy]) -> Discrepancy:
    """One discrepancy of several with the same kind: each source's first value, the gravest
    relation, the reason of the first that has it. Raises ValueError for none."""
    relation = gravest([discrepancy.relation for discrepancy in discrepancies])
    telling = next(d for d in discrepancies if d.relation is relation)
    values: dict[str, DiscrepancyValue] = {}
    for value in (value for discrepancy in discrepancies for value in discrepancy.values):
        values.setdefault(value.source, value)
    ordered = [values[source] for source in sorted(values)]
    reason = telling.explanation.removeprefix(_quoted(telling.values))
    return replace(telling, values=tuple(ordered), explanation=_quoted(ordered) + reason)


def gravest(relations: Sequence[DiscrepancyRelation]) -> DiscrepancyRelation:
    """The gravest of several relations; raises ValueError for none."""
    return min(relations, key=_RELATIONS.index)


def _quoted(values: Sequence[DiscrepancyValue]) -> str:
    """ "A says “50”, B and C say “60”": the values in order, equal ones together."""
    sources: dict[str, list[str]] = {}
    for value in values:
        sources.setdefault(value.text, []).append(value.source)
    said = (f"{_listed(names)} “{text}”" for text, names in sources.items())
    return ", ".join(said)


def _listed(names: Sequence[str]) -> str:
    distinct = list(dict.fromkeys(names))
    if len(distinct) == 1:
        return f"{distinct[0]} has"
    return f"{', '.join(distinct[:-1])} and {distinct[-1]} have"


@cache
def _reliability() -> dict[tuple[DiscrepancyKind, DiscrepancyRelation], float]:
    return {
        (DiscrepancyKind(kind), DiscrepancyRelation(relation)): float(share)
        for kind, relation, share in rows("catalogue", __package__)
    }
