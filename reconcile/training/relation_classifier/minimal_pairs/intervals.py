"""What follows from one figure about another, each with the values that it surely and possibly covers."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.training.relation_classifier.examples import Relation

TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval."""

    low: float
    high: float

    def contains(self, other: Interval) -> bool:
        slack = TOLERANCE * max(1.0, abs(other.low))
        return self.low - slack <= other.low and other.high <= self.high + slack

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Expression:
    """A figure as worded: "about 500" surely covers 490 and possibly 430."""

    text: str
    sure: Interval
    possible: Interval

    @property
    def centre(self) -> float:
        low, high = self.sure.low, self.sure.high
        return low if high == float("inf") else high if low <= 0 else (low + high) / 2


MOST_APART = 2.5
"""Figures further apart than this factor do not share a neutral or entailed pair: "more than 10" of 900."""
DISTINCT = 0.02
"""Two bounds on one side closer than this share say the same to most readers."""


def figure_relation(premise: Expression, hypothesis: Expression) -> Relation | None:
    """What the premise's figure says about the hypothesis's, None where careful readers could differ."""
    if not premise.possible.meets(hypothesis.possible):
        return Relation.CONTRADICTION
    if _far(premise.centre, hypothesis.centre):
        return None
    if hypothesis.sure.contains(premise.possible):
        return Relation.ENTAILMENT
    open_ = not hypothesis.possible.contains(premise.sure) and premise.sure.meets(hypothesis.sure)
    return Relation.NEUTRAL if open_ and not _alike(premise.sure, hypothesis.sure) else None


def _far(one: float, other: float) -> bool:
    low, high = sorted((abs(one), abs(other)))
    return high > MOST_APART * max(low, TOLERANCE)


def _alike(one: Interval, other: Interval) -> bool:
    return _close(one.low, other.low) and _close(one.high, other.high)


def _close(one: float, other: float) -> bool:
    return one == other or abs(one - other) <= DISTINCT * max(abs(one), abs(other))
