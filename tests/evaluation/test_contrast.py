"""Contrast sets: what is read of them, what is counted, and what the program reaches on ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile.errors import GoldError
from reconcile.evaluation.contrast import Outcome, alarms, outcomes, read_contrast, table
from reconcile.models import Models
from reconcile.schema import DiscrepancyRelation

SETS = Path("fixtures/contrast")
PAIR = {
    "left": "Nine boats sank.",
    "right": "Ten boats sank.",
    "left_date": "2031-03-05",
    "right_date": "2031-03-05",
    "status": "conflict",
    "left_value": "Nine boats",
    "right_value": "Ten boats",
}


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"status": "odd"}, '"odd" is no status'),
        ({"left_value": "boots"}, "is no pair"),
        ({"left": 5}, "is no pair"),
    ],
)
def test_a_flawed_pair_is_named(tmp_path: Path, change: dict[str, object], cause: str) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text(f"{json.dumps(PAIR)}\n{json.dumps(PAIR | change)}\n", encoding="utf-8")
    with pytest.raises(GoldError, match=rf"set\.jsonl: line 2: .*{cause}"):
        read_contrast(file)


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="nowhere"):
        read_contrast(tmp_path / "nowhere")


def test_alarms_are_conflicts_and_updates() -> None:
    results = [
        Outcome(expected="conflict", found="update", at_values=DiscrepancyRelation.UPDATE),
        Outcome(expected="conflict", found="wording", at_values=None),
        Outcome(expected="unrelated", found="conflict", at_values=None),
    ]
    rates = alarms(results).rates
    assert (rates.precision, rates.recall) == (0.5, 0.5)
    assert "precision 0.50, recall 0.50" in table(results)


@pytest.mark.parametrize("name", ["development", "held-out"])
def test_our_sets_have_every_status_and_their_words(name: str) -> None:
    pairs = read_contrast(SETS / f"{name}.jsonl")
    assert {pair.status for pair in pairs} == {
        "conflict", "update", "precision", "wording", "agreement", "unrelated",
    }  # fmt: skip
    assert all((pair.values is None) == (pair.status in ("agreement", "unrelated")) for pair in pairs)


@pytest.mark.model
@pytest.mark.slow
def test_contradictions_are_told_and_what_agrees_raises_no_alarm(models: Models) -> None:
    results = list(outcomes(read_contrast(SETS / "held-out.jsonl"), models))
    rates = alarms(results).rates
    assert rates.precision >= 0.8
    assert rates.recall >= 0.3
    assert not any(r.found in ("conflict", "update") for r in results if r.expected == "agreement")
