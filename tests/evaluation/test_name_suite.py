"""The suites of name pairs and of territory names are scored as they say."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from reconcile.evaluation.facet_suites.names import score_name_pairs, score_territories

Row = Mapping[str, object]


def write(path: Path, rows: Iterable[Row]) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def pair(schema: str, left: str, right: str, *, match: bool | str) -> Row:
    return {"schema": schema, "name1": left, "name2": right, "is_match": match}


def test_pairs_are_scored_by_kind_as_the_product_compares_them(tmp_path: Path) -> None:
    rows = [
        pair("Person", "Nora Whitcombe", "Whitcombe, Nora", match=True),
        pair("Person", "Nora Whitcombe", "Elias Okafor", match="true"),
        pair("Person", "Nora Whitcombe", "Nora Anne Whitcombe", match="false"),
        pair("Company", "Blue Fern Ltd", "BlueFern Limited", match="true"),
        pair("Vessel", "Brightwater", "Thornback", match=False),
    ]
    scores = score_name_pairs(write(tmp_path / "pairs.jsonl.gz", rows))
    persons = scores.persons
    assert (persons.pairs, persons.precision, persons.recall, persons.f1) == (3, 0.5, 0.5, 0.5)
    assert persons.false_conflicts == 0.5
    assert (scores.organisations.pairs, scores.organisations.f1) == (1, 1.0)
    assert (scores.others.pairs, scores.others.precision) == (1, 0.0)


def test_territories_are_scored_by_the_code_that_each_name_leads_to(tmp_path: Path) -> None:
    rows: list[Row] = [
        {"code": "tr", "name": "Turkey", "full_name": "Republic of Türkiye", "names_strong": ["Turkiye"]},
        {"code": "fr", "name": "Chad", "full_name": None, "names_strong": []},
    ]
    scores = score_territories(write(tmp_path / "territories.jsonl.gz", rows))
    assert (scores.names, scores.recall, scores.wrong) == (4, 0.75, 0.25)


def test_a_file_without_rows_scores_nothing(tmp_path: Path) -> None:
    empty = write(tmp_path / "empty.jsonl.gz", [])
    assert score_territories(empty).names == 0
    assert score_name_pairs(empty).persons.f1 == pytest.approx(0.0)
