"""The scorer of the suites for quantities, on a small suite of its own."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from reconcile.evaluation.facet_suites.quantity import score_quantities


def written(path: Path, *cases: dict[str, object]) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(case) + "\n" for case in cases)
    return path


def span(start: int, end: int, value: float, iso: str | None = None) -> dict[str, object]:
    return {"start": start, "end": end, "value": value, "unit": None, "iso": iso}


def test_hits_misses_and_false_finds_are_counted(tmp_path: Path) -> None:
    path = written(
        tmp_path / "ms_currency.jsonl.gz",
        {"text": "They paid $40 for it.", "spans": [span(10, 13, 40, "USD")]},
        {"text": "They paid $50 for it.", "spans": [span(10, 13, 60, "USD")]},
        {"text": "They paid $70 for it.", "spans": []},
    )
    scores = score_quantities(path)
    assert scores == pytest.approx({"precision": 1 / 3, "recall": 1 / 2, "f1": 2 / 5})


def test_another_kind_of_suite_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="ms_datetime"):
        score_quantities(written(tmp_path / "ms_datetime.jsonl.gz"))
