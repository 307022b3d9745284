"""Judgements as CSV and back, also after a spreadsheet has had them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from reconcile.report import judgements_csv
from reconcile.schema import Decision
from tests.report.handmade_reports import about, mill_fire
from tests.report.judged_reports import NINE, judged_mill_fire, judgement, shown

HEADER = "finding,decision,preferred,reviewer,decided_at,note\n"
GOOD = "6dbb65a127ed,confirmed,,Ann,2026-11-22T09:00:00+00:00,\n"


def test_a_row_a_judgement_with_what_was_found_and_who_decided() -> None:
    report = judged_mill_fire()
    rows = list(csv.DictReader(io.StringIO(judgements_csv.write(report))))
    assert [(row["finding"], row["reviewer"]) for row in rows] == [
        (j.finding, j.reviewer) for j in report.judgements
    ]
    assert rows[0]["explanation"] == "A says at least 50 people, B says 40."
    assert (rows[0]["A words"], rows[0]["B words"]) == ("At least 50 people", "40 people")
    assert (rows[0]["decision"], rows[1]["decision"]) == ("confirmed", "not-a-discrepancy")
    assert rows[0]["note"] == "'=ask the clinic"


def test_what_is_written_is_read_back() -> None:
    report = judged_mill_fire()
    found = judgements_csv.read(judgements_csv.write(report))
    assert found.judgements == report.judgements
    assert found.problems == ()


def test_a_judgement_of_an_unknown_finding_is_written_too() -> None:
    stray = judgement("123456789012", note="kept")
    report = replace(mill_fire(), judgements=(stray,))
    text = judgements_csv.write(report)
    assert judgements_csv.read(text).judgements == (stray,)
    # A spreadsheet would show and save the bare digits as 1.23457E+11.
    assert "'123456789012," in text


@pytest.mark.parametrize("text", ["=1+1", "-5", "@x", "＝1", "\n=1", "'=1", "''+"])
def test_no_cell_is_a_formula(text: str) -> None:
    base = about(text, "Even")
    report = replace(base, judgements=(judgement(shown(base)[0], text, preferred=text, note=text),))
    written = judgements_csv.write(report)
    cells = [cell for row in csv.reader(io.StringIO(written)) for cell in row]
    assert not any(cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) for cell in cells)
    assert judgements_csv.read(written).judgements == report.judgements


@pytest.mark.parametrize("text", ["'tis plain", "\\\\server\\share", "C:\\xyz", "\\u0041"])
def test_what_a_person_types_stays_as_typed(text: str) -> None:
    (found,) = judgements_csv.read(HEADER + GOOD.strip() + f'"{text}"\n').judgements
    assert found.note == text


@pytest.mark.parametrize(
    "edited",
    [
        "\ufeff" + HEADER + GOOD,
        (HEADER + GOOD).replace(",", ";"),
        (HEADER + GOOD).replace(",", "\t"),
        "sep=;\n" + (HEADER + GOOD).replace(",", ";"),
        (HEADER + GOOD).replace("\n", "\r\n"),
        (HEADER + GOOD).replace("\n", "\r"),
        "\n,,,,,\n" + HEADER + "\n,,,,,\n" + GOOD + "\n , ,,,,\n",
        "reviewer,finding,mood,decided_at,decision\nAnn,6dbb65a127ed,good,2026-11-22T09:00Z,confirmed\n",
        "Finding,Decision,Reviewer,Decided at\n 6dbb65a127ed ,Confirmed,Ann,2026-11-22 10:00+01:00,,,\n",
        HEADER + GOOD.rstrip("\n").removesuffix(","),
    ],
)
def test_what_spreadsheets_make_of_it_is_read_all_the_same(edited: str) -> None:
    found = judgements_csv.read(edited)
    assert found.problems == ()
    assert found.judgements == (judgement("6dbb65a127ed"),)


def test_a_decision_in_words_and_a_note_of_two_lines_are_taken() -> None:
    row = 'f1,not a discrepancy,“x”,Ann,2026-11-22T09:00:00Z,"one\r\ntwo, ""three"""\r\n'
    (found,) = judgements_csv.read(HEADER + row).judgements
    assert found.decision is Decision.NOT_A_DISCREPANCY
    assert (found.preferred, found.note, found.decided_at) == ("“x”", 'one\ntwo, "three"', NINE)


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("f1,maybe,,Ann,2026-11-22T09:00:00Z,", "“maybe” is no decision; there are confirmed, not-a"),
        ("f1,,,Ann,2026-11-22T09:00:00Z,", "the decision is missing"),
        (",confirmed,,Ann,2026-11-22T09:00:00Z,", "the finding is missing"),
        ("f1,confirmed,, ,2026-11-22T09:00:00Z,", "the reviewer is missing"),
        ("f1,confirmed,,Ann,22.11.2026 9:00,", "“22.11.2026 9:00” is no date and time such as 2026-"),
        ("f1,confirmed,,Ann,2026-11-22T09:00:00,", "the time “2026-11-22T09:00:00” has no zone"),
        ("f1,confirmed,,Ann,0001-01-01T00:00:00+14:00,", "is no date and time"),
        ("f1,confirmed,,Ann,2026-11-22T09:00:00Z,a note, with a comma", "it has 7 cells, but there are 6"),
        ('f1,confirmed,,Ann,2026-11-22T09:00:00Z,"never closed', "the quotation marks do not match"),
        ('f1,confirmed,,Ann,2026-11-22T09:00:00Z,"a" b', "the quotation marks do not match"),
        ("f1", "the decision is missing"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_costs_no_other(bad: str, told: str) -> None:
    found = judgements_csv.read(HEADER + GOOD + bad + "\n" + GOOD)
    assert found.judgements == (judgement("6dbb65a127ed"),) * 2
    (problem,) = found.problems
    assert problem.startswith("line 3: ")
    assert told in problem


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    noted = GOOD.rstrip("\n") + '"two\nlines"\n'
    assert judgements_csv.read(HEADER + noted + "x\n").problems == ("line 4: the decision is missing",)


@pytest.mark.parametrize("text", ["", "\n\n", "PK\x03\x04", "a,b\n1,2\n", "finding;reviewer\nf1;Ann\n"])
def test_a_file_without_the_columns_is_told_once(text: str) -> None:
    found = judgements_csv.read(text)
    assert found.judgements == ()
    (problem,) = found.problems
    assert "there is no column" in problem
    assert "decision" in problem
