"""The terminal table: order, places, width, colour, hostile and wide text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from wcwidth import wcswidth

from reconcile.report import RenderOptions, render, render_claims
from reconcile.schema import GroupStatus, Report
from tests.report.handmade_reports import about, mill_fire, named_often

HOSTILE = "Red \x1b[31malert\x1b]0;owned\x07 for \u202eevil\u202c \x9b2J\x00 zero\u200bwidth \ud800 here"
WIDE = "東京の火災で五十人が負傷したと市長が木曜日に発表した 👩‍🚒🔥 " * 6


@pytest.fixture(name="report")
def mill_fire_report() -> Report:
    return mill_fire()


def table(report: Report, width: int = 100, colour: bool = False) -> str:
    return render(report, "table", RenderOptions(width=width, colour=colour))


def test_begins_with_a_summary_line(report: Report) -> None:
    assert table(report, 200).splitlines()[0] == (
        "2 sources, 8 claims in 5 groups: 1 conflict, 0 updates, 1 precision, 0 wording, 1 agreement, "
        "2 single-source."
    )


def test_shows_the_gravest_status_first(report: Report) -> None:
    words = re.findall(r"CONFLICT|PRECISION|AGREEMENT|SINGLE-SOURCE", table(report))
    assert words == ["CONFLICT", "PRECISION", "AGREEMENT", "SINGLE-SOURCE"]


def test_shows_the_gravest_discrepancy_of_a_group_first(report: Report) -> None:
    lines = table(report)
    assert lines.index("A says at least 50 people") < lines.index("A says burned")


def test_each_value_has_letter_line_and_column(report: Report) -> None:
    lines = table(report).splitlines()
    assert any(re.match(r"└ A 3:1 +“At least 50 people” = 50 or more \(person\)$", line) for line in lines)
    assert any(re.match(r"└ B 1:13 +“40 people” = 40 \(person\)$", line) for line in lines)
    assert any(re.match(r"└ A 4:16 +“next week” = 2025-09-01 to 2025-09-07$", line) for line in lines)
    assert any(re.match(r"└ B 2:25 +“Thursday, 4 September” = 2025-09-04$", line) for line in lines)


def test_names_sources_with_date_and_where_it_came_from(report: Report) -> None:
    assert "a.txt, “Mill fire hurts dozens”, A Daily, 2025-08-29 (date from the option)" in table(report, 200)


def test_tells_failures_and_warnings(report: Report) -> None:
    shown = table(report)
    assert "Not used: C c.pdf: is binary" in shown
    assert "Warning: b.txt was read as windows-1252." in shown


def test_a_summary_that_repeats_the_explanation_is_not_shown_twice(report: Report) -> None:
    assert table(report).count("B names the day") == 1


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(report: Report, width: int) -> None:
    for shown in (report, about(WIDE.strip(), "x" * 300), about(HOSTILE, WIDE.strip())):
        for text in (table(shown, width), render_claims(shown, "table", RenderOptions(width=width))):
            assert max(map(wcswidth, text.splitlines())) <= width
            assert min(map(wcswidth, text.splitlines())) >= 0


@pytest.mark.parametrize("width", [40, 80, 200])
def test_wide_characters_are_all_there(width: int) -> None:
    shown = re.sub(r"\s", "", table(about(WIDE.strip(), "Something else"), width))
    assert re.sub(r"\s", "", WIDE)[:100] in shown


def test_control_characters_become_visible() -> None:
    shown = table(about(HOSTILE, "A calm day"), 300)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\ud800-\udfff]", shown)
    assert r"\x1b[31malert\x1b]0;owned\x07 for \u202eevil\u202c \x9b2J\x00 zero\u200bwidth \ud800" in shown


def test_colour_stands_beside_mark_and_word(report: Report) -> None:
    assert "\x1b" not in table(report)
    coloured = table(report, colour=True)
    assert "\x1b[1;31m✗ CONFLICT (1): cannot both be true as written\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == table(report)


def test_a_very_long_claim_is_cut_with_an_ellipsis() -> None:
    shown = table(about("word " * 30_000 + "end", "short"))
    assert len(shown) < 10_000
    assert "…" in shown


def test_a_report_without_groups_still_has_its_summary(report: Report) -> None:
    assert "0 conflicts" in table(replace(report, groups=(), claims=()))


def test_claims_are_listed_with_speaker_certainty_and_facets(report: Report) -> None:
    lines = render_claims(report, "table").splitlines()
    assert any(re.match(r"A 3:1 +reported; Mayor Ina Røst \(said\)$", line) for line in lines)
    assert any(re.match(r"A 6:1 +asserted, negated$", line) for line in lines)
    assert any(re.match(r"A 1:1 +asserted; headline$", line) for line in lines)
    assert any(line.strip() == "place “Arlburg” = Arlburg (AT)" for line in lines)
    assert any(line.strip() == "name “Ina Røst” = Ina Røst (person)" for line in lines)


def test_only_selected_statuses_are_shown(report: Report) -> None:
    options = RenderOptions(only=frozenset({GroupStatus.CONFLICT}))
    shown = render(report, "table", options)
    assert "✗ CONFLICT" in shown
    assert "PRECISION" not in shown
    assert "Shown: 1 of 5 (conflict; confidence 0.00 or more)." in shown


def test_the_same_words_of_a_source_are_told_once_with_all_their_places() -> None:
    shown = [line for line in table(named_often()).splitlines() if line.startswith("└")]
    assert shown == ["└ A 1:1  “Rost”; also at 1:17", "└ B 1:1  “Roest”"]
