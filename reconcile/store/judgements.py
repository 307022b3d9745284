"""Judgements of a case: each is kept, and the last that was not taken back holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reconcile.schema import Decision, DiscrepancyRelation, Judgement
from reconcile.store.anchors import Anchor
from reconcile.store.codec import decoded, encoded
from reconcile.store.connection import Database
from reconcile.store.rows import Value, bound, insert

_HOLDING = (
    "SELECT j.finding, reviewer, decision, decided_at, preferred, note, relation, sources, "
    "j.record, f.record, orphaned FROM judgement AS j JOIN judged_finding AS f ON f.id = j.finding "
    "WHERE j.id IN (SELECT max(id) FROM judgement WHERE taken_back = 0 GROUP BY finding, reviewer)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredJudgement:
    """A judgement that holds, and what it was made on.

    ``relation`` is what the machine called the finding when it was judged and ``sources`` those whose
    words it then had; ``judged`` is where the finding stood then, ``anchor`` where it was seen last,
    ``orphaned`` why it is no more.
    """

    judgement: Judgement
    relation: DiscrepancyRelation
    sources: frozenset[str]
    judged: Anchor
    anchor: Anchor
    orphaned: str | None = None


def add_judgement(database: Database, judgement: Judgement, anchor: Anchor) -> None:
    """Adds a judgement of the finding that stands where ``anchor`` says."""
    keep_anchor(database, judgement.finding, anchor)
    row: dict[str, Value] = {
        "finding": judgement.finding,
        "reviewer": judgement.reviewer,
        "decision": judgement.decision.value,
        "decided_at": judgement.decided_at.isoformat(),
        "preferred": judgement.preferred,
        "note": judgement.note,
        "relation": anchor.relation.value,
        "sources": encoded(sorted(anchor.sources), list[str]),
        "record": encoded(anchor),
    }
    insert(database, "judgement", [row])


def take_back(database: Database, finding: str, reviewer: str) -> bool:
    """Takes the reviewer's last judgement of a finding back, so that the one before holds again;
    False where none holds."""
    changed = database.execute(
        "UPDATE judgement SET taken_back = 1 WHERE id = (SELECT max(id) FROM judgement WHERE taken_back = 0 "
        "AND finding = CAST(? AS TEXT) AND reviewer = CAST(? AS TEXT))",
        bound(finding, reviewer),
    )
    return changed.rowcount > 0


def revision(database: Database, finding: str) -> int:
    """How many times the finding was judged or a judgement of it taken back."""
    (number,) = database.execute(
        "SELECT count(*) + coalesce(sum(taken_back), 0) FROM judgement WHERE finding = CAST(? AS TEXT)",
        bound(finding),
    ).fetchone()
    return int(number)


def revisions(database: Database) -> dict[str, int]:
    """The revision of each finding that was ever judged."""
    return dict(
        database.execute("SELECT finding, count(*) + sum(taken_back) FROM judgement GROUP BY finding")
    )


def holding(database: Database) -> tuple[StoredJudgement, ...]:
    """The judgements that hold, orphaned ones too, in the order in which they were made."""
    return tuple(_stored(row) for row in database.execute(f"{_HOLDING} ORDER BY j.id").fetchall())


def held_by(database: Database, finding: str, reviewer: str) -> Judgement | None:
    """The reviewer's judgement of a finding that holds, an orphaned one too."""
    row = database.execute(
        f"{_HOLDING} AND j.finding = CAST(? AS TEXT) AND reviewer = CAST(? AS TEXT)", bound(finding, reviewer)
    ).fetchone()
    return _stored(row).judgement if row else None


def was_taken_back(database: Database, judgement: Judgement) -> bool:
    """Whether the reviewer decided just so at that moment, and took it back."""
    moments = database.execute(
        "SELECT decided_at FROM judgement WHERE taken_back = 1 AND finding = CAST(? AS TEXT) "
        "AND reviewer = CAST(? AS TEXT) AND decision = CAST(? AS TEXT)",
        bound(judgement.finding, judgement.reviewer, judgement.decision.value),
    )
    return any(dt.datetime.fromisoformat(moment) == judgement.decided_at for (moment,) in moments)


def standing(stored: Iterable[StoredJudgement]) -> tuple[Judgement, ...]:
    """The judgements of findings of the last run among ``stored`` ones, in their order."""
    return tuple(one.judgement for one in stored if one.orphaned is None)


def anchors(database: Database) -> Mapping[str, Anchor]:
    """Where each judged finding was seen last, by its id."""
    rows = database.execute("SELECT id, record FROM judged_finding").fetchall()
    return {finding: decoded(record, Anchor) for finding, record in rows}


def keep_anchor(database: Database, finding: str, anchor: Anchor) -> None:
    """Says where a judged finding stands now."""
    row: dict[str, Value] = {"id": finding, "record": encoded(anchor), "orphaned": None}
    insert(database, "judged_finding", [row], key="id")


def move(database: Database, finding: str, to: str, anchor: Anchor) -> None:
    """Gives all judgements of one finding to another, in which its words stand now."""
    keep_anchor(database, to, anchor)
    database.execute(
        "UPDATE judgement SET finding = CAST(? AS TEXT) WHERE finding = CAST(? AS TEXT)", bound(to, finding)
    )
    database.execute("DELETE FROM judged_finding WHERE id = CAST(? AS TEXT)", bound(finding))


def orphan(database: Database, finding: str, reason: str) -> None:
    """Says that the words of a judged finding are no finding any more, and why."""
    database.execute(
        "UPDATE judged_finding SET orphaned = CAST(? AS TEXT) WHERE id = CAST(? AS TEXT)",
        bound(reason, finding),
    )


def orphaned(database: Database) -> frozenset[str]:
    """The judged findings of which it was said that their words are no finding any more."""
    rows = database.execute("SELECT id FROM judged_finding WHERE orphaned IS NOT NULL")
    return frozenset(finding for (finding,) in rows.fetchall())


def _stored(row: tuple[Any, ...]) -> StoredJudgement:
    finding, reviewer, decision, decided_at, preferred, note, relation, sources, *records, orphaned = row
    judged, anchor = (decoded(record, Anchor) for record in records)
    return StoredJudgement(
        judgement=Judgement(
            finding=finding,
            decision=Decision(decision),
            reviewer=reviewer,
            decided_at=dt.datetime.fromisoformat(decided_at),
            preferred=preferred,
            note=note,
        ),
        relation=DiscrepancyRelation(relation),
        sources=frozenset(decoded(sources, list[str])),
        judged=judged,
        anchor=anchor,
        orphaned=orphaned,
    )
