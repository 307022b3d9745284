"""Groups and findings of the last run as rows, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reconcile.schema import (
    ClaimGroup,
    ClaimPair,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    GroupStatus,
    Severity,
    SeverityLevel,
    Span,
)
from reconcile.store.codec import decoded, decoded_facet, encoded
from reconcile.store.connection import Database
from reconcile.store.rows import Value, bound, insert

_FINDING = (
    "SELECT key, claim_group, kind, relation, confidence, explanation, severity_level, severity_rank, "
    "severity_reason FROM finding"
)

_VALUES = 'SELECT finding, source, claim, start, "end", text, facet FROM finding_value'


def write_groups(database: Database, groups: Sequence[ClaimGroup]) -> None:
    """Adds groups with their findings; their claims are in the case already."""
    for position, group in enumerate(groups):
        insert(database, "claim_group", [_row(group, position)])
        members: Iterator[dict[str, Value]] = (
            {"claim_group": group.id, "position": place, "claim": claim}
            for place, claim in enumerate(group.claims)
        )
        insert(database, "claim_group_member", members)
        for discrepancy in group.discrepancies:
            _write_finding(database, group.id, discrepancy)


def read_groups(database: Database) -> tuple[ClaimGroup, ...]:
    """The groups of the last run in their order."""
    members: dict[str, list[str]] = {}
    for group, claim in database.execute(
        "SELECT claim_group, claim FROM claim_group_member ORDER BY claim_group, position"
    ):
        members.setdefault(group, []).append(claim)
    found = _findings(database)
    rows = database.execute(
        "SELECT id, status, confidence, summary, origin, silent, pairs FROM claim_group ORDER BY position"
    ).fetchall()
    return tuple(
        ClaimGroup(
            id=name,
            claims=tuple(members[name]),
            pairs=decoded(pairs, tuple[ClaimPair, ...]),
            silent=decoded(silent, tuple[str, ...]),
            confidence=confidence,
            status=GroupStatus(status),
            summary=summary,
            discrepancies=tuple(found.get(name, ())),
            origin=origin,
        )
        for name, status, confidence, summary, origin, silent, pairs in rows
    )


def read_finding(database: Database, finding: str) -> Discrepancy | None:
    """The finding of the last run with this id, None where there is none."""
    (row,) = database.execute(
        f"{_FINDING} WHERE id = CAST(? AS TEXT) ORDER BY key LIMIT 1", bound(finding)
    ).fetchall() or [None]
    if row is None:
        return None
    values = database.execute(f"{_VALUES} WHERE finding = ? ORDER BY position", (row[0],))
    return _finding(row, [_value(fields) for fields in values.fetchall()])


def finding_ids(database: Database) -> tuple[str, ...]:
    """The ids of the findings of the last run, each once."""
    return tuple(dict.fromkeys(name for (name,) in database.execute("SELECT id FROM finding ORDER BY key")))


def _findings(database: Database) -> Mapping[str, list[Discrepancy]]:
    values: dict[int, list[DiscrepancyValue]] = {}
    for fields in database.execute(f"{_VALUES} ORDER BY finding, position").fetchall():
        values.setdefault(fields[0], []).append(_value(fields))
    found: dict[str, list[Discrepancy]] = {}
    for row in database.execute(f"{_FINDING} ORDER BY key").fetchall():
        found.setdefault(row[1], []).append(_finding(row, values[row[0]]))
    return found


def _finding(row: tuple[Any, ...], values: Sequence[DiscrepancyValue]) -> Discrepancy:
    _, _, kind, relation, confidence, explanation, level, rank, reason = row
    return Discrepancy(
        kind=DiscrepancyKind(kind),
        relation=DiscrepancyRelation(relation),
        confidence=confidence,
        explanation=explanation,
        values=tuple(values),
        severity=Severity(level=SeverityLevel(level), rank=rank, reason=reason),
    )


def _value(row: tuple[Any, ...]) -> DiscrepancyValue:
    _, source, claim, start, end, text, facet = row
    return DiscrepancyValue(
        source=source,
        claim=claim,
        span=Span(start, end),
        text=text,
        facet=None if facet is None else decoded_facet(facet),
    )


def _row(group: ClaimGroup, position: int) -> dict[str, Value]:
    return {
        "id": group.id,
        "position": position,
        "status": group.status.value,
        "confidence": group.confidence,
        "summary": group.summary,
        "origin": group.origin,
        "silent": encoded(group.silent, tuple[str, ...]),
        "pairs": encoded(group.pairs, tuple[ClaimPair, ...]),
    }


def _write_finding(database: Database, group: str, discrepancy: Discrepancy) -> None:
    (key,) = database.execute("SELECT coalesce(max(key), 0) + 1 FROM finding").fetchone()
    row: dict[str, Value] = {
        "key": key,
        "id": discrepancy.id,
        "claim_group": group,
        "kind": discrepancy.kind.value,
        "relation": discrepancy.relation.value,
        "confidence": discrepancy.confidence,
        "explanation": discrepancy.explanation,
        "severity_level": discrepancy.severity.level.value,
        "severity_rank": discrepancy.severity.rank,
        "severity_reason": discrepancy.severity.reason,
    }
    insert(database, "finding", [row])
    insert(
        database,
        "finding_value",
        (_value_row(value) | {"finding": key, "position": n} for n, value in enumerate(discrepancy.values)),
    )


def _value_row(value: DiscrepancyValue) -> dict[str, Value]:
    return {
        "source": value.source,
        "claim": value.claim,
        "start": value.span.start,
        "end": value.span.end,
        "text": value.text,
        "facet": None if value.facet is None else encoded(value.facet),
    }
