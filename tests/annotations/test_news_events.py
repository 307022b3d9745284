"""The annotated news events: offsets only, and event folders that gold can be read from."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from reconcile.evaluation.gold_reader import read_gold
from tests.annotations import build

TEXTS = {
    "A": "Ferry sinks\n\nThe ferry sank on Monday.\n",
    "B": "Boat lost\n\nThe ferry went down on 3 March.\n",
}
ARTICLES: list[dict[str, Any]] = [
    {"source": "Post", "date": "2031-03-03", "title": "Ferry sinks", "text": "The ferry sank on Monday."},
    {
        "source": "Echo",
        "date": "2031-03-04",
        "title": "Boat lost",
        "paragraphs": ["The ferry went down on 3 March. "],
    },
]
ANNOTATION = {
    "event": "own-1",
    "collection": "own",
    "id": "1",
    "split": "train",
    "sha256": {letter: hashlib.sha256(text.encode()).hexdigest() for letter, text in TEXTS.items()},
    "groups": [
        {
            "status": "precision",
            "members": {"A": [[13, 38]], "B": [[11, 43]]},
            "discrepancies": [
                {"kind": "time", "relation": "precision", "values": {"A": [31, 37], "B": [34, 41]}}
            ],
        }
    ],
    "single_source": {},
    "traps": [],
}


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    annotations = tmp_path / "annotations.jsonl"
    annotations.write_text(json.dumps(ANNOTATION) + "\n", encoding="utf-8")
    monkeypatch.setattr(build, "ANNOTATIONS", annotations)
    _write(tmp_path, ARTICLES)
    return tmp_path


def _write(folder: Path, articles: list[dict[str, Any]]) -> None:
    with gzip.open(folder / "own_dev.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"id": "1", "articles": articles}) + "\n")


def test_the_words_are_found_again_in_the_texts(news: Path) -> None:
    assert build.build(news, news / "events") == 1
    (found,) = read_gold(news / "events" / "train" / "own-1").discrepancies
    assert {value.text for value in found.values} == {"Monday", "3 March"}


def test_another_text_than_the_annotated_one_is_refused(news: Path) -> None:
    _write(news, [{**ARTICLES[0], "text": "The ferry sank on Tuesday."}, ARTICLES[1]])
    with pytest.raises(ValueError, match="own-1: the text of A is not the annotated one"):
        build.build(news, news / "events")


def test_the_shipped_annotations_hold_no_words_of_their_texts() -> None:
    lines = build.ANNOTATIONS.read_text(encoding="utf-8").splitlines()
    values = [value for line in lines for value in _leaves(json.loads(line))]
    assert len(lines) > 260
    assert {json.loads(line)["split"] for line in lines} == {"train", "tuning", "held-out"}
    assert all(isinstance(value, int) or " " not in str(value) for value in values)


def _leaves(node: object) -> list[object]:
    if isinstance(node, dict):
        return [leaf for value in node.values() for leaf in _leaves(value)]
    return [leaf for value in node for leaf in _leaves(value)] if isinstance(node, list) else [node]
