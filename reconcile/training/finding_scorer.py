"""Fits the scorers of candidate findings: logistic regressions over named features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sklearn.metrics import average_precision_score

from reconcile.discrepancies import counterpart_features, divergence_features, finding_features
from reconcile.errors import OptionError
from reconcile.models.weighted_features import weighted_probability
from reconcile.training.feature_weights import fit_weights, held_out, table

_DESCRIPTIONS = """\
# Weights of the scorer of descriptions: feature, weight. The probability that the difference of two
# phrases is worth a word is the logistic function of "bias" plus the weighted sum of the features
# (reconcile/discrepancies/counterpart_features.py says what each is). Fitted by
# `reconcile train ../shared/events fixtures/events --descriptions FILE`; the table holds no text of theirs.
# Apache-2.0.
"""

_DIVERGENCES = """\
# Weights of the scorer of divergences: feature, weight. The probability that words which the tagger marks
# differ in a way worth telling is the logistic function of "bias" plus the weighted sum of the features
# (reconcile/discrepancies/divergence_features.py says what each is). Fitted by `reconcile train
# ../shared/events fixtures/events NEWS/tuning NEWS/held-out --divergences FILE` on events that the tagger
# was not trained on (NEWS is what tests/annotations builds); the table holds no text of theirs. Apache-2.0.
"""

_FINDINGS = """\
# Weights of the scorer of rules' findings: feature, weight. The probability that gold has a finding, too, is
# the logistic function of "bias" plus the weighted sum of the features
# (reconcile/discrepancies/finding_features.py says what each is). Fitted by `reconcile train
# ../shared/events fixtures/events NEWS/tuning NEWS/held-out --findings FILE` on events that the tagger was
# not trained on (NEWS is what tests/annotations builds); the table holds no text of theirs. Apache-2.0.
"""

Chance = tuple[float, bool]
"""A probability, and whether what it is of came true."""


class Labelled(Protocol):
    """A candidate finding of an event, and whether gold notes it."""

    @property
    def event(self) -> str: ...

    @property
    def features(self) -> object: ...

    @property
    def differs(self) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingScorer:
    """``features`` are the names of what is measured, ``regularisation`` the inverse strength of the L2
    penalty on standardised features (scikit-learn's C): gold notes few."""

    features: Sequence[str]
    regularisation: float
    header: str

    def fit(self, examples: Sequence[Labelled]) -> dict[str, float]:
        """The weight of each feature and of the bias, for features as they are measured.

        Raises OptionError where gold notes all examples or none.
        """
        if len({example.differs for example in examples}) < 2:
            raise OptionError("the events' gold notes all candidates or none; there is nothing to fit")
        measured, answers = [one.features for one in examples], [one.differs for one in examples]
        return fit_weights(measured, answers, self.features, regularisation=self.regularisation)

    def held_out_chances(self, examples: Sequence[Labelled]) -> list[Chance]:
        """The probabilities of each event's examples by weights from all others, with what gold says.

        Raises OptionError for one event only, and as ``fit`` does.
        """
        tried = held_out(examples, self.fit)
        return [(weighted_probability(one.features, weights), one.differs) for one, weights in tried]

    def table(self, weights: Mapping[str, float]) -> str:
        """The weights as the table that the package ships."""
        return table(self.header, weights)


def average_precision(chances: Sequence[Chance]) -> float:
    """How well the probabilities rank what came true before the rest, in [0, 1]."""
    return float(average_precision_score([true for _, true in chances], [chance for chance, _ in chances]))


DESCRIPTIONS = FindingScorer(
    features=counterpart_features.FEATURES, regularisation=0.02, header=_DESCRIPTIONS
)
DIVERGENCES = FindingScorer(features=divergence_features.FEATURES, regularisation=0.1, header=_DIVERGENCES)
FINDINGS = FindingScorer(features=finding_features.FINDING_FEATURES, regularisation=0.1, header=_FINDINGS)
