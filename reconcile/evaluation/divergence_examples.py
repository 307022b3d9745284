"""Pairs of sentences of different sources, with the words that gold says differ: what the divergence
tagger learns from.

``python -m reconcile.evaluation.divergence_examples EVENT... > pairs.jsonl`` prints one a line.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from reconcile.evaluation.gold import Gold, GoldDiscrepancy
from reconcile.evaluation.measuring_command import told
from reconcile.evaluation.predictions import predictions
from reconcile.evaluation.run import RULES_ONLY, read_events, reports
from reconcile.evaluation.stretch import ClaimStretch, Stretch
from reconcile.schema import Report, Span

SentencePair = tuple[Stretch, Stretch]


def divergence_examples(paths: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """The pairs of each event that ``paths`` are or hold, as JSON objects.

    They are the sentences that hold claims of one group, by the pipeline or by gold. All gold is read
    before anything runs. Raises GoldError, and what the pipeline raises.
    """
    events = read_events(paths)
    for report, gold in reports(events, RULES_ONLY):
        yield from (_example(gold, *pair) for pair in _sentence_pairs(report, gold))


def _sentence_pairs(report: Report, gold: Gold) -> list[SentencePair]:
    predicted = predictions(report)
    texts = {Path(document.source.path).stem: document.text for document in report.documents}
    sentence_of = {claim: _sentence(claim, texts[claim.source]) for claim in predicted.claims}
    groups = [[sentence_of[member] for member in group.members] for group in predicted.groups]
    groups += [
        [sentence for sentence in sentence_of.values() if any(map(sentence.touches, group.members))]
        for group in gold.groups
    ]
    pairs = {
        (left, right)
        for group in groups
        for left, right in combinations(sorted(set(group), key=_place), 2)
        if left.source != right.source
    }
    return sorted(pairs, key=lambda pair: (_place(pair[0]), _place(pair[1])))


def _sentence(claim: ClaimStretch, text: str) -> Stretch:
    span = claim.claim.sentence
    return Stretch(source=claim.source, span=span, text=span.of(text))


def _place(sentence: Stretch) -> tuple[str, int]:
    return sentence.source, sentence.span.start


def _example(gold: Gold, left: Stretch, right: Stretch) -> dict[str, Any]:
    marks = [mark for found in gold.discrepancies if (mark := _mark(found, left, right))]
    return {"event": gold.event, "left": left.text, "right": right.text, "divergences": marks}


def _mark(found: GoldDiscrepancy, left: Stretch, right: Stretch) -> dict[str, Any] | None:
    """The difference with its places in both sentences; None where they do not hold it, or both hold the
    same words: gold names the sources that agree beside those that differ."""
    ours, theirs = _within(left, found), _within(right, found)
    if ours is None or theirs is None or _same_words(ours.of(left.text), theirs.of(right.text)):
        return None
    return {
        "kind": found.kind,
        "relation": found.relation,
        "optional": found.optional,
        "left": (ours.start, ours.end),
        "right": (theirs.start, theirs.end),
    }


def _same_words(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _within(sentence: Stretch, found: GoldDiscrepancy) -> Span | None:
    for value in found.values:
        if value.source == sentence.source and sentence.span.contains(value.span):
            return value.span.shifted(-sentence.span.start)
    return None


if __name__ == "__main__":
    with told():
        for example in divergence_examples([Path(argument) for argument in sys.argv[1:]]):
            sys.stdout.write(json.dumps(example) + "\n")
