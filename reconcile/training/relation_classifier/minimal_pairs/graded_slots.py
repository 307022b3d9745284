"""Slots whose values stand in an order: shares of a group, scores, changes against an earlier time."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.training.relation_classifier.examples import Relation
from reconcile.training.relation_classifier.minimal_pairs.calendar_slots import wider_or_narrower
from reconcile.training.relation_classifier.minimal_pairs.numerals import WORDS
from reconcile.training.relation_classifier.minimal_pairs.source import Source

QUOTAS = {
    "all": ("all of the", "all the"),
    "most": ("most of the", "the majority of the", "more than half of the"),
    "some": ("some of the", "at least some of the"),
    "none": ("none of the",),
    "half": ("half of the", "50% of the"),
    "few": ("fewer than half of the", "a minority of the"),
}
QUOTA_RELATIONS: dict[tuple[str, str], Relation] = {
    **dict.fromkeys(
        (("all", "most"), ("all", "some"), ("most", "some"), ("half", "some")),
        Relation.ENTAILMENT,
    ),
    **dict.fromkeys(
        (("most", "all"), ("some", "all"), ("some", "most"), ("some", "half"), ("some", "few")),
        Relation.NEUTRAL,
    ),
}
EXCLUDING = (
    ("all", "none"),
    ("none", "all"),
    ("some", "none"),
    ("none", "some"),
    ("most", "none"),
    ("none", "most"),
    ("all", "half"),
    ("half", "all"),
    ("all", "few"),
    ("few", "all"),
    ("most", "few"),
    ("few", "most"),
    ("most", "half"),
    ("half", "most"),
)


UPWARD = ("all", "most", "some")
"""What holds of so many with a detail holds of them without it."""


@dataclass(frozen=True, slots=True)
class Quota:
    """How many of a known group."""

    name: str
    group: str
    kind: str = "quantifier"

    def same(self, source: Source) -> tuple[str, str]:
        one, other = source.two(QUOTAS[self.name])
        return f"{one} {self.group}", f"{other} {self.group}"

    def edited(self, relation: Relation, source: Source) -> tuple[str, str]:
        """Two shares of the group."""
        if relation == Relation.CONTRADICTION:
            one, other = source.pick(EXCLUDING)
        elif relation == Relation.ENTAILMENT and source.chance(0.35):
            one = other = source.pick(("none", "all", "most", "half", "few"))
        else:
            one, other = source.pick([pair for pair, found in QUOTA_RELATIONS.items() if found == relation])
        return f"{source.pick(QUOTAS[one])} {self.group}", f"{source.pick(QUOTAS[other])} {self.group}"


def drawn_quota(source: Source, group: str) -> Quota:
    """A share of the group."""
    return Quota(source.pick(UPWARD), group)


@dataclass(frozen=True, slots=True)
class Score:
    """The winner's and the loser's goals."""

    won: int
    lost: int
    kind: str = "figure"

    @property
    def wordings(self) -> tuple[str, ...]:
        goals = f"{WORDS[self.won]} {'goal' if self.won == 1 else 'goals'}"
        return f"{self.won}-{self.lost}", f"by {goals} to {'nil' if self.lost == 0 else WORDS[self.lost]}"

    @property
    def margin(self) -> str:
        goals = self.won - self.lost
        return "by a single goal" if goals == 1 else f"by {WORDS[goals]} goals"

    def same(self, source: Source) -> tuple[str, str]:
        return source.two(self.wordings)

    def edited(self, relation: Relation, source: Source) -> tuple[str, str]:
        """The score in other words, its margin, another score."""
        own = source.pick(self.wordings)
        if relation == Relation.ENTAILMENT and source.chance(0.4):
            return self.wordings[0], self.wordings[1]
        if relation != Relation.CONTRADICTION:
            return wider_or_narrower(relation, own, self.margin)
        other = drawn_score(source)
        while other == self:
            other = drawn_score(source)
        excluded = other.margin if other.won - other.lost != self.won - self.lost else other.wordings[1]
        return own, source.pick((other.wordings[0], other.wordings[0], other.wordings[1], excluded))


def drawn_score(source: Source) -> Score:
    """A score with a winner."""
    lost = source.pick((0, 0, 1, 1, 2, 3))
    return Score(lost + source.pick((1, 1, 2, 3)), lost)


CHANGES = {
    "more": ("more than {}", "up on {}", "an increase on {}"),
    "fewer": ("fewer than {}", "down on {}", "a drop from {}"),
    "same": ("the same number as {}", "level with {}", "unchanged from {}"),
}
BASES = ("the year before", "the five-year average", "the ten-year average")


@dataclass(frozen=True, slots=True)
class Trend:
    """A number against that of an earlier time."""

    change: str
    base: str
    kind: str = "comparison"

    def worded(self, source: Source) -> str:
        """One wording of the comparison."""
        return source.pick(CHANGES[self.change]).format(self.base)

    def same(self, source: Source) -> tuple[str, str]:
        return self.worded(source), self.worded(source)

    def edited(self, relation: Relation, source: Source) -> tuple[str, str]:
        """The change in other words, the opposite, or one against another time."""
        if relation == Relation.ENTAILMENT:
            return self.same(source)
        if relation == Relation.CONTRADICTION:
            other = Trend(source.pick_other(tuple(CHANGES), self.change), self.base)
        else:
            other = Trend(source.pick(tuple(CHANGES)), source.pick_other(BASES, self.base))
        return self.worded(source), other.worded(source)


def drawn_trend(source: Source) -> Trend:
    """A change since an earlier time."""
    return Trend(source.pick(tuple(CHANGES)), source.pick(BASES))
