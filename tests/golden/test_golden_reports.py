"""What reconcile says of the fixtures stays as it was read and agreed to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reconcile.models import Models
from tests.golden.golden_reports import JSON_NAME, TABLE_NAME, events, fresh, without_scores

pytestmark = pytest.mark.model

SCORE_TOLERANCE = 0.02
"""Scores differ in the third decimal between processors; findings do not."""


@pytest.mark.parametrize("event", events(), ids=lambda event: event.name)
def test_the_report_is_the_golden_one(event: Path, models: Models) -> None:
    fields, table = fresh(event, models)
    golden = json.loads((event / JSON_NAME).read_text(encoding="utf-8"))
    assert_same(fields, golden, "report")
    with (event / TABLE_NAME).open(encoding="utf-8", newline="") as file:
        assert without_scores(table) == without_scores(file.read())


def assert_same(found: Any, golden: Any, where: str) -> None:
    """Equal, figures with a fraction within the tolerance."""
    if isinstance(golden, dict):
        assert found.keys() == golden.keys(), where
        for key in golden:
            assert_same(found[key], golden[key], f"{where}.{key}")
    elif isinstance(golden, list):
        assert len(found) == len(golden), where
        for number, (ours, theirs) in enumerate(zip(found, golden, strict=True)):
            assert_same(ours, theirs, f"{where}[{number}]")
    elif isinstance(golden, float):
        assert found == pytest.approx(golden, abs=SCORE_TOLERANCE), where
    else:
        assert found == golden, where
