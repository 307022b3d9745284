"""The CSV view: one row a discrepancy, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest

from reconcile.report import RenderOptions, render
from reconcile.schema import Report
from tests.report.handmade_reports import about, mill_fire


@pytest.fixture(name="report")
def mill_fire_report() -> Report:
    return mill_fire()


def rows(report: Report, options: RenderOptions | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(report, "csv", options or RenderOptions()))))


def test_one_row_a_discrepancy_gravest_first(report: Report) -> None:
    assert [(row["group"], row["kind"], row["relation"]) for row in rows(report)] == [
        ("g3", "quantity", "conflict"),
        ("g3", "wording", "wording"),
        ("g2", "time", "precision"),
    ]


def test_a_row_has_words_place_and_claim_of_each_source(report: Report) -> None:
    row = rows(report)[0]
    assert (row["A words"], row["A where"]) == ("At least 50 people", "A 3:1")
    assert (row["B words"], row["B where"]) == ("40 people", "B 1:13")
    assert row["B claim"] == "In Arlburg, 40 people were hurt in the mill."
    assert row["confidence"] == "0.80"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", '=HYPERLINK("http://x")']
)
def test_formulas_are_defused(text: str) -> None:
    row = rows(about(text, "Even"))[0]
    for column in ("explanation", "summary", "A words", "A claim"):
        assert row[column].startswith("'")


@pytest.mark.parametrize(
    ("text", "cell"),
    [("123456789012", "'123456789012"), ("12345678e001", "'12345678e001"), ("a;=1+1", "a;'=1+1")],
)
def test_numbers_that_are_none_and_formulas_after_a_semicolon_are_defused(text: str, cell: str) -> None:
    assert rows(about(text, "Even"))[0]["A words"] == cell


def test_quotes_commas_and_line_breaks_stay_in_their_cell() -> None:
    row = rows(about('a "b", c\r\nd;e', "Even"))[0]
    assert row["A words"] == 'a "b", c d;e'


def test_doubtful_discrepancies_can_be_left_out(report: Report) -> None:
    assert [row["kind"] for row in rows(report, RenderOptions(min_confidence=0.85))] == ["wording"]
