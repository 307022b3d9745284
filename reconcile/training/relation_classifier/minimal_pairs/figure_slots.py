"""Slots that hold a figure: counts, money, shares, measures of any unit."""

from __future__ import annotations

import math
from dataclasses import dataclass

from reconcile.training.relation_classifier.examples import Relation
from reconcile.training.relation_classifier.minimal_pairs.intervals import (
    Expression,
    Interval,
    figure_relation,
)
from reconcile.training.relation_classifier.minimal_pairs.measures import (
    COUNT_RANGES,
    MEASURES,
    Measure,
    Scale,
    counted,
)
from reconcile.training.relation_classifier.minimal_pairs.numerals import (
    above,
    below,
    is_round,
    numerals,
    rounded,
    steps,
)
from reconcile.training.relation_classifier.minimal_pairs.source import Source

TRIES = 30
BROADER = frozenset(
    [
        "passengers",
        "commuters",
        "firefighters",
        "miners",
        "tourists",
        "workers",
        "residents",
        "students",
        "prisoners",
        "protesters",
        "demonstrators",
        "fans",
        "voters",
        "patients",
        "children",
        "nurses",
        "volunteers",
        "soldiers",
    ]
)
"""Nouns for people of some sort: what is said of them is said of people."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value of a measure, in the unit of its first scale."""

    value: float
    scale: Scale
    measure: Measure
    noun: str = ""

    @property
    def kind(self) -> str:
        return self.measure.kind

    def same(self, source: Source) -> tuple[str, str]:
        """Two wordings of the exact figure."""
        words = _wordings((self.value - self.scale.offset) / self.scale.factor, self.scale)
        return (words[0], words[0]) if source.chance(0.6) else source.two(words)

    def edited(self, relation: Relation, source: Source) -> tuple[str, str] | None:
        """Two figures of which the second has ``relation`` to the first."""
        if self.noun in BROADER and relation != Relation.CONTRADICTION and source.chance(0.2):
            return self._broader(relation, source)
        if relation == Relation.CONTRADICTION and self.noun and source.chance(0.04):
            none = f"no {self.noun}"
            told = self.same(source)[0]
            return (none, told) if source.chance(0.5) else (told, none)
        for _ in range(TRIES):
            premise = worded(self, source)
            other = self if relation != Relation.CONTRADICTION and source.chance(0.6) else self._near(source)
            hypothesis = worded(other, source) if other else None
            if not premise or not hypothesis:
                continue
            # "Up to" tells a limit; of a known figure nobody would say it.
            odd = relation == Relation.ENTAILMENT and hypothesis.text.startswith("up to")
            if not odd and figure_relation(premise, hypothesis) == relation:
                return premise.text, hypothesis.text
        return None

    def _broader(self, relation: Relation, source: Source) -> tuple[str, str]:
        narrow, wide = self.same(source)
        wide = wide.removesuffix(self.noun) + "people"
        return (narrow, wide) if relation == Relation.ENTAILMENT else (wide, narrow)

    def _near(self, source: Source) -> Figure | None:
        """Another figure of the same size, in the split of this side."""
        number = (self.value - self.scale.offset) / self.scale.factor
        other = _fitting(number * source.random.uniform(0.45, 2.0), self.scale, source)
        if not self.scale.low <= other <= self.scale.high or not source.owns(
            f"{other:g} {self.scale.patterns[0]}"
        ):
            return None
        return Figure(other * self.scale.factor + self.scale.offset, self.scale, self.measure, self.noun)


def drawn_figure(sort: str, noun: str, source: Source) -> Figure:
    """A figure of a sort of measure, or a count of ``noun``."""
    measure = counted(noun, *COUNT_RANGES[sort]) if noun else source.pick(MEASURES[sort])
    while True:
        scale = source.pick(measure.scales)
        low, high = math.log(scale.low), math.log(scale.high)
        number = _fitting(math.exp(source.random.uniform(low, high)), scale, source)
        if scale.low <= number <= scale.high and source.owns(f"{number:g} {scale.patterns[0]}"):
            return Figure(number * scale.factor + scale.offset, scale, measure, noun)


def _fitting(number: float, scale: Scale, source: Source) -> float:
    """The number as precise as print has it on this scale."""
    digits = 2 if number < 1000 or source.chance(0.6) else 3
    short = rounded(number, digits if scale.decimals or number >= 100 else 3)
    return round(short, scale.decimals)


def _wordings(number: float, scale: Scale) -> list[str]:
    shown = numerals(round(number, 1)) if scale.words else (f"{round(number, 1):,g}",)
    return [
        pattern.format(numeral)
        for numeral in shown
        for pattern in scale.patterns
        if numeral[0].isdigit() or pattern.startswith("{} ")
    ]


def worded(figure: Figure, source: Source) -> Expression | None:
    """The figure on one of its scales, exact or with a modifier; None where that would be odd."""
    measure = figure.measure
    scale = figure.scale if source.chance(0.5) else source.pick(measure.scales)
    number = (figure.value - scale.offset) / scale.factor
    if not scale.low * 0.8 <= number <= scale.high * 1.2:
        return None
    exact = abs(number - round(number, scale.decimals)) < 1e-6
    if exact and source.chance(0.45):
        return _expression("", (round(number, scale.decimals),), scale, measure, source)
    if not measure.modifiers:
        return None
    modifier = source.pick(measure.modifiers)
    bounds = _bounds(modifier, number, scale, source)
    return _expression(modifier, bounds, scale, measure, source) if bounds else None


_UNDER = {"more than", "over", "just over"}
_OVER = {"fewer than", "less than", "nearly", "almost"}
_LEAST = {"at least", "no fewer than", "no less than"}


def _bounds(modifier: str, number: float, scale: Scale, source: Source) -> tuple[float, ...] | None:
    """The number or numbers that the modifier is put before."""
    if number < 10 and not scale.decimals and modifier not in _LEAST:
        return None
    step = source.pick(steps(number))
    low, high = below(number, step), above(number, step)
    if modifier == "between":
        return (low, high) if low > 0 else None
    if modifier in _UNDER or modifier in _OVER:
        chosen = low if modifier in _UNDER else high
        near = modifier not in {"nearly", "almost", "just over"} or 0.94 <= number / max(chosen, 0.1) <= 1.06
        return (chosen,) if chosen > 0 and near else None
    whole = round(number, scale.decimals)
    if modifier in {"about", "around"}:
        chosen = rounded(number, 1 if source.chance(0.5) else 2)
        return (chosen,) if abs(chosen / number - 1) < 0.05 and chosen >= 5 else None
    return (whole if abs(whole - number) < 1e-6 else low if modifier in _LEAST else high,)


def _expression(
    modifier: str, bounds: tuple[float, ...], scale: Scale, measure: Measure, source: Source
) -> Expression | None:
    if min(bounds) <= 0 or any(bound != round(bound, scale.decimals) for bound in bounds):
        return None
    if modifier == "between":
        pair = " and ".join(f"{bound:,g}" for bound in bounds)
        text = f"between {source.pick([p for p in scale.patterns if p.startswith('{}')]).format(pair)}"
    else:
        text = f"{modifier} {source.pick(_wordings(bounds[0], scale))}".strip()
    real = [bound * scale.factor + scale.offset for bound in bounds]
    sure, possible = covered(modifier, real[0], real[-1], counted=measure.counted)
    if not modifier and (is_round(bounds[0]) or measure.kind == "unit"):
        slack = (0.03 if is_round(bounds[0]) else 0.005) * abs(real[0])
        possible = Interval(real[0] - slack, real[0] + slack)
    return Expression(text, sure, possible)


def covered(modifier: str, low: float, high: float, *, counted: bool) -> tuple[Interval, Interval]:
    """The values that a figure with a modifier surely and possibly covers.

    A bound is logical; "about", "nearly" and "just over" have no edge that readers agree on.
    """
    step = 1.0 if counted else 1e-6 * abs(low)
    infinite = float("inf")
    certain = {
        "": Interval(low, high),
        "between": Interval(low, high),
        "more than": Interval(low + step, infinite),
        "over": Interval(low + step, infinite),
        "fewer than": Interval(0, low - step),
        "less than": Interval(0, low - step),
        **dict.fromkeys(_LEAST, Interval(low, infinite)),
        **dict.fromkeys(("no more than", "up to"), Interval(0, low)),
    }
    if modifier in certain:
        return certain[modifier], certain[modifier]
    if modifier in {"nearly", "almost"}:
        return Interval(0.94 * low, low - step), Interval(0.85 * low, low - step)
    if modifier == "just over":
        return Interval(low + step, 1.06 * low), Interval(low + step, 1.15 * low)
    return Interval(0.95 * low, 1.05 * low), Interval(0.8 * low, 1.2 * low)
