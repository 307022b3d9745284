"""A case as it stood at one moment, ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile import casework
from reconcile.casework import OrphanedJudgement
from reconcile.report import RenderOptions
from reconcile.report.html.material import Material
from reconcile.schema import ClaimGroup, Decision, Discrepancy, DiscrepancyRelation, Judgement, Report

_RELATIONS = tuple(DiscrepancyRelation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A finding in the queue; ``number`` counts from 1, what a desk would correct first."""

    number: int
    group: ClaimGroup
    discrepancy: Discrepancy

    @property
    def id(self) -> str:
        return self.discrepancy.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """``judgements`` are those that hold, by finding and reviewer; ``revisions`` are not newer than they.

    ``orphans`` are judgements whose words are no finding any more; ``doubts`` says, by finding and
    reviewer, what the machine suggests by now instead of what was judged.
    """

    report: Report
    material: Material
    queue: tuple[Entry, ...]
    entries: Mapping[str, Entry]
    judgements: Mapping[str, Mapping[str, Judgement]]
    revisions: Mapping[str, int]
    orphans: tuple[OrphanedJudgement, ...]
    doubts: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, case: Path, *, ordered_by_confidence: bool) -> Snapshot:
        """The case file as it is now; raises CaseError.

        Revisions are read first: who decides on a page that lacks a judgement is then told, and never
        the other way round.
        """
        revisions = casework.revisions(case)
        overview = casework.overview(case)
        report = overview.report
        material = Material.of(report, RenderOptions())
        queue = _queue(material.findings, ordered_by_confidence)
        judgements: dict[str, dict[str, Judgement]] = {}
        for judgement in report.judgements:
            judgements.setdefault(judgement.finding, {})[judgement.reviewer] = judgement
        return cls(
            report=report,
            material=material,
            queue=queue,
            entries={entry.id: entry for entry in queue},
            judgements=judgements,
            revisions=revisions,
            orphans=overview.orphans,
            doubts={(f.judgement.finding, f.judgement.reviewer): f.reason for f in overview.flagged},
        )

    def judgement(self, finding: str, reviewer: str) -> Judgement | None:
        """The reviewer's judgement of a finding."""
        return self.judgements.get(finding, {}).get(reviewer)

    def decision(self, finding: str, reviewer: str) -> Decision | None:
        """What the reviewer decided about a finding."""
        judgement = self.judgement(finding, reviewer)
        return judgement.decision if judgement else None

    def revision(self, finding: str) -> int:
        return self.revisions.get(finding, 0)


def _queue(
    findings: Sequence[tuple[ClaimGroup, Discrepancy]], ordered_by_confidence: bool
) -> tuple[Entry, ...]:
    """Findings that are equally grave stand surest first, unless their order is to tell nothing of that."""
    ordered = findings if ordered_by_confidence else sorted(findings, key=lambda f: _without_confidence(f[1]))
    return tuple(
        Entry(number=number, group=group, discrepancy=discrepancy)
        for number, (group, discrepancy) in enumerate(ordered, start=1)
    )


def _without_confidence(discrepancy: Discrepancy) -> tuple[int, int, str]:
    return discrepancy.severity.rank, _RELATIONS.index(discrepancy.relation), discrepancy.id
