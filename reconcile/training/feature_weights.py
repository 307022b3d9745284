"""Fits the weights of a model of named features, and leaves events out to see what such weights are worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from reconcile.errors import OptionError
from reconcile.models.weighted_features import BIAS


class OfEvent(Protocol):
    """An example, and the event that it is from."""

    @property
    def event(self) -> str: ...


E = TypeVar("E", bound=OfEvent)


def fit_weights(
    features: Sequence[object], answers: Sequence[bool], names: Sequence[str], *, regularisation: float
) -> dict[str, float]:
    """The weight of the bias and of each feature in ``names``, for features as they are measured.

    ``answers`` are those to ``features``, of both kinds. The logistic regression runs on standardised
    features; the scales are folded into the weights. ``regularisation`` is the inverse strength of the
    L2 penalty (scikit-learn's C).
    """
    measured = attrgetter(*names)
    values = np.array([measured(one) for one in features], dtype=np.float64)
    scaler = StandardScaler().fit(values)
    regression = LogisticRegression(C=regularisation, max_iter=1000)
    regression.fit(scaler.transform(values), np.array(answers, dtype=np.bool_))
    weights = regression.coef_[0] / scaler.scale_
    bias = float(regression.intercept_[0] - weights @ scaler.mean_)
    return {BIAS: bias} | dict(zip(names, map(float, weights), strict=True))


def held_out(
    examples: Sequence[E], fit: Callable[[Sequence[E]], Mapping[str, float]]
) -> Iterator[tuple[E, Mapping[str, float]]]:
    """Each example with the weights fitted on all other events.

    Examples come back by event, in the order of their names. Raises OptionError for one event only.
    """
    events = sorted({example.event for example in examples})
    if len(events) < 2:
        raise OptionError("leaving one event out needs two events or more")
    for event in events:
        weights = fit([example for example in examples if example.event != event])
        yield from ((example, weights) for example in examples if example.event == event)


def table(header: str, weights: Mapping[str, float]) -> str:
    """The weights as a table that the package ships, below its ``header``."""
    return header + "".join(f"{name}\t{weight:.4f}\n" for name, weight in weights.items())
