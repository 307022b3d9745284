"""Reports with decisions on them, built by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reconcile.report.selection import RenderOptions, findings
from reconcile.schema import Decision, Discrepancy, Judgement, Report
from tests.report.handmade_reports import mill_fire

NINE = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)


def shown(report: Report) -> tuple[Discrepancy, ...]:
    """The findings of a report, what a desk would correct first at the top."""
    return tuple(discrepancy for _, discrepancy in findings(report, RenderOptions()))


def judgement(
    finding: Discrepancy | str,
    reviewer: str = "Ann",
    decision: Decision = Decision.CONFIRMED,
    *,
    decided_at: dt.datetime = NINE,
    preferred: str | None = None,
    note: str = "",
) -> Judgement:
    return Judgement(
        finding=finding if isinstance(finding, str) else finding.id,
        decision=decision,
        reviewer=reviewer,
        decided_at=decided_at,
        preferred=preferred,
        note=note,
    )


def judged_mill_fire() -> Report:
    """The mill fire: Ann and Ben judged the first finding, Ann the second, nobody the third."""
    report = mill_fire()
    first, second, _ = shown(report)
    return replace(
        report,
        judgements=(
            judgement(first, preferred="some 40 people", note="=ask the clinic"),
            judgement(first, "Ben", Decision.NOT_A_DISCREPANCY, decided_at=NINE + dt.timedelta(hours=1)),
            judgement(second, decision=Decision.UNDECIDED),
        ),
    )
