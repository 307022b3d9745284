"""The scorer of sentence boundaries, on a small suite and on our own news cases."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from reconcile.evaluation.facet_suites.sentences import BoundaryScores, score_sentences

NEWS = Path(__file__).with_name("sentences_news.jsonl")


def test_starts_after_the_first_are_counted(tmp_path: Path) -> None:
    cases = [
        {"text": "The dam broke. Nobody was hurt.", "starts": [0, 15]},
        {"text": "The dam broke. Nobody was hurt.", "starts": [0]},
        {"text": "Rain fell on the dam", "starts": [0, 5]},
    ]
    path = tmp_path / "cases.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(case) + "\n" for case in cases)
    assert score_sentences(path) == BoundaryScores(expected=2, precision=0.5, recall=0.5, f1=0.5)


def test_our_news_cases_are_split_as_written() -> None:
    assert score_sentences(NEWS).f1 >= 0.98
