"""The report as a Word document (DOCX): a table of findings, then the sources with a comment on each finding.

There is exactly one comment a finding. It stands at the words of the finding's first value, names the
words of the other sources, says what reconcile suggests and then what reviewers decided. Its author is
"reconcile" while nobody has judged the finding, else the reviewers.
"""

from __future__ import annotations

import datetime as dt
import io

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm
from docx.text.run import Run

from reconcile.report.decisions import decided
from reconcile.report.docx_source import Anchors, add_source
from reconcile.report.docx_table import add_findings
from reconcile.report.json_values import utc
from reconcile.report.lookup import Lookup
from reconcile.report.phrases import notes, selection_note, source_line, summary
from reconcile.report.safe_text import one_line
from reconcile.report.selection import RenderOptions, findings, selected
from reconcile.schema import ClaimGroup, Discrepancy, Judgement, Report, Span

_TITLE = "Reconciliation report"
_EXPLANATION = (
    "What is found here is suggested by reconcile, a program, and may be wrong; what reviewers decided "
    "stands under “Decision” and in the comments, with their names. The words that differ are underlined in "
    "the texts of the sources."
)
_TABLE_MARGIN = Cm(2)
_MACHINE = "reconcile"
Findings = tuple[tuple[ClaimGroup, Discrepancy], ...]


def render(report: Report, options: RenderOptions) -> bytes:
    """The findings shown as a DOCX file. What XML cannot hold and what is invisible is written out."""
    document = docx.Document()
    shown, lookup = findings(report, options), Lookup(report)
    _describe(document, report)
    _add_head(document, report, options)
    _add_heading(document, f"Findings ({len(shown)})")
    add_findings(document, shown, lookup)
    anchors = _add_sources(document, report, shown)
    for number, (_, discrepancy) in enumerate(shown, start=1):
        _add_comment(document, number, discrepancy, lookup, anchors)
    _date_comments(document, report, shown, lookup)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _describe(document: WordDocument, report: Report) -> None:
    properties = document.core_properties
    properties.title, properties.author = _TITLE, f"reconcile {one_line(report.run.reconcile)}"
    properties.comments, properties.language = "", "en"
    properties.created = properties.modified = report.run.started_at.astimezone(dt.UTC)


def _add_head(document: WordDocument, report: Report, options: RenderOptions) -> None:
    section = document.sections[0]
    _turn(section, WD_ORIENT.LANDSCAPE)
    section.left_margin = section.right_margin = _TABLE_MARGIN
    document.add_heading(_TITLE, level=0)
    document.add_paragraph(one_line(summary(report)))
    note = selection_note(len(selected(report, options)), report, options)
    if note:
        document.add_paragraph(one_line(note))
    for source in report.documents:
        document.add_paragraph(f"{source.source.id} {source_line(source)}", style="List Bullet")
    for remark in notes(report):
        document.add_paragraph(remark, style="List Bullet")
    document.add_paragraph(_EXPLANATION)


def _add_sources(document: WordDocument, report: Report, shown: Findings) -> dict[str, Anchors]:
    """The text of every source, cut so that every words of a finding are runs of their own."""
    _turn(document.add_section(WD_SECTION.NEW_PAGE), WD_ORIENT.PORTRAIT)
    spans: dict[str, list[Span]] = {source.id: [] for source in report.sources}
    for _, discrepancy in shown:
        for value in discrepancy.values:
            spans[value.source].append(value.span)
    anchors = {}
    for source in report.documents:
        heading = _add_heading(document, f"Source {source.source.id}: {source_line(source)}")
        anchors[source.source.id] = add_source(document, source.text, spans[source.source.id], heading)
    return anchors


def _add_heading(document: WordDocument, text: str) -> Run:
    run: Run = document.add_heading(level=1).add_run(text)
    return run


def _turn(section: Section, orientation: WD_ORIENT) -> None:
    """A section of the page's size the other way round, where it does not lie so yet."""
    if section.orientation is not orientation:
        section.orientation = orientation
        section.page_width, section.page_height = section.page_height, section.page_width


def _add_comment(
    document: WordDocument,
    number: int,
    discrepancy: Discrepancy,
    lookup: Lookup,
    anchors: dict[str, Anchors],
) -> None:
    first = discrepancy.values[0]
    judgements = lookup.judgements_of(discrepancy)
    author = _author(judgements)
    text = "\n".join(_comment_lines(number, discrepancy, judgements, lookup))
    runs = anchors[first.source].runs(first.span)
    document.add_comment(runs, text=text, author=author, initials=_initials(author))


def _comment_lines(
    number: int, discrepancy: Discrepancy, judgements: tuple[Judgement, ...], lookup: Lookup
) -> list[str]:
    judged = f"{discrepancy.relation.value} in {discrepancy.kind.value}"
    weight = f"{discrepancy.severity.level.value}, confidence {discrepancy.confidence:.2f}"
    suggested = f"Finding {number}, suggested by reconcile: {judged} ({weight}): {discrepancy.explanation}"
    (_, (_, *further)), *others = lookup.mentions(discrepancy)
    also = [f"also at {', '.join(further)}"] if further else []
    told = [f"{', '.join(places)}: “{value.text}”" for value, places in others]
    return [
        one_line(line) for line in (suggested, *also, *told, *(f"Decided: {decided(j)}" for j in judgements))
    ]


def _author(judgements: tuple[Judgement, ...]) -> str:
    return ", ".join(dict.fromkeys(one_line(judgement.reviewer) for judgement in judgements)) or _MACHINE


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.split()[:3]).upper()


def _date_comments(document: WordDocument, report: Report, shown: Findings, lookup: Lookup) -> None:
    """Dates a comment with its last decision, else with the run; python-docx says when it wrote it."""
    comments = document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS) if shown else None
    if not isinstance(comments, XmlPart):
        return
    for comment, (_, discrepancy) in zip(comments.element, shown, strict=True):
        decisions = [judgement.decided_at for judgement in lookup.judgements_of(discrepancy)]
        comment.set(qn("w:date"), utc(max(decisions, default=report.run.started_at)))
