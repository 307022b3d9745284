"""The scorers of the suites for quantities, on small suites of their own."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from reconcile.evaluation.facet_suites.quantity import (
    SUITES,
    score_currencies,
    score_ordinals,
    score_temperatures,
)


def written(path: Path, *cases: dict[str, object]) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(case) + "\n" for case in cases)
    return path


def span(
    start: int, end: int, value: float, iso: str | None = None, unit: str | None = None
) -> dict[str, object]:
    return {"start": start, "end": end, "value": value, "unit": unit, "iso": iso}


def test_hits_misses_and_false_finds_are_counted(tmp_path: Path) -> None:
    path = written(
        tmp_path / "ms_currency.jsonl.gz",
        {"text": "They paid $40 for it.", "spans": [span(10, 13, 40, "USD")]},
        {"text": "They paid $50 for it.", "spans": [span(10, 13, 60, "USD")]},
        {"text": "They paid $70 for it.", "spans": []},
    )
    scores = score_currencies(path)
    assert (scores.expected, scores.found, scores.right) == (2, 3, 1)
    assert (scores.precision, scores.recall, scores.f1) == pytest.approx((1 / 3, 1 / 2, 2 / 5))


def test_a_temperature_needs_its_scale(tmp_path: Path) -> None:
    path = written(
        tmp_path / "ms_temperature.jsonl.gz",
        {"text": "The lake froze at minus 3 degrees celsius.", "spans": [span(18, 41, -3, unit="C")]},
        {"text": "It was 20 degrees celsius in the shade.", "spans": [span(7, 25, 20, unit="F")]},
    )
    assert score_temperatures(path).right == 1


def test_an_ordinal_is_no_count(tmp_path: Path) -> None:
    path = written(
        tmp_path / "ms_ordinal.jsonl.gz",
        {"text": "The third boat had 3 sails.", "spans": [span(4, 9, 3)]},
    )
    scores = score_ordinals(path)
    assert (scores.found, scores.right) == (1, 1)


def test_an_empty_suite_scores_nothing(tmp_path: Path) -> None:
    assert score_currencies(written(tmp_path / "ms_currency.jsonl.gz")).f1 == 0


def test_every_suite_is_named_after_its_file() -> None:
    assert all(name.startswith("ms_") for name in SUITES)
    assert len(SUITES) == 8
