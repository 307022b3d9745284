"""Case files made of reports that were built by hand: no model is loaded."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reconcile.casework.creation import keep
from reconcile.casework.sources import Options
from reconcile.documents import Reading, ReadSource
from reconcile.schema import Decision, Judgement, Report
from tests.report.handmade_reports import mill_fire

NOON = dt.datetime(2031, 5, 6, 12, tzinfo=dt.UTC)


def reading_of(report: Report) -> Reading:
    """What was read, had the documents of ``report`` been files."""
    places = [*(source.id for source in report.sources), *(failure.source for failure in report.failures)]
    return Reading(
        documents=report.documents,
        failures=report.failures,
        read=tuple(
            ReadSource(document=document, raw=document.text.encode("utf-8", "surrogatepass"))
            for document in report.documents
        ),
        locations=dict.fromkeys(places),
    )


def mill_case(folder: Path, name: str = "mill.case") -> Path:
    """A case of the mill fire: five findings or so, two sources."""
    path = folder / name
    report = mill_fire()
    keep(path, report, reading_of(report), Options())
    return path


def findings_of(report: Report) -> list[str]:
    """The ids of the findings, in the order of the report."""
    return [finding.id for group in report.groups for finding in group.discrepancies]


def judgement(
    finding: str, reviewer: str = "Ann", decision: Decision = Decision.CONFIRMED, note: str = ""
) -> Judgement:
    return Judgement(finding=finding, decision=decision, reviewer=reviewer, decided_at=NOON, note=note)
