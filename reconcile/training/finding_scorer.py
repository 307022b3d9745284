"""Fits the weights of the scorer of descriptions: a logistic regression over its named features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from sklearn.metrics import average_precision_score

from reconcile.discrepancies.counterpart_features import FEATURES, Features
from reconcile.discrepancies.counterpart_scoring import probability
from reconcile.errors import OptionError
from reconcile.training.feature_weights import fit_weights, held_out, table

REGULARISATION = 0.02
"""Inverse strength of the L2 penalty on standardised features (scikit-learn's C): gold notes few."""

_HEADER = """\
# Weights of the scorer of descriptions: feature, weight. The probability that the difference of two
# phrases is worth a word is the logistic function of "bias" plus the weighted sum of the features
# (reconcile/discrepancies/counterpart_features.py says what each is). Fitted by
# `reconcile train ../shared/events fixtures/events --descriptions FILE`; the table holds no text of theirs.
# Apache-2.0.
"""


class Labelled(Protocol):
    """Two phrases of an event, and whether gold notes their difference."""

    @property
    def event(self) -> str: ...

    @property
    def features(self) -> Features: ...

    @property
    def differs(self) -> bool: ...


def fit_descriptions(examples: Sequence[Labelled]) -> dict[str, float]:
    """The weight of each feature and of the bias, for features as they are measured.

    Raises OptionError where gold notes all examples or none.
    """
    if len({example.differs for example in examples}) < 2:
        raise OptionError("the events' gold notes all descriptions or none; there is nothing to fit")
    features, answers = [one.features for one in examples], [one.differs for one in examples]
    return fit_weights(features, answers, FEATURES, regularisation=REGULARISATION)


def held_out_precision(examples: Sequence[Labelled]) -> float:
    """The average precision of the probabilities of each event by weights from all others, in [0, 1].

    Raises OptionError for one event only, and as ``fit_descriptions`` does.
    """
    tried = list(held_out(examples, fit_descriptions))
    chances = [probability(example.features, weights) for example, weights in tried]
    return float(average_precision_score([example.differs for example, _ in tried], chances))


def descriptions_table(weights: Mapping[str, float]) -> str:
    """The weights as the table that the package ships."""
    return table(_HEADER, weights)
