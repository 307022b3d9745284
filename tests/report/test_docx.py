"""The Word document: a table of findings, the sources' text, and a comment on each finding's words."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from pypdf import PdfReader

from reconcile.errors import OptionError
from reconcile.report import RenderOptions, render, render_bytes, visible, write_atomically
from reconcile.schema import Report
from tests.report.handmade_reports import MILL_A, MILL_B, about, mill_fire, named_often, value
from tests.report.judged_reports import judged_mill_fire, shown

HOSTILE = (
    *("\x00\x1b[31m red", "\u202eexe.txt", "\ud800 lone", "\ufffe\uffff", "a\r\nb\tc\rd", " "),
    *("</w:t></w:r>", "=1+1", "👩\u200d🚒 e\u0301", "x\x85y\u2028z"),
)


def opened(report: Report, options: RenderOptions | None = None) -> WordDocument:
    return docx.Document(io.BytesIO(render_bytes(report, "docx", options or RenderOptions())))


def table(document: WordDocument) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def anchored(document: WordDocument) -> dict[int, str]:
    """The words that each comment stands on, by the comment's id; line breaks are not words."""
    found: dict[int, str] = {}
    open_now: set[int] = set()
    for element in document.element.body.iter():
        if element.tag in (qn("w:commentRangeStart"), qn("w:commentRangeEnd")):
            number = int(element.get(qn("w:id")))
            open_now ^= {number}
            found.setdefault(number, "")
        elif element.tag in (qn("w:t"), qn("w:tab")):
            words = element.text if element.tag == qn("w:t") else "\t"
            found |= {number: found[number] + words for number in open_now}
    return found


def source_text(document: WordDocument, letter: str) -> list[str]:
    """The paragraphs of a source, below its heading."""
    paragraphs = iter(document.paragraphs)
    next(p for p in paragraphs if p.text.startswith(f"Source {letter}: "))
    return [p.text for p in takewhile(lambda p: not p.text.startswith("Source "), paragraphs)]


def test_the_table_has_every_finding_worst_first_with_words_and_decision() -> None:
    heading, *rows = table(opened(judged_mill_fire()))
    assert heading[:4] == ["No.", "Severity", "Status", "Kind"]
    assert [row[3] for row in rows] == ["quantity", "time", "wording"]
    assert rows[0][2:7] == [
        "✗ conflict",
        "quantity",
        "A 3:1: “At least 50 people”\nB 1:13: “40 people”",
        "A says at least 50 people, B says 40.",
        "0.80",
    ]
    assert rows[0][7] == (
        "confirmed by Ann (2026-11-22), prefers “some 40 people”: =ask the clinic\n"
        "not a discrepancy by Ben (2026-11-22)"
    )
    assert rows[2][7] == "open"


def test_there_is_one_comment_a_finding_on_the_exact_words() -> None:
    report = mill_fire()
    document = opened(report)
    assert len(document.comments) == len(shown(report)) == 3
    words = anchored(document)
    assert [words[c.comment_id] for c in document.comments] == [f.values[0].text for f in shown(report)]


def test_a_comment_says_what_is_suggested_and_apart_from_it_what_was_decided_by_whom() -> None:
    comments = list(opened(judged_mill_fire()).comments)
    assert [comment.author for comment in comments] == ["Ann, Ben", "Ann", "reconcile"]
    suggested, other, *decided = comments[0].text.split("\n")
    assert suggested.startswith(
        "Finding 1, suggested by reconcile: conflict in quantity (low, confidence 0.80)"
    )
    assert other == "B 1:13: “40 people”"
    assert [line.split(" (")[0] for line in decided] == [
        "Decided: confirmed by Ann",
        "Decided: not a discrepancy by Ben",
    ]
    assert [comment.timestamp for comment in comments[::2]] == [
        dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC),
        dt.datetime(2025, 9, 5, 8, 0, 7, tzinfo=dt.UTC),
    ]


def test_a_comment_tells_all_places_of_the_same_words() -> None:
    (comment,) = opened(named_often()).comments
    assert comment.text.splitlines()[1:] == ["also at 1:17", "B 1:1: “Roest”"]


def test_the_sources_stand_there_whole_line_by_line() -> None:
    document = opened(mill_fire())
    assert source_text(document, "A") == [line for line in MILL_A.splitlines() if line]
    assert source_text(document, "B") == [line for line in MILL_B.splitlines() if line]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_the_comment_stands_on_it(text: str) -> None:
    document = opened(about(text, f"Even {text}"))
    (words,) = anchored(document).values()
    assert words == "".join(map(on_page, re.split(r"[\r\n]", text)))
    assert len(document.comments) == 1


def on_page(line: str) -> str:
    """A line as it is to be read: what is invisible written out, tabs left to the page."""
    return "\t".join(visible(part) for part in line.split("\t"))


def test_a_comment_on_nothing_but_line_breaks_stands_at_the_heading() -> None:
    (words,) = anchored(opened(about("\r\n", "Even"))).values()
    assert words.startswith("Source A: ")


def test_comments_that_overlap_keep_their_own_words() -> None:
    report = mill_fire()
    claims = {claim.id: claim for claim in report.claims}
    other = value(claims["B1"], MILL_B, "40")
    crossing = ("50 people were hurt", "people", "At least 50 people were hurt when")
    conflict = shown(report)[0]
    findings = tuple(
        replace(conflict, values=(value(claims["A1"], MILL_A, words), other)) for words in crossing
    )
    groups = tuple(
        replace(group, discrepancies=(*group.discrepancies, *findings)) if group.id == "g3" else group
        for group in report.groups
    )
    more = replace(report, groups=groups)
    document = opened(more)
    words = anchored(document)
    assert [words[c.comment_id] for c in document.comments] == [f.values[0].text for f in shown(more)]
    assert len(document.comments) == 6


def test_only_what_is_shown_has_a_row_and_a_comment() -> None:
    document = opened(mill_fire(), RenderOptions(min_confidence=0.85))
    assert len(document.comments) == len(table(document)) - 1 == 1
    nothing = opened(replace(mill_fire(), groups=()))
    assert not nothing.tables
    assert "Nothing differs." in [paragraph.text for paragraph in nothing.paragraphs]


def test_a_document_is_bytes_and_no_text(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="'docx' is no text"):
        render(mill_fire(), "docx")
    assert render_bytes(mill_fire(), "csv") == render(mill_fire(), "csv").encode()
    write_atomically(tmp_path / "report.docx", render_bytes(mill_fire(), "docx"))
    assert (tmp_path / "report.docx").read_bytes().startswith(b"PK")


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.parametrize("report", [judged_mill_fire(), about("\x00\u202eexe <b>\tÅsne", "Even & odd")])
def test_libreoffice_opens_it_and_prints_the_findings(report: Report, tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(render_bytes(report, "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "report.docx")], check=True, capture_output=True, timeout=120)
    pages = PdfReader(tmp_path / "report.pdf").pages
    printed = "".join(page.extract_text() for page in pages).replace("\n", "").replace(" ", "")
    for finding in shown(report):
        for words in (finding.explanation, *(found.text for found in finding.values)):
            assert "".join(visible(" ".join(words.split())).split()) in printed
