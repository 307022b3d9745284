"""Work on one event that goes on: a case file with sources, what was found, and who judged it how."""

from reconcile.casework.addition import add
from reconcile.casework.changes import Changes
from reconcile.casework.creation import create, load
from reconcile.casework.judging import (
    FlaggedJudgement,
    OrphanedJudgement,
    flagged,
    history,
    judge,
    orphans,
    revisions,
    undo,
)
from reconcile.casework.overview import Overview, overview
from reconcile.casework.taking import Taking, take
from reconcile.store import Action, AuditEntry

__all__ = [
    "Action",
    "AuditEntry",
    "Changes",
    "FlaggedJudgement",
    "OrphanedJudgement",
    "Overview",
    "Taking",
    "add",
    "create",
    "flagged",
    "history",
    "judge",
    "load",
    "orphans",
    "overview",
    "revisions",
    "take",
    "undo",
]
