"""Which of the pairs that gold joins are told to contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from reconcile.evaluation.contradictions import JudgedPair, best_threshold, judged_pairs, left_out, tally
from reconcile.evaluation.gold_reader import read_gold
from reconcile.models.relation_classifier import Pair, Probabilities
from reconcile.schema import ModelUse

FERRY = Path("fixtures/events/ferry-collision")


class Suspicious:
    """Holds whatever differs in a digit for a contradiction, in the first direction only."""

    use = ModelUse(role="relations", name="suspicious", revision="1")

    def judge(self, pairs: Sequence[Pair]) -> Probabilities:
        found = [[_digits(a) < _digits(b), 0.0, 0.0] for a, b in pairs]
        return np.asarray(found, dtype=np.float32)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def pair(event: str, probability: float, contradicts: bool) -> JudgedPair:
    return JudgedPair(event=event, probability=probability, contradicts=contradicts)


def test_gold_conflicts_and_updates_are_what_contradicts() -> None:
    gold = read_gold(FERRY)
    pairs = judged_pairs([gold], Suspicious())
    alerts = [d for d in gold.discrepancies if d.relation.value in ("conflict", "update")]
    assert 0 < sum(one.contradicts for one in pairs) <= len(alerts)
    assert {one.probability for one in pairs} == {0.0, 0.5}


def test_a_threshold_is_chosen_on_the_other_events() -> None:
    # By itself "odd" would be told rightly from 0.2 on; the others say that this is too low.
    sure = [pair(event, p, p > 0.5) for event in ("a", "b") for p in (0.1, 0.2, 0.3, 0.9)]
    odd = [pair("odd", 0.2, True)]
    assert 0.3 < best_threshold(sure) <= 0.9
    assert left_out([*sure, *odd]).found == 2
    assert tally(odd, 0.2).rates.f1 == 1


def test_nothing_told_is_no_error() -> None:
    assert tally([], 0.5).rates.f1 == 0
