"""Scores on OpenSanctions' name pairs (nomenklatura, MIT) and territory names (rigour, MIT)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reconcile.comparison.name import SAME_PERSON, name_similarity
from reconcile.facets.names.gazetteer import resolve_territory


def score_name_pairs(path: Path) -> dict[str, float]:
    """Precision, recall and f1 of ``name_similarity >= SAME_PERSON`` on the pairs of persons.

    ``path`` is name_pairs_dev.jsonl.gz or a file like it: name1, name2, schema, is_match.
    """
    hits = taken = matches = 0
    for pair in _rows(path):
        if pair["schema"] != "Person":
            continue
        same = pair["is_match"] in (True, "true")
        merged = name_similarity(pair["name1"], pair["name2"]) >= SAME_PERSON
        hits += same and merged
        taken += merged
        matches += same
    return {
        "precision": hits / max(taken, 1),
        "recall": hits / max(matches, 1),
        "f1": 2 * hits / max(taken + matches, 1),
    }


def score_territories(path: Path) -> dict[str, float]:
    """Recall and share of wrong codes on English, full and strong names of territories.

    ``path`` is territory_aliases.jsonl.gz or a file like it: code, name, full_name, names_strong.
    """
    right = wrong = asked = 0
    for territory in _rows(path):
        names = {territory["name"], territory["full_name"] or territory["name"], *territory["names_strong"]}
        for name in names:
            found = resolve_territory(name)
            asked += 1
            right += found is not None and found.code == territory["code"]
            wrong += found is not None and found.code != territory["code"]
    return {"recall": right / max(asked, 1), "wrong": wrong / max(asked, 1)}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
