"""Expressions of time scored against TIMEX3 annotations: which are found, and on which days they fall."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reconcile.facets.temporal import find_times
from reconcile.models.parser import SpacyParser
from reconcile.schema import Granularity, Interval, Span, TimeFacet
from reconcile.settings import DEFAULT_PARSER

_PARTS = frozenset({Granularity.MONTH_PART, Granularity.YEAR_PART})


@dataclass(slots=True)
class _Tally:
    found: int = 0
    missed: int = 0
    spurious: int = 0
    dated: int = 0
    exact: int = 0
    exact_as_timex: int = 0
    any_reading: int = 0


def score_timex(path: Path) -> dict[str, float]:
    """Relaxed extent scores and interval recalls of a suite of annotated sentences.

    ``path`` is gzipped JSON lines with ``text``, ``ref`` (the date of publication) and ``spans``
    (``start``, ``end``, ``interval`` as first day and day after the last). An expression is found
    where the two overlap. ``interval_recall`` counts annotated intervals that our first reading
    equals; ``interval_recall_timex`` also what TIMEX3 writes otherwise: the whole for its part
    ("early June" is June), and the two ends of a range apart; ``interval_recall_any`` any reading.
    """
    parser = SpacyParser(DEFAULT_PARSER)
    tally = _Tally()
    for row in _rows(path):
        text = str(row["text"])
        (sentence,) = parser.parse(text, [(Span(0, len(text)), 0)])[:1]
        times = find_times(sentence, text, dt.date.fromisoformat(row["ref"][:10]))
        _count(tally, row["spans"], times)
    recall = tally.found / ((tally.found + tally.missed) or 1)
    precision = tally.found / ((tally.found + tally.spurious) or 1)
    return {
        "extent_precision": precision,
        "extent_recall": recall,
        "extent_f1": 2 * precision * recall / ((precision + recall) or 1),
        "interval_recall": tally.exact / (tally.dated or 1),
        "interval_recall_timex": tally.exact_as_timex / (tally.dated or 1),
        "interval_recall_any": tally.any_reading / (tally.dated or 1),
    }


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _count(tally: _Tally, spans: list[dict[str, Any]], times: tuple[TimeFacet, ...]) -> None:
    matched: set[TimeFacet] = set()
    for gold in spans:
        over = [time for time in times if time.span.overlaps(Span(gold["start"], gold["end"]))]
        matched.update(over)
        tally.found += bool(over)
        tally.missed += not over
        if gold["interval"]:
            begin, end = map(dt.date.fromisoformat, gold["interval"][:2])
            _count_interval(tally, Interval(begin, end), over)
    tally.spurious += len(set(times) - matched)


def _count_interval(tally: _Tally, gold: Interval, times: list[TimeFacet]) -> None:
    tally.dated += 1
    tally.exact += any(time.interval == gold for time in times)
    tally.exact_as_timex += any(_means(time, gold) for time in times)
    tally.any_reading += any(gold in (time.interval, *time.alternatives) for time in times)


def _means(time: TimeFacet, gold: Interval) -> bool:
    if time.interval is None or time.interval == gold:
        return time.interval == gold
    if time.granularity in _PARTS:
        return gold.contains(time.interval) and gold in time.alternatives
    ends = time.interval.begin == gold.begin or time.interval.end == gold.end
    return time.granularity is Granularity.RANGE and time.interval.contains(gold) and ends
