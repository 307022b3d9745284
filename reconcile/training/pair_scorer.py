"""Fits the weights of the pair scorer: a logistic regression over its named features."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from reconcile.alignment.scoring import FEATURES, Features
from reconcile.errors import OptionError
from reconcile.models.weighted_features import weighted_probability
from reconcile.training.feature_weights import fit_weights, held_out, table

REGULARISATION = 1.0
"""Inverse strength of the L2 penalty on standardised features (scikit-learn's C)."""

_HEADER = """\
# Weights of the pair scorer: feature, weight. A pair's probability of making the same statement is the
# logistic function of "bias" plus the weighted sum of the features (reconcile/alignment/scoring.py says what
# each is). Fitted by `reconcile train` on the events named in README.md; the table holds no text of theirs.
# Apache-2.0.
"""


class Labelled(Protocol):
    """A candidate pair's features, and whether gold joins its claims."""

    @property
    def features(self) -> Features: ...

    @property
    def joined(self) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A candidate pair of claims of one event, and whether its gold joins the two."""

    event: str
    features: Features
    joined: bool


def fit(examples: Sequence[Labelled]) -> dict[str, float]:
    """The weight of each feature and of the bias, for features as they are measured.

    Raises OptionError where the examples are all joined or all apart: nothing tells them from each other.
    """
    if len({example.joined for example in examples}) < 2:
        raise OptionError("the events' gold joins all pairs of claims or none; there is nothing to fit")
    features, answers = [one.features for one in examples], [one.joined for one in examples]
    return fit_weights(features, answers, FEATURES, regularisation=REGULARISATION)


def cross_validated(examples: Sequence[Example]) -> Iterator[tuple[Example, float]]:
    """Each example with its probability under the weights fitted on all other events.

    Examples come back by event, in the order of their names. Raises OptionError for one event only.
    """
    for example, weights in held_out(examples, fit):
        yield example, weighted_probability(example.features, weights)


def weights_table(weights: Mapping[str, float]) -> str:
    """The weights as the table that the package ships."""
    return table(_HEADER, weights)
