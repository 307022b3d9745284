"""Every view says under a finding who decided what, apart from what the program suggests."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from reconcile.report import RenderOptions, render
from reconcile.schema import Decision
from tests.report.handmade_reports import mill_fire
from tests.report.judged_reports import judged_mill_fire, judgement, shown

ANN = "confirmed by Ann (2026-11-22), prefers “some 40 people”: =ask the clinic"
BEN = "not a discrepancy by Ben (2026-11-22)"


def test_the_table_lists_decisions_below_the_words_and_keeps_the_suggestion() -> None:
    lines = render(judged_mill_fire(), "table").splitlines()
    at = next(n for n, line in enumerate(lines) if line.endswith("A says at least 50 people, B says 40."))
    assert "✗ conflict 0.80" in lines[at]
    assert [line.split("  ", 1)[1].strip() for line in lines[at + 3 : at + 5]] == [ANN, BEN]
    assert all(line.startswith("└ decided") for line in lines[at + 3 : at + 5])


def test_markdown_lists_decisions_and_escapes_them() -> None:
    finding = shown(mill_fire())[0]
    report = replace(judged_mill_fire(), judgements=(judgement(finding, "*Ann*", note="<b>\nx"),))
    assert "  - **Decided:** confirmed by \\*Ann\\* (2026-11-22): \\<b\\> x\n" in render(report, "markdown")
    assert f"  - **Decided:** {ANN}\n  - **Decided:** {BEN}\n" in render(judged_mill_fire(), "markdown")


def test_csv_has_the_decision_in_columns_of_its_own() -> None:
    rows = list(csv.DictReader(io.StringIO(render(judged_mill_fire(), "csv"))))
    decided = {row["kind"]: (row["decision"], row["reviewer"], row["decided at"]) for row in rows}
    assert decided == {
        "quantity": (
            "confirmed / not-a-discrepancy",
            "Ann / Ben",
            "2026-11-22T09:00:00Z / 2026-11-22T10:00:00Z",
        ),
        "time": ("undecided", "Ann", "2026-11-22T09:00:00Z"),
        "wording": ("", "", ""),
    }
    assert (rows[0]["preferred"], rows[0]["note"]) == ("some 40 people / –", "'=ask the clinic / –")


def test_a_fresh_report_says_nothing_of_decisions() -> None:
    for name in ("table", "markdown"):
        assert "ecided" not in render(mill_fire(), name)


def test_a_note_on_a_finding_that_is_not_shown_is_not_shown() -> None:
    text = render(judged_mill_fire(), "table", RenderOptions(min_confidence=0.85))
    assert "Ann" not in text


def test_a_finding_left_undecided_is_said_to_be() -> None:
    finding = shown(mill_fire())[0]
    report = replace(mill_fire(), judgements=(judgement(finding, decision=Decision.UNDECIDED),))
    assert "└ decided  left undecided by Ann (2026-11-22)" in render(report, "table")
