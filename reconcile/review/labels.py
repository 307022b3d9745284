"""A finding in the few words and symbols that lists and headings show."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.report.html.finding_views import SEVERITY_MARK
from reconcile.report.html.judgement_views import DECISION_MARK, DECISION_WORD
from reconcile.report.phrases import STATUS_MARK
from reconcile.review.snapshot import Entry
from reconcile.schema import Decision, GroupStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """A finding in the words and symbols of its lists; ``decision`` is "" where it is undecided."""

    id: str
    number: int
    kind: str
    relation: str
    mark: str
    severity: str
    severity_mark: str
    explanation: str
    decision: str
    decision_mark: str


def labels_of(entry: Entry, decision: Decision | None) -> Labels:
    """How a list shows a finding that its reader decided so."""
    discrepancy = entry.discrepancy
    return Labels(
        id=entry.id,
        number=entry.number,
        kind=discrepancy.kind.value,
        relation=discrepancy.relation.value,
        mark=STATUS_MARK[GroupStatus(discrepancy.relation.value)],
        severity=discrepancy.severity.level.value,
        severity_mark=SEVERITY_MARK[discrepancy.severity.level],
        explanation=discrepancy.explanation,
        decision=DECISION_WORD[decision] if decision else "",
        decision_mark=DECISION_MARK[decision] if decision else "",
    )
