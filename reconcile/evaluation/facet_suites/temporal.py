"""Expressions of time against the annotations of others: which are found, and on which days they fall."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reconcile.evaluation.counts import Tally, share
from reconcile.evaluation.facet_suites.parsing import parsed_sentence, parsed_text
from reconcile.evaluation.facet_suites.rows import suite_rows
from reconcile.facets.temporal import find_times
from reconcile.schema import Granularity, Interval, Span, TimeFacet

_PARTS = frozenset({Granularity.MONTH_PART, Granularity.YEAR_PART})
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexScores:
    """Shares in [0, 1] on a suite of TIMEX3 annotations.

    ``extent_*``: an annotated expression is found where one of ours overlaps it (relaxed match).
    The interval recalls are shares of the annotated expressions that have calendar days:

    - ``interval_recall``: our first reading is exactly these days, or means the same in the way
      that TIMEX3 writes it. TIMEX3 gives "early June" the value June and a modifier, where our
      first reading is the early part and the whole our looser one; and it annotates "from 2014 to
      2016" as two expressions, where ours is one range with these two ends.
    - ``interval_recall_strict``: our first reading is exactly these days, without that allowance.
    - ``interval_recall_any``: any of our readings is.
    """

    extent_precision: float
    extent_recall: float
    extent_f1: float
    interval_recall: float
    interval_recall_strict: float
    interval_recall_any: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTimeScores:
    """Shares in [0, 1] on the cases of Microsoft's Recognizers-Text (MIT), which are of a calendar assistant.

    ``accuracy``: of the annotated expressions with calendar days, those of which one of our
    readings is one of theirs. Their ranges end before the last day ("4 to 23 December" ends on
    the 22nd) and "before 2018" has no beginning; neither is how news is read, and both count as
    misses. ``accuracy_inclusive`` lets the last day of a range belong to it.
    """

    cases: int
    accuracy: float
    accuracy_inclusive: float


@dataclass(slots=True)
class _TimexCounts:
    found: int = 0
    missed: int = 0
    spurious: int = 0
    dated: int = 0
    exact: int = 0
    exact_as_timex: int = 0
    any_reading: int = 0


def score_timex(path: Path) -> TimexScores:
    """Scores on sentences annotated with TIMEX3.

    ``path`` is gzipped JSON lines with ``text``, ``ref`` (the date of publication) and ``spans``
    (``start``, ``end``, ``interval`` as first day and day after the last).
    """
    counts = _TimexCounts()
    for row in suite_rows(path):
        text = str(row["text"])
        _count(counts, row["spans"], find_times(parsed_sentence(text), text, _reference(row)))
    extent = Tally(
        gold=counts.found + counts.missed,
        found=counts.found,
        made=counts.found + counts.spurious,
        right=counts.found,
    ).rates
    return TimexScores(
        extent_precision=extent.precision,
        extent_recall=extent.recall,
        extent_f1=extent.f1,
        interval_recall=share(counts.exact_as_timex, counts.dated),
        interval_recall_strict=share(counts.exact, counts.dated),
        interval_recall_any=share(counts.any_reading, counts.dated),
    )


def score_datetimes(path: Path) -> DateTimeScores:
    """Scores on the DateTimeModel cases.

    ``path`` is gzipped JSON lines with ``text``, ``ref`` (the day of speech) and ``spans``
    (``start``, ``end``, ``intervals``: each accepted reading as first day, day after the last or
    null, and unit). Expressions without ``intervals`` (durations, sets, times of day) do not count.
    """
    cases = right = right_inclusive = 0
    for row in suite_rows(path):
        text = str(row["text"])
        times = [
            time for sentence in parsed_text(text) for time in find_times(sentence, text, _reference(row))
        ]
        for gold in (span for span in row["spans"] if span["intervals"]):
            accepted = {tuple(interval[:2]) for interval in gold["intervals"]}
            ours = list(_all_readings(gold, times))
            cases += 1
            right += any(_written(reading) in accepted for reading in ours)
            right_inclusive += any(_endings(reading) & accepted for reading in ours)
    return DateTimeScores(
        cases=cases, accuracy=share(right, cases), accuracy_inclusive=share(right_inclusive, cases)
    )


def _reference(row: dict[str, Any]) -> dt.date:
    return dt.date.fromisoformat(row["ref"][:10])


def _all_readings(gold: dict[str, Any], times: list[TimeFacet]) -> Iterator[Interval]:
    for time in times:
        if time.interval is not None and time.span.overlaps(Span(gold["start"], gold["end"])):
            yield from (time.interval, *time.alternatives)


def _written(reading: Interval) -> tuple[str, str]:
    return reading.begin.isoformat(), reading.end.isoformat()


def _endings(reading: Interval) -> set[tuple[str, ...]]:
    return {_written(reading), (reading.begin.isoformat(), (reading.end - _DAY).isoformat())}


def _count(tally: _TimexCounts, spans: list[dict[str, Any]], times: tuple[TimeFacet, ...]) -> None:
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


def _count_interval(tally: _TimexCounts, gold: Interval, times: list[TimeFacet]) -> None:
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
