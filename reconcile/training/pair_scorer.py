"""Fits the weights of the pair scorer: a logistic regression over its named features."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from reconcile.alignment.scoring import BIAS, FEATURES, Features, probability
from reconcile.errors import OptionError

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

    The regression runs on standardised features; the scales are folded into the weights.
    Raises OptionError where the examples are all joined or all apart: nothing tells them from each other.
    """
    if len({example.joined for example in examples}) < 2:
        raise OptionError("the events' gold joins all pairs of claims or none; there is nothing to fit")
    values, joined = _matrix(examples)
    scaler = StandardScaler().fit(values)
    regression = LogisticRegression(C=REGULARISATION, max_iter=1000)
    regression.fit(scaler.transform(values), joined)
    weights = regression.coef_[0] / scaler.scale_
    bias = float(regression.intercept_[0] - weights @ scaler.mean_)
    return {BIAS: bias} | dict(zip(FEATURES, map(float, weights), strict=True))


def cross_validated(examples: Sequence[Example]) -> Iterator[tuple[Example, float]]:
    """Each example with its probability under the weights fitted on all other events.

    Examples come back by event, in the order of their names. Raises OptionError for one event only.
    """
    events = sorted({example.event for example in examples})
    if len(events) < 2:
        raise OptionError("leaving one event out needs two events or more")
    for event in events:
        weights = fit([example for example in examples if example.event != event])
        for example in examples:
            if example.event == event:
                yield example, probability(example.features, weights)


def weights_table(weights: Mapping[str, float]) -> str:
    """The weights as the table that the package ships."""
    return _HEADER + "".join(f"{name}\t{weight:.4f}\n" for name, weight in weights.items())


def _matrix(examples: Sequence[Labelled]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Features, (n, len(FEATURES)), and labels, (n,)."""
    measured = attrgetter(*FEATURES)
    values = np.array([measured(example.features) for example in examples], dtype=np.float64)
    return values, np.array([example.joined for example in examples], dtype=np.bool_)
