"""Work on one event that goes on: a case file with sources, what was found, and who judged it how."""

from reconcile.casework.creation import create, load
from reconcile.casework.judging import OrphanedJudgement, history, judge, orphans, revisions, undo
from reconcile.store import Action, AuditEntry

__all__ = [
    "Action",
    "AuditEntry",
    "OrphanedJudgement",
    "create",
    "history",
    "judge",
    "load",
    "orphans",
    "revisions",
    "undo",
]
