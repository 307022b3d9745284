"""The case file, one SQLite database: schema types to rows and back. No other room speaks SQL to it."""

from reconcile.store.analysis import read_report, runs, write_analysis
from reconcile.store.anchors import Anchor, AnchoredValue
from reconcile.store.audit import Action, AuditEntry, moves, note, trail
from reconcile.store.connection import Database, reading, require_intact, writing
from reconcile.store.creation import creating, require_new
from reconcile.store.groups import finding_ids, read_finding
from reconcile.store.judgements import (
    StoredJudgement,
    add_judgement,
    anchors,
    held_by,
    holding,
    keep_anchor,
    move,
    orphan,
    orphaned,
    revision,
    revisions,
    standing,
    take_back,
    was_taken_back,
)
from reconcile.store.sources import SourceVersion, StoredSource, last_versions, read_sources

__all__ = [
    "Action",
    "Anchor",
    "AnchoredValue",
    "AuditEntry",
    "Database",
    "SourceVersion",
    "StoredJudgement",
    "StoredSource",
    "add_judgement",
    "anchors",
    "creating",
    "finding_ids",
    "held_by",
    "holding",
    "keep_anchor",
    "last_versions",
    "move",
    "moves",
    "note",
    "orphan",
    "orphaned",
    "read_finding",
    "read_report",
    "read_sources",
    "reading",
    "require_intact",
    "require_new",
    "revision",
    "revisions",
    "runs",
    "standing",
    "take_back",
    "trail",
    "was_taken_back",
    "write_analysis",
    "writing",
]
