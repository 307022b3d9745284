"""Fits the weights of the scorer of descriptions: a logistic regression over its named features."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.preprocessing import StandardScaler

from reconcile.discrepancies.counterpart_features import FEATURES, Features
from reconcile.discrepancies.counterpart_scoring import BIAS, probability
from reconcile.errors import OptionError

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
    values, differs = _matrix(examples)
    scaler = StandardScaler().fit(values)
    regression = LogisticRegression(C=REGULARISATION, max_iter=1000)
    regression.fit(scaler.transform(values), differs)
    weights = regression.coef_[0] / scaler.scale_
    bias = float(regression.intercept_[0] - weights @ scaler.mean_)
    return {BIAS: bias} | dict(zip(FEATURES, map(float, weights), strict=True))


def held_out_precision(examples: Sequence[Labelled]) -> float:
    """The average precision of the probabilities of each event by weights from all others, in [0, 1].

    Raises OptionError for one event only, and as ``fit_descriptions`` does.
    """
    scored = list(_held_out(examples))
    return float(
        average_precision_score([differs for differs, _ in scored], [chance for _, chance in scored])
    )


def descriptions_table(weights: Mapping[str, float]) -> str:
    """The weights as the table that the package ships."""
    return _HEADER + "".join(f"{name}\t{weight:.4f}\n" for name, weight in weights.items())


def _held_out(examples: Sequence[Labelled]) -> Iterator[tuple[bool, float]]:
    events = sorted({example.event for example in examples})
    if len(events) < 2:
        raise OptionError("leaving one event out needs two events or more")
    for event in events:
        weights = fit_descriptions([example for example in examples if example.event != event])
        for example in examples:
            if example.event == event:
                yield example.differs, probability(example.features, weights)


def _matrix(examples: Sequence[Labelled]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Features, (n, len(FEATURES)), and labels, (n,)."""
    measured = attrgetter(*FEATURES)
    values = np.array([measured(example.features) for example in examples], dtype=np.float64)
    return values, np.array([example.differs for example in examples], dtype=np.bool_)
