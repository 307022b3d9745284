"""What the relation classifier says of two aligned claims: gate first, then judge.

Asked about claims that are not about the same thing it answers too, so that it is asked only about
those that alignment joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconcile.models.relation_classifier import CONTRADICTION, ENTAILMENT, RelationClassifier
from reconcile.schema import Claim, ClaimGroup, ClaimPair, Evidence

GATE = 0.1
"""Probability from which a pair inside a group is held to make the same statement."""

FOLLOWS = 0.5
"""Probability from which one claim is held to follow from the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Probabilities: that the right claim follows from the left one, that the left follows from
    the right one, and that they contradict each other, the mean of both directions."""

    forward: float
    backward: float
    contradiction: float

    @property
    def entails(self) -> bool:
        return self.forward >= FOLLOWS

    @property
    def is_entailed(self) -> bool:
        return self.backward >= FOLLOWS

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The probabilities as they are reported."""
        return (
            Evidence(scorer="entails", score=self.forward, detail="the right claim follows from the left"),
            Evidence(scorer="entailed", score=self.backward, detail="the left claim follows from the right"),
            Evidence(scorer="contradicts", score=self.contradiction, detail="both cannot be true"),
        )


Judgements = Mapping[tuple[str, str], Judgement]
"""By the ids of the left and the right claim."""


def judge(
    groups: Sequence[ClaimGroup], claims: Mapping[str, Claim], classifier: RelationClassifier
) -> Judgements:
    """Judgements of the pairs that pass the gate, each way. Raises ModelError."""
    passed = [pair for group in groups for pair in group.pairs if passes(pair)]
    texts = [(claims[pair.left].text, claims[pair.right].text) for pair in passed]
    forward = classifier.judge(texts)
    backward = classifier.judge([(right, left) for left, right in texts])
    return {
        (pair.left, pair.right): Judgement(
            forward=_rounded(ours[ENTAILMENT]),
            backward=_rounded(theirs[ENTAILMENT]),
            contradiction=_rounded((ours[CONTRADICTION] + theirs[CONTRADICTION]) / 2),
        )
        for pair, ours, theirs in zip(passed, forward, backward, strict=True)
    }


def passes(pair: ClaimPair) -> bool:
    """Whether the pair is likely enough to make one statement to be judged."""
    return pair.score >= GATE


def _rounded(probability: float) -> float:
    return round(float(probability), 4)
