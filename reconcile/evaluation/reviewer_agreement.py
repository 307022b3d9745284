"""How far reviewers agree on the findings that both of them judged, as Cohen's kappa.

J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
(1960).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from reconcile.schema import Decision, Judgement

Pair = tuple[Decision, Decision]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two reviewers and how often each pair of decisions occurs, the first reviewer's first.

    "Undecided" is a category of its own: to leave a finding open is a judgement too, and whoever
    leaves it open does not agree with whoever decides.
    """

    first: str
    second: str
    counts: Mapping[Pair, int]

    @property
    def findings(self) -> int:
        """How many findings both judged."""
        return sum(self.counts.values())

    @property
    def agreed(self) -> int:
        """How many of them both judged alike."""
        return sum(count for (one, other), count in self.counts.items() if one is other)

    @property
    def observed(self) -> float | None:
        """The share judged alike, in [0, 1]; None for no finding."""
        return self.agreed / self.findings if self.findings else None

    @property
    def kappa(self) -> float | None:
        """(observed - expected) / (1 - expected), in [-1, 1], where ``expected`` is the share that
        would be judged alike by chance if each kept to the own shares of decisions.

        None where it is undefined: no finding, or both used one and the same category only.
        """
        total = self.findings
        by_chance = sum(self._made(0, decision) * self._made(1, decision) for decision in Decision)
        # Whole numbers, so that what is undefined is not hidden by rounding.
        if by_chance == total * total:
            return None
        return (total * self.agreed - by_chance) / (total * total - by_chance)

    def _made(self, side: int, decision: Decision) -> int:
        return sum(count for pair, count in self.counts.items() if pair[side] is decision)


def agreements(judgements: Iterable[Judgement]) -> tuple[Agreement, ...]:
    """The agreement of every two reviewers, by name; of several judgements that a reviewer made of a
    finding the latest counts."""
    latest: dict[str, dict[str, Decision]] = {}
    for judgement in sorted(judgements, key=lambda one: one.decided_at):
        latest.setdefault(judgement.reviewer, {})[judgement.finding] = judgement.decision
    return tuple(
        Agreement(first=first, second=second, counts=_counted(latest[first], latest[second]))
        for first, second in combinations(sorted(latest), 2)
    )


def _counted(first: Mapping[str, Decision], second: Mapping[str, Decision]) -> Mapping[Pair, int]:
    return Counter((decision, second[finding]) for finding, decision in first.items() if finding in second)
