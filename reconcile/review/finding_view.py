"""One finding as the desk shows it: what the sources say, what the machine suggests, who decided what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.casework import AuditEntry
from reconcile.report.html.judgement_views import JudgementView, view
from reconcile.report.selection import silent_on
from reconcile.review.accounts import Account, accounts_of
from reconcile.review.draft import Choice, Draft, draft_of, form_choices
from reconcile.review.evidence import Evidence, evidence_of
from reconcile.review.history_view import Line, history_view
from reconcile.review.labels import Labels, labels_of
from reconcile.review.snapshot import Entry, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A judgement that holds; ``doubt`` is what the machine suggests otherwise since, "" for nothing."""

    judgement: JudgementView
    doubt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """``evidence`` is None, and ``others`` and the lines of others in ``history`` are left out, while the
    reviewer is not to see them."""

    labels: Labels
    reason: str
    accounts: tuple[Account, ...]
    silent: str
    evidence: Evidence | None
    is_revealed: bool
    revision: int
    run: str
    choices: tuple[Choice, ...]
    draft: Draft
    own: Standing | None
    others: tuple[Standing, ...]
    history: tuple[Line, ...]


def finding_view(
    snapshot: Snapshot,
    entry: Entry,
    reviewer: str,
    history: Sequence[AuditEntry],
    *,
    is_revealed: bool,
    draft: Draft | None = None,
) -> FindingView:
    """The finding as ``reviewer`` sees it; ``draft`` stands in the form instead of the last decision."""
    standing = {
        name: Standing(judgement=view(judgement), doubt=snapshot.doubts.get((entry.id, name), ""))
        for name, judgement in snapshot.judgements.get(entry.id, {}).items()
    }
    own = standing.pop(reviewer, None)
    draft = draft or draft_of(snapshot.judgement(entry.id, reviewer), entry.discrepancy)
    return FindingView(
        labels=labels_of(entry, snapshot.decision(entry.id, reviewer)),
        reason=entry.discrepancy.severity.reason,
        accounts=accounts_of(entry.discrepancy, snapshot),
        silent=", ".join(silent_on(entry.group, entry.discrepancy)),
        evidence=evidence_of(snapshot, entry) if is_revealed else None,
        is_revealed=is_revealed,
        revision=snapshot.revision(entry.id),
        run=snapshot.run,
        choices=form_choices(entry.discrepancy, draft),
        draft=draft,
        own=own,
        others=tuple(standing.values()) if is_revealed else (),
        history=history_view(history),
    )
