"""The measure of expressions of time, and that hostile text cannot stall the search for them."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import time
from pathlib import Path

import pytest

from reconcile.evaluation.facet_suites.temporal import score_datetimes, score_timex
from reconcile.facets.temporal import find_times
from reconcile.schema import ParsedSentence, Span

ROWS = [
    {
        "text": "The kiln opened in early June.",
        "spans": [{"start": 19, "end": 29, "interval": ["2009-06-01", "2009-07-01", "month"]}],
    },
    {
        "text": "The kiln closed on Monday.",
        "spans": [{"start": 19, "end": 25, "interval": ["2009-07-06", "2009-07-07", "day"]}],
    },
    {"text": "A kiln burned yesterday in that era.", "spans": [{"start": 24, "end": 35, "interval": None}]},
]


def test_scores_tell_extents_from_intervals(tmp_path: Path) -> None:
    path = tmp_path / "suite.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row | {"ref": "2009-07-08"}) + "\n" for row in ROWS)
    scores = score_timex(path)
    assert scores.extent_precision == pytest.approx(2 / 3)
    assert scores.extent_recall == pytest.approx(2 / 3)
    assert (scores.interval_recall_strict, scores.interval_recall) == (0.5, 1.0)


def test_a_case_of_the_assistant_is_right_by_any_reading(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl.gz"
    cases = [
        case("Open the kiln on 6 May 2020", 17, 27, ["2020-05-06", "2020-05-07", "day"]),
        case("Fire from 6 May to 9 May 2020", 10, 29, ["2020-05-06", "2020-05-09", "range"]),
        case("Ask again before 2030", 10, 21, [None, "2030-01-01", "open"]),
        {
            "text": "Fire for two days",
            "ref": "2020-05-01",
            "spans": [{"start": 9, "end": 17, "intervals": []}],
        },
        {"text": " ", "ref": "2020-05-01", "spans": []},
    ]
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in cases)
    scores = score_datetimes(path)
    assert (scores.cases, scores.accuracy, scores.accuracy_inclusive) == (3, 1 / 3, 2 / 3)


def case(text: str, start: int, end: int, interval: list[str | None]) -> dict[str, object]:
    return {
        "text": text,
        "ref": "2020-05-01T00:00:00",
        "spans": [{"start": start, "end": end, "intervals": [interval]}],
    }


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "1 ",
            "the ",
            "a few ",
            "May ",
            "12-",
            "late ",
            "in the early ",
            "2 to ",
            "Q1 of the ",
            "9:",
            " ",
            "day ",
        ),
        *(
            "about ",
            "first ",
            "fiscal ",
            "the day before ",
            "4 p.m. on Friday ",
            "1,",
            "Sep 4, ",
            "from 2014 to ",
        ),
    ],
)
def test_repetition_does_not_stall(piece: str) -> None:
    text = f"day 1 May Friday {piece * (2000 // len(piece))}"
    sentence = ParsedSentence(span=Span(0, len(text)), tokens=())
    started = time.perf_counter()
    find_times(sentence, text, dt.date(2025, 8, 29))
    assert time.perf_counter() - started < 1
