"""The discrepancies as CSV, one a row, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reconcile.report import csv_cells
from reconcile.report.json_values import utc
from reconcile.report.lookup import Lookup
from reconcile.report.safe_text import one_line
from reconcile.report.selection import RenderOptions, gravest_first, ranked, selected
from reconcile.schema import ClaimGroup, Discrepancy, DiscrepancyValue, Judgement, Report

_FIXED = (
    *("finding", "group", "status", "kind", "relation", "confidence", "severity", "severity reason"),
    *("explanation", "summary", "silent"),
)
_DECIDED = ("decision", "preferred", "reviewer", "decided at", "note")
_PER_SOURCE = ("words", "where", "claim")
_JOINT = " / "


def render(report: Report, options: RenderOptions) -> str:
    """A header and one row a discrepancy: what differs, words, place and claim per source, then what
    reviewers decided; where there are several, their cells hold one entry each, in the same order."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    letters = [source.id for source in report.sources]
    writer.writerow(
        [*_FIXED, *(f"{letter} {column}" for letter in letters for column in _PER_SOURCE), *_DECIDED]
    )
    lookup = Lookup(report)
    for group in ranked(selected(report, options)):
        for discrepancy in gravest_first(group.discrepancies):
            writer.writerow([defused(cell) for cell in _row(group, discrepancy, letters, lookup)])
    return buffer.getvalue()


def defused(cell: str) -> str:
    """``cell`` on one line, harmless in a spreadsheet."""
    return csv_cells.guarded(one_line(cell))


def _row(group: ClaimGroup, discrepancy: Discrepancy, letters: list[str], lookup: Lookup) -> Iterator[str]:
    yield from (discrepancy.id, group.id, group.status.value, discrepancy.kind.value)
    yield from (discrepancy.relation.value, f"{discrepancy.confidence:.2f}")
    yield from (discrepancy.severity.level.value, discrepancy.severity.reason)
    yield from (discrepancy.explanation, group.summary, ", ".join(group.silent))
    for letter in letters:
        yield from _cells([value for value in discrepancy.values if value.source == letter], lookup)
    yield from _decided(lookup.judgements_of(discrepancy))


def _cells(values: list[DiscrepancyValue], lookup: Lookup) -> tuple[str, str, str]:
    claims = dict.fromkeys(value.claim for value in values)
    return (
        _JOINT.join(value.text for value in values),
        _JOINT.join(lookup.where(value.source, value.span.start) for value in values),
        _JOINT.join(lookup.claim(claim).text for claim in claims),
    )


def _decided(judgements: tuple[Judgement, ...]) -> tuple[str, ...]:
    cells = [
        (one.decision.value, one.preferred or "", one.reviewer, utc(one.decided_at), one.note)
        for one in judgements
    ]
    if len(cells) > 1:
        return tuple(_JOINT.join(cell or "–" for cell in column) for column in zip(*cells, strict=True))
    return cells[0] if cells else ("",) * len(_DECIDED)
