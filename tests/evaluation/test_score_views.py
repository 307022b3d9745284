"""The table and the JSON of scores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile.errors import GoldError
from reconcile.evaluation import EventScore, find_events, read_gold, score, together, worst_misses
from reconcile.evaluation.score_json import score_json
from reconcile.evaluation.score_table import score_table
from tests.evaluation.harbour_event import GOLD, TEXTS, ReportBuilder, perfect_report, write_event


def test_the_table_has_a_row_an_event_a_total_and_a_row_a_kind(tmp_path: Path) -> None:
    lines = _table(_scored(tmp_path)).splitlines()
    row = next(line.split() for line in lines if line.startswith("harbour"))
    assert row[1:] == ["1.000"] * 11 + ["0/1"]
    assert any(line.startswith("all together") for line in lines)
    assert any(line.split() == ["quantity", "1", "1", "1", "1", "1.000", "1.000", "1.000"] for line in lines)
    assert "speakers right: 1 of 1" in lines


def test_the_table_shows_misses_with_their_words(tmp_path: Path) -> None:
    gold = read_gold(write_event(tmp_path / "harbour"))
    table = _table(score(ReportBuilder().report(), gold), limit=1)
    assert "GOLD PAIRS NOT JOINED: 6 (6 no claim there); the worst 1" in table
    listed = table.split("GOLD PAIRS NOT JOINED")[1].split("\n\n")[0]
    assert listed.count("\n- harbour: no claim there") == 1
    assert "were hurt" in listed


def test_control_characters_of_a_source_are_written_out(tmp_path: Path) -> None:
    texts = {**TEXTS, "C": "A \x1b[31mferry\x1b[0m ran \u202eaground on Tuesday; 41 people were hurt."}
    gold = {**GOLD, "single_source": {}, "traps": [], "groups": [GOLD["groups"][0]]}
    members = {**GOLD["groups"][0]["members"], "C": ["A \x1b[31mferry\x1b[0m ran \u202eaground on Tuesday"]}
    gold["groups"] = [{**GOLD["groups"][0], "members": members}]
    scored = score(ReportBuilder(texts).report(), read_gold(write_event(tmp_path / "x", gold, texts)))
    for text in (_table(scored), _json(scored)):
        assert "\x1b" not in text
        assert "\u202e" not in text
    missed = json.loads(_json(scored))["misses"][0]["worst"]
    assert any("\x1b[31mferry" in side["text"] for miss in missed for side in miss["stretches"])


def test_the_json_has_counts_rates_kinds_and_misses(tmp_path: Path) -> None:
    content = json.loads(_json(_scored(tmp_path)))
    assert content["events"][0]["event"] == "harbour"
    assert content["total"]["counts"]["align_found"] == 6
    assert content["total"]["discrepancy"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert content["total"]["kinds"]["wording"]["found"] == 1
    assert content["misses"][0]["kind"] == "gold discrepancies missed"


def test_events_are_found_in_a_folder_of_them_and_once(tmp_path: Path) -> None:
    second, first = write_event(tmp_path / "b"), write_event(tmp_path / "a")
    (tmp_path / "no event").mkdir()
    assert find_events([tmp_path]) == (first, second)
    assert find_events([second, tmp_path]) == (second, first)


@pytest.mark.parametrize("name", ["absent", "empty"])
def test_a_folder_without_events_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(GoldError, match=name):
        find_events([tmp_path / name])


def _scored(tmp_path: Path) -> EventScore:
    return score(perfect_report(), read_gold(write_event(tmp_path / "harbour")))


def _table(scored: EventScore, limit: int = 10) -> str:
    return score_table([scored], together([scored]), worst_misses(scored.misses, limit))


def _json(scored: EventScore) -> str:
    return score_json([scored], together([scored]), worst_misses(scored.misses, 10))
