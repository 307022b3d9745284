"""The case as a whole: its sources, who has come how far, and the forms of its report."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.report.html.judgement_views import JudgementView, view
from reconcile.report.html.source_views import DocumentView, document_view
from reconcile.review.desk import Desk
from reconcile.review.downloads import NAMES
from reconcile.review.queue_view import decided_by
from reconcile.review.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class OrphanView:
    """A judgement whose words are not found any more, and why."""

    judgement: JudgementView
    explanation: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """``progress`` is the number of decided findings by reviewer, the reader first."""

    documents: tuple[DocumentView, ...]
    failures: tuple[tuple[str, str, str], ...]
    warnings: tuple[str, ...]
    progress: tuple[tuple[str, int], ...]
    orphans: tuple[OrphanView, ...]
    downloads: tuple[str, ...]
    may_export: bool


def case_view(desk: Desk, snapshot: Snapshot, reviewer: str) -> CaseView:
    """The case as ``reviewer`` sees it."""
    report = snapshot.report
    judges = (judgement.reviewer for judgement in report.judgements)
    names = dict.fromkeys((reviewer, *desk.reviewers, *judges))
    return CaseView(
        documents=tuple(document_view(document) for document in report.documents),
        failures=tuple((failure.source, failure.path, failure.error) for failure in report.failures),
        warnings=report.warnings,
        progress=tuple((name, decided_by(snapshot, name)) for name in names),
        orphans=_orphans(desk, snapshot, reviewer),
        downloads=NAMES,
        may_export=desk.may_export(snapshot, reviewer),
    )


def _orphans(desk: Desk, snapshot: Snapshot, reviewer: str) -> tuple[OrphanView, ...]:
    return tuple(
        OrphanView(judgement=view(orphan.judgement), explanation=orphan.explanation, reason=orphan.reason)
        for orphan in snapshot.orphans
        if orphan.judgement.reviewer == reviewer or not desk.hides_confidence
    )
