"""The table of findings in a Word document, what a desk would correct first at the top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import Table, _Row

from reconcile.report.decisions import decided
from reconcile.report.lookup import Lookup
from reconcile.report.phrases import STATUS_MARK
from reconcile.report.safe_text import one_line
from reconcile.schema import ClaimGroup, Discrepancy, GroupStatus

_COLUMNS = (
    *(("No.", 1.1), ("Severity", 1.9), ("Status", 2.4), ("Kind", 2.2), ("What each source says", 5.6)),
    *(("Explanation", 4.9), ("Confidence", 2.4), ("Decision", 3.4)),
)
"""Headings and widths in centimetres; together they fill a landscape page with narrow margins."""
_TEXT_SIZE = Pt(8.5)
_OPEN = "open"


def add_findings(
    document: WordDocument, findings: Sequence[tuple[ClaimGroup, Discrepancy]], lookup: Lookup
) -> None:
    """A table with a heading row, repeated on each page, and a row a finding; a sentence for none."""
    if not findings:
        document.add_paragraph("Nothing differs.")
        return
    table = document.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    _widen(table)
    _mark(table.rows[0], "w:tblHeader")
    _fill(table.rows[0], [name for name, _ in _COLUMNS], bold=True)
    for number, (_, discrepancy) in enumerate(findings, start=1):
        row = table.add_row()
        _mark(row, "w:cantSplit")
        _fill(row, _cells(number, discrepancy, lookup))


def _cells(number: int, discrepancy: Discrepancy, lookup: Lookup) -> list[str]:
    relation = discrepancy.relation.value
    return [
        str(number),
        discrepancy.severity.level.value,
        f"{STATUS_MARK[GroupStatus(relation)]} {relation}",
        discrepancy.kind.value,
        _lines(f"{lookup.where(v.source, v.span.start)}: “{v.text}”" for v in discrepancy.values),
        one_line(discrepancy.explanation),
        f"{discrepancy.confidence:.2f}",
        _lines(decided(judgement) for judgement in lookup.judgements_of(discrepancy)) or _OPEN,
    ]


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(one_line(text) for text in texts)


def _fill(row: _Row, texts: Sequence[str], *, bold: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        run = cell.paragraphs[0].add_run(text)
        run.font.size, run.bold = _TEXT_SIZE, bold or None


def _mark(row: _Row, mark: str) -> None:
    """Marks a row as the one repeated on each page, or as one that no page break cuts."""
    row._tr.get_or_add_trPr().append(OxmlElement(mark))


def _widen(table: Table) -> None:
    """Gives the columns their widths; a row that is added takes them over, the first has to be told."""
    table.autofit = False
    for column, cell, (_, width) in zip(table.columns, table.rows[0].cells, _COLUMNS, strict=True):
        column.width = cell.width = Cm(width)
