"""The catalogue of discrepancies: how reliable each kind of finding is, and how it is worded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reconcile.discrepancies.components import sharing
from reconcile.lexicons import rows
from reconcile.schema import Discrepancy, DiscrepancyKind, DiscrepancyRelation, DiscrepancyValue, Span


def make(
    kind: DiscrepancyKind,
    relation: DiscrepancyRelation,
    values: Sequence[DiscrepancyValue],
    reason: str,
    group_confidence: float,
) -> Discrepancy:
    """A discrepancy in the words of the catalogue; its confidence is that of the group times
    the reliability of such findings."""
    confidence = group_confidence * shipped_reliabilities()[kind, relation]
    return worded(kind, relation, values, reason, confidence)


def worded(
    kind: DiscrepancyKind,
    relation: DiscrepancyRelation,
    values: Sequence[DiscrepancyValue],
    reason: str,
    confidence: float,
) -> Discrepancy:
    """A discrepancy in the words of the catalogue."""
    return Discrepancy(
        kind=kind,
        relation=relation,
        confidence=round(confidence, 4),
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
    ordered = [values[source] for source in sorted(values, key=source_order)]
    reason = telling.explanation.removeprefix(_quoted(telling.values))
    return replace(telling, values=tuple(ordered), explanation=_quoted(ordered) + reason)


def merged_by_value(discrepancies: Sequence[Discrepancy]) -> list[Discrepancy]:
    """Those that share a value made one, transitively: three sources that differ are one finding."""
    return [merged(component) for component in sharing(discrepancies, _places)]


def _places(discrepancy: Discrepancy) -> list[tuple[str, Span]]:
    return [(value.claim, value.span) for value in discrepancy.values]


def source_order(source: str) -> tuple[int, str]:
    """Sorts source ids as they are given: A, B, … Z, AA."""
    return len(source), source


def gravest(relations: Sequence[DiscrepancyRelation]) -> DiscrepancyRelation:
    """The gravest of several relations; raises ValueError for none."""
    return min(relations, key=lambda relation: relation.gravity)


def _quoted(values: Sequence[DiscrepancyValue]) -> str:
    """ "A has “50”, B and C have “60”": sources in order, those with the same words together."""
    words_of: dict[str, dict[str, None]] = {}
    for value in values:
        words_of.setdefault(value.source, {})[f"“{value.text}”"] = None
    sources_of: dict[str, list[str]] = {}
    for source, words in words_of.items():
        sources_of.setdefault(listed(list(words)), []).append(source)
    return ", ".join(
        f"{listed(sources)} {'has' if len(sources) == 1 else 'have'} {words}"
        for words, sources in sources_of.items()
    )


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"; raises IndexError for none."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


@cache
def shipped_reliabilities() -> dict[tuple[DiscrepancyKind, DiscrepancyRelation], float]:
    """The table ``catalogue.tsv``."""
    return {
        (DiscrepancyKind(kind), DiscrepancyRelation(relation)): float(share)
        for kind, relation, share in rows("catalogue", __package__)
    }
