"""Precision, recall and F1 of sentence boundaries on suites of texts with the starts of their sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reconcile.claims.sentences import split_sentences
from reconcile.evaluation.counts import Tally
from reconcile.evaluation.facet_suites.rows import suite_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundaryScores:
    """Precision, recall and F1 of boundaries; how many were expected."""

    expected: int
    precision: float
    recall: float
    f1: float


def score_sentences(path: Path) -> BoundaryScores:
    """Precision, recall and f1 of sentence starts over all cases together.

    ``path`` is sentences_golden.jsonl.gz (pragmatic_segmenter, MIT) or a file like it, gzipped or
    not: text, starts (offsets of code points). Offset 0 is left out on both sides, as every text
    starts a sentence there. A start counts if it is the very offset; a line break inside a text ends
    a sentence here as it does in articles.
    """
    hits = found = expected = 0
    for case in suite_rows(path):
        starts = {sentence.start for sentence, _ in split_sentences(case["text"])} - {0}
        gold = set(case["starts"]) - {0}
        hits += len(starts & gold)
        found += len(starts)
        expected += len(gold)
    rates = Tally(gold=expected, found=hits, made=found, right=hits).rates
    return BoundaryScores(expected=expected, precision=rates.precision, recall=rates.recall, f1=rates.f1)
