"""What the relation classifier says of two aligned claims: gate first, then judge.

Asked about claims that are not about the same thing it answers too, so that it is asked only about
those that alignment joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconcile.models.relation_classifier import CONTRADICTION, ENTAILMENT, Pair, RelationClassifier
from reconcile.schema import Claim, ClaimGroup, Evidence

GATE = 0.1
"""Probability from which a pair inside a group is held to make the same statement."""

FOLLOWS = 0.5
"""Probability from which one claim is held to follow from the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
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


Inferences = Mapping[tuple[str, str], Inference]
"""By the ids of the left and the right claim."""


def judge_pairs(
    groups: Sequence[ClaimGroup], claims: Mapping[str, Claim], classifier: RelationClassifier
) -> Inferences:
    """What is inferred of the pairs that pass the gate. Raises ModelError."""
    passed = [(p.left, p.right) for group in groups for p in group.pairs if p.score >= GATE]
    texts = [(claims[left].text, claims[right].text) for left, right in passed]
    return dict(zip(passed, judge(texts, classifier), strict=True))


def judge(texts: Sequence[Pair], classifier: RelationClassifier) -> tuple[Inference, ...]:
    """Each pair of texts judged both ways. Raises ModelError."""
    forward = classifier.judge(texts)
    backward = classifier.judge([(right, left) for left, right in texts])
    return tuple(
        Inference(
            forward=_rounded(ours[ENTAILMENT]),
            backward=_rounded(theirs[ENTAILMENT]),
            contradiction=_rounded((ours[CONTRADICTION] + theirs[CONTRADICTION]) / 2),
        )
        for ours, theirs in zip(forward, backward, strict=True)
    )


def _rounded(probability: float) -> float:
    return round(float(probability), 4)
