"""Alignment at several thresholds, for scores that a fitted pair scorer gave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import islice
from operator import add

from tabulate import tabulate

from reconcile.evaluation.counts import Counts
from reconcile.evaluation.labels import LabelledEvent
from reconcile.evaluation.regrouping import regrouped
from reconcile.evaluation.run import score
from reconcile.settings import AlignmentSettings

THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4)


def alignment_curve(events: Sequence[LabelledEvent], scores: Sequence[float]) -> str:
    """A table of alignment precision, recall and F1, single-source claims kept and traps sprung.

    ``scores`` are the probabilities of all pairs of ``events``, in order.
    """
    rows = [_row(threshold, _counts(events, iter(scores), threshold)) for threshold in THRESHOLDS]
    headers = ("threshold", "precision", "recall", "F1", "single kept", "traps sprung")
    return "leave one event out\n" + tabulate(rows, headers=headers, floatfmt=".3f") + "\n"


def _counts(events: Sequence[LabelledEvent], scores: Iterator[float], threshold: float) -> Counts:
    return reduce(add, (_event_counts(event, scores, threshold) for event in events), Counts())


def _event_counts(event: LabelledEvent, scores: Iterator[float], threshold: float) -> Counts:
    shipped = AlignmentSettings()
    siblings = min(threshold, shipped.sibling_threshold)
    settings = replace(shipped, threshold=threshold, sibling_threshold=siblings)
    report = regrouped(event, islice(scores, len(event.pairs)), settings)
    return score(report, event.gold).counts


def _row(threshold: float, counts: Counts) -> tuple[float, float, float, float, float, str]:
    return (
        threshold,
        counts.alignment.rates.precision,
        counts.alignment.rates.recall,
        counts.alignment.rates.f1,
        counts.singles_kept / max(1, counts.singles),
        f"{counts.traps_sprung}/{counts.traps}",
    )
