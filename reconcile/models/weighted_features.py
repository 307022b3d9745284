"""A logistic model of named features: its table of weights can be read, its probability be explained."""

from __future__ import annotations

import math
from collections.abc import Mapping

from reconcile.lexicons import mapping

BIAS = "bias"


def weighted_probability(features: object, weights: Mapping[str, float]) -> float:
    """The logistic function of the bias plus the weighted sum of the features, in [0, 1].

    ``features`` has an attribute for each name in ``weights`` but that of the bias.
    """
    total = weights[BIAS] + sum(
        weight * getattr(features, name) for name, weight in weights.items() if name != BIAS
    )
    return 1 / (1 + math.exp(-total))


def read_weights(name: str, package: str) -> dict[str, float]:
    """The table ``name``.tsv in ``package``: each feature's weight, and that of the bias.

    Raises FileNotFoundError if there is none.
    """
    return {feature: float(weight) for feature, weight in mapping(name, package).items()}
