"""Pairs of statements of different sources with what gold says of them: what the relation classifier learns
of news.

``python -m reconcile.evaluation.relation_examples EVENT... > pairs.jsonl`` prints one a line.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from reconcile.evaluation.gold import Gold, GoldDiscrepancy
from reconcile.evaluation.measuring_command import told
from reconcile.evaluation.metrics import ALERTS
from reconcile.evaluation.predictions import predictions
from reconcile.evaluation.run import RULES_ONLY, read_events, reports
from reconcile.evaluation.stretch import Stretch, pairs_across
from reconcile.schema import Report

CONTRADICTION, JOINED, APART = "contradiction", "entailment or neutral", "neutral"
"""Labels: of what a conflict or update of gold sets against each other, of what gold joins, and of what only
the pipeline joins."""

Row = dict[str, str]
StretchPair = tuple[Stretch, Stretch]


def relation_examples(paths: Sequence[Path]) -> Iterator[Row]:
    """The pairs of each event that ``paths`` are or hold, with their label and event.

    They are what gold or the pipeline joins, as either cuts it, but for those in the same words. Of
    contradictions, which are rare, each is given both ways. Raises GoldError, and what the pipeline raises.
    """
    events = read_events(paths)
    for report, gold in reports(events, RULES_ONLY):
        for left, right in _pairs(report, gold):
            label = _label(gold, left, right)
            yield _row(left, right, label, gold.event)
            if label == CONTRADICTION:
                yield _row(right, left, label, gold.event)


def _row(left: Stretch, right: Stretch, label: str, event: str) -> Row:
    return {"premise": left.text, "hypothesis": right.text, "label": label, "source": event}


def _pairs(report: Report, gold: Gold) -> list[StretchPair]:
    by_gold = [pair for group in gold.groups for pair in pairs_across(group.best)]
    by_program = [(pair.left, pair.right) for group in predictions(report).groups for pair in group.pairs]
    by_words = {(left.text, right.text): (left, right) for left, right in (*by_program, *by_gold)}
    return [by_words[words] for words in sorted(by_words) if words[0].casefold() != words[1].casefold()]


def _label(gold: Gold, left: Stretch, right: Stretch) -> str:
    if any(found.relation in ALERTS and _sets_against(found, left, right) for found in gold.discrepancies):
        return CONTRADICTION
    joined = any(
        any(map(left.touches, group.members)) and any(map(right.touches, group.members))
        for group in gold.groups
    )
    return JOINED if joined else APART


def _sets_against(found: GoldDiscrepancy, left: Stretch, right: Stretch) -> bool:
    """Whether both stretches hold a value, and not the same words: gold names sources that agree, too."""
    ours, theirs = (
        [value.text.casefold() for value in found.values if _holds(stretch, value)]
        for stretch in (left, right)
    )
    return any(one != other for one, other in product(ours, theirs))


def _holds(stretch: Stretch, value: Stretch) -> bool:
    return stretch.source == value.source and stretch.span.contains(value.span)


if __name__ == "__main__":
    with told():
        for example in relation_examples([Path(argument) for argument in sys.argv[1:]]):
            sys.stdout.write(json.dumps(example) + "\n")
