"""A case as it stood at one moment, ready to be shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile import store
from reconcile.casework import OrphanedJudgement
from reconcile.casework.judging import flagged_of, orphans_of
from reconcile.report import RenderOptions
from reconcile.report.html.material import Material
from reconcile.schema import ClaimGroup, Decision, Discrepancy, Judgement, Report

Edition = tuple[int, int, frozenset[str]]


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
class Analysis:
    """What one run found; its report has no judgements.

    ``edition`` is what no other run in no other file at the same place is likely to share.
    """

    edition: Edition
    report: Report
    material: Material
    queue: tuple[Entry, ...]
    entries: Mapping[str, Entry]

    @classmethod
    def of(cls, edition: Edition, report: Report, *, ordered_by_confidence: bool) -> Analysis:
        """The queue of ``report`` and all that its pages look up."""
        material = Material.of(report, RenderOptions())
        queue = _queue(material.findings, ordered_by_confidence)
        entries = {entry.id: entry for entry in queue}
        return cls(edition=edition, report=report, material=material, queue=queue, entries=entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The last run and, as of one moment, the judgements that hold: in order, and by finding and reviewer.

    ``orphans`` are judgements whose words are no finding any more; ``doubts`` says, by finding and
    reviewer, what the machine suggests by now instead of what was judged.
    """

    analysis: Analysis
    holding: tuple[Judgement, ...]
    judgements: Mapping[str, Mapping[str, Judgement]]
    revisions: Mapping[str, int]
    orphans: tuple[OrphanedJudgement, ...]
    doubts: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, case: Path, before: Snapshot | None = None, *, ordered_by_confidence: bool) -> Snapshot:
        """The case file as it is now; raises CaseError.

        The findings are read only where ``before`` has not those of the last run: a decision about one of
        thousands would else take a second.
        """
        with store.reading(case) as database:
            edition = _edition(case, database)
            if before is not None and before.analysis.edition == edition:
                analysis = before.analysis
            else:
                store.require_intact(database)
                report = replace(store.read_report(database), judgements=())
                analysis = Analysis.of(edition, report, ordered_by_confidence=ordered_by_confidence)
            stored = store.holding(database)
            holding = store.standing(stored)
            return cls(
                analysis=analysis,
                holding=holding,
                judgements=_by_finding(holding),
                revisions=store.revisions(database),
                orphans=orphans_of(stored),
                doubts={(f.judgement.finding, f.judgement.reviewer): f.reason for f in flagged_of(stored)},
            )

    @property
    def report(self) -> Report:
        """The report with all judgements that hold."""
        return replace(self.analysis.report, judgements=self.holding)

    @property
    def run(self) -> str:
        """What tells the run from all others of the case: its number and when it was started."""
        started = self.analysis.report.run.started_at.astimezone(dt.UTC)
        return f"{self.analysis.edition[0]}-{started:%Y%m%dT%H%M%S.%fZ}"

    @property
    def material(self) -> Material:
        return self.analysis.material

    @property
    def queue(self) -> tuple[Entry, ...]:
        return self.analysis.queue

    @property
    def entries(self) -> Mapping[str, Entry]:
        return self.analysis.entries

    def judgement(self, finding: str, reviewer: str) -> Judgement | None:
        """The reviewer's judgement of a finding."""
        return self.judgements.get(finding, {}).get(reviewer)

    def decision(self, finding: str, reviewer: str) -> Decision | None:
        """What the reviewer decided about a finding."""
        judgement = self.judgement(finding, reviewer)
        return judgement.decision if judgement else None

    def revision(self, finding: str) -> int:
        return self.revisions.get(finding, 0)


def _edition(case: Path, database: store.Database) -> Edition:
    """The number of the run, the file, and the findings: a case may be replaced by another one."""
    return store.runs(database), case.stat().st_ino, frozenset(store.finding_ids(database))


def _by_finding(judgements: Sequence[Judgement]) -> dict[str, dict[str, Judgement]]:
    found: dict[str, dict[str, Judgement]] = {}
    for judgement in judgements:
        found.setdefault(judgement.finding, {})[judgement.reviewer] = judgement
    return found


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
    return discrepancy.severity.rank, discrepancy.relation.gravity, discrepancy.id
