"""The audit trail of a case: who did what when. It only grows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reconcile.store.codec import decoded, encoded
from reconcile.store.connection import Database
from reconcile.store.rows import Value, bound, insert

PROGRAM = "reconcile"
"""Who acts where no person does."""


class Action(StrEnum):
    CREATED = "created"
    SOURCE_ADDED = "source-added"
    VERSION_ADDED = "version-added"
    ANALYSED = "analysed"
    JUDGED = "judged"
    TAKEN_BACK = "taken-back"
    MOVED = "moved"
    ORPHANED = "orphaned"
    FOUND_AGAIN = "found-again"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One line of the trail, numbered from 1; ``at`` is aware, ``finding`` the id of a discrepancy."""

    number: int
    at: dt.datetime
    actor: str
    action: Action
    finding: str | None = None
    detail: Mapping[str, object] = field(default_factory=dict)


def note(
    database: Database,
    action: Action,
    actor: str = PROGRAM,
    finding: str | None = None,
    detail: Mapping[str, object] | None = None,
) -> None:
    """Adds a line to the trail, as of now."""
    at = dt.datetime.now(dt.UTC).isoformat()
    entry = encoded(dict(detail or {}), Mapping[str, object])
    row = {"at": at, "actor": actor, "action": action.value, "finding": finding, "detail": entry}
    insert(database, "audit", [row])


def trail(database: Database, finding: str | None = None) -> tuple[AuditEntry, ...]:
    """The lines in order, all of them or those on one finding."""
    if finding is None:
        return _entries(database, "", ())
    return _entries(database, "WHERE finding = CAST(? AS TEXT)", bound(finding))


def moves(database: Database) -> tuple[AuditEntry, ...]:
    """The lines on judgements that went from one finding to another, in order."""
    return _entries(database, "WHERE action = CAST(? AS TEXT)", bound(Action.MOVED.value))


def _entries(database: Database, where: str, values: Sequence[Value]) -> tuple[AuditEntry, ...]:
    rows = database.execute(
        f"SELECT id, at, actor, action, finding, detail FROM audit {where} ORDER BY id", tuple(values)
    )
    return tuple(
        AuditEntry(
            number=number,
            at=dt.datetime.fromisoformat(at),
            actor=actor,
            action=Action(action),
            finding=about,
            detail=decoded(detail, dict[str, object]),
        )
        for number, at, actor, action, about, detail in rows
    )
