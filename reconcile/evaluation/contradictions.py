"""How well the relation classifier tells which of the pairs that gold joins contradict each other.

``python -m reconcile.evaluation.contradictions EVENT...``
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.evaluation.counts import Tally
from reconcile.evaluation.gold import Gold, GoldDiscrepancy, GoldGroup
from reconcile.evaluation.measuring_command import told
from reconcile.evaluation.metrics import ALERTS
from reconcile.evaluation.run import read_events
from reconcile.evaluation.stretch import Stretch
from reconcile.models.relation_classifier import RelationClassifier
from reconcile.relations.inference import judge

THRESHOLDS = tuple(step / 100 for step in range(5, 100, 5))


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPair:
    """Two stretches that gold joins: the mean probability, over both directions, that they
    contradict each other, and whether a conflict or update of gold sets them against each other."""

    event: str
    probability: float
    contradicts: bool


def judged_pairs(events: Sequence[Gold], classifier: RelationClassifier) -> tuple[JudgedPair, ...]:
    """The best stretches of each two sources of each gold group. Raises ModelError."""
    found = [
        (gold.event, group, left, right)
        for gold in events
        for group in gold.groups
        for left, right in itertools.combinations(group.best, 2)
    ]
    inferences = judge([(left.text, right.text) for _, _, left, right in found], classifier)
    return tuple(
        JudgedPair(
            event=event,
            probability=inference.contradiction,
            contradicts=_contradict(group, left, right),
        )
        for (event, group, left, right), inference in zip(found, inferences, strict=True)
    )


def tally(pairs: Sequence[JudgedPair], threshold: float) -> Tally:
    """What is told from ``threshold`` on."""
    told = [pair for pair in pairs if pair.probability >= threshold]
    right = sum(pair.contradicts for pair in told)
    return Tally(gold=sum(pair.contradicts for pair in pairs), found=right, made=len(told), right=right)


def left_out(pairs: Sequence[JudgedPair]) -> Tally:
    """All events together, each at the threshold that is best on all others."""
    total = Tally()
    for event in sorted({pair.event for pair in pairs}):
        others = [pair for pair in pairs if pair.event != event]
        total += tally([pair for pair in pairs if pair.event == event], best_threshold(others))
    return total


def best_threshold(pairs: Sequence[JudgedPair]) -> float:
    """The threshold with the highest F1, the lowest of several."""
    return max(THRESHOLDS, key=lambda threshold: tally(pairs, threshold).rates.f1)


def _contradict(group: GoldGroup, left: Stretch, right: Stretch) -> bool:
    return any(
        first.text.casefold() != second.text.casefold()
        for discrepancy in group.discrepancies
        if discrepancy.relation in ALERTS
        for first in _of(discrepancy, left)
        for second in _of(discrepancy, right)
    )


def _of(discrepancy: GoldDiscrepancy, stretch: Stretch) -> Iterator[Stretch]:
    """The values of the source of ``stretch``."""
    return (value for value in discrepancy.values if value.source == stretch.source)


def main(paths: Sequence[Path]) -> None:
    # Imported here because it loads the models' libraries.
    from reconcile.models import Models
    from reconcile.settings import Settings

    events = read_events(paths)
    pairs = judged_pairs(events, Models.load(Settings().models).relations)
    count, rates = sum(pair.contradicts for pair in pairs), left_out(pairs).rates
    sys.stdout.write(
        f"{len(pairs)} pairs, {count} contradict each other; leave one event out: "
        f"precision {rates.precision:.3f}, recall {rates.recall:.3f}, F1 {rates.f1:.3f}\n"
    )


if __name__ == "__main__":
    with told():
        main([Path(argument) for argument in sys.argv[1:]])
