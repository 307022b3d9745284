"""What holds of exported judgements, annotations and documents whatever texts and reviewers say."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from dataclasses import replace

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.report import csv_cells, judgements_csv, render, render_bytes
from reconcile.schema import Decision, Judgement, Report, Run
from tests.properties.test_report_properties import RAW, TEXTS, reports

MARKS = st.text(st.sampled_from("\\'\"=xuU01b2e;,\n\r\t\x1b\u202e\u200d🔥-+=@ "), max_size=40)
NOTES = st.one_of(TEXTS, MARKS)
MOMENTS = st.datetimes(timezones=st.just(dt.UTC)).filter(lambda moment: 1 < moment.year < 9999)


@st.composite
def judgements(draw: st.DrawFn) -> Judgement:
    zone = dt.timezone(dt.timedelta(minutes=draw(st.integers(-840, 840))))
    return Judgement(
        finding=draw(st.text("0123456789abcdef", min_size=12, max_size=12)),
        decision=draw(st.sampled_from(Decision)),
        reviewer=draw(NOTES.filter(lambda text: bool(text.strip()))),
        decided_at=draw(MOMENTS).astimezone(zone),
        preferred=draw(st.none() | NOTES.filter(bool)),
        note=draw(NOTES),
    )


@st.composite
def judged(draw: st.DrawFn) -> Report:
    """Any two accounts, and judgements of their finding and of others."""
    report = draw(reports())
    finding = report.groups[0].discrepancies[0].id
    made = draw(st.lists(judgements(), max_size=4))
    return replace(
        report, judgements=tuple(replace(one, finding=finding) for one in made[:2]) + tuple(made[2:])
    )


@given(NOTES)
def test_a_cell_reads_back_as_it_was_and_is_no_formula(text: str) -> None:
    cell = csv_cells.written(text)
    assert csv_cells.read(cell) == text
    assert not cell.startswith(csv_cells.FORMULA_TRIGGERS)
    assert not any(part.startswith(tuple("=+-@")) for part in re.split(r"[;\t\n]", cell))
    assert not RAW.search(cell)


@given(judged())
def test_judgements_survive_the_way_to_csv_and_back(report: Report) -> None:
    found = judgements_csv.read(judgements_csv.write(report))
    assert found.problems == ()
    assert sorted(found.judgements, key=repr) == sorted(report.judgements, key=repr)


@given(st.lists(judgements(), max_size=4), st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n", "\r"]))
def test_judgements_survive_another_program_that_writes_the_rows_anew(
    made: list[Judgement], delimiter: str, line_break: str
) -> None:
    run = Run(reconcile="0", started_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    report = Report(run=run, documents=(), claims=(), groups=(), judgements=tuple(made))
    rows = list(csv.reader(io.StringIO(judgements_csv.write(report), newline="")))
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=line_break, quoting=csv.QUOTE_ALL)
    writer.writerows(row[::-1] for row in rows)
    found = judgements_csv.read("\ufeff" + buffer.getvalue())
    assert found.problems == ()
    assert found.judgements == report.judgements


@given(
    st.text(st.characters(), max_size=200)
    | st.text(st.sampled_from('finding,decision;"\n\r\tx'), max_size=80)
)
def test_reading_any_text_ends_in_judgements_or_sentences(text: str) -> None:
    found = judgements_csv.read(text)
    assert all(problem.startswith("line ") for problem in found.problems)


@given(judged(), st.sampled_from(["table", "markdown", "csv", "web-annotations", "prov"]))
def test_no_control_character_of_a_reviewer_comes_through(report: Report, format_name: str) -> None:
    assert not RAW.search(render(report, format_name))


@given(judged())
def test_annotations_keep_the_exact_words(report: Report) -> None:
    items = json.loads(render(report, "web-annotations"))["first"]["items"]
    texts = {document.source.id: document.text for document in report.documents}
    for target in items[0]["target"]:
        position, quote = target["selector"]
        assert texts[target["sourceLetter"]][position["start"] : position["end"]] == quote["exact"]


@given(judged())
@settings(max_examples=30)
def test_a_document_of_any_text_opens_with_a_comment_a_finding(report: Report) -> None:
    document = docx.Document(io.BytesIO(render_bytes(report, "docx")))
    assert len(document.comments) == 1
