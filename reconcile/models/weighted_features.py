"""A logistic model of named features: its table of weights can be read, its probability be explained."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reconcile.lexicons import mapping

BIAS = "bias"


@dataclass(frozen=True, slots=True)
class FeatureModel:
    """The model whose weights are the table ``name``.tsv in ``package``."""

    name: str
    package: str

    @property
    def weights(self) -> Mapping[str, float]:
        """Each feature's weight, and that of the bias. Raises FileNotFoundError if there is no such table."""
        return _read(self.name, self.package)

    def probability(self, features: object) -> float:
        """The logistic function of the features, weighted as shipped, in [0, 1]."""
        return weighted_probability(features, self.weights)


def weighted_probability(features: object, weights: Mapping[str, float]) -> float:
    """The logistic function of the bias plus the weighted sum of the features, in [0, 1].

    ``features`` has an attribute for each name in ``weights`` but that of the bias.
    """
    total = weights[BIAS] + sum(
        weight * getattr(features, name) for name, weight in weights.items() if name != BIAS
    )
    return 1 / (1 + math.exp(-total))


@cache
def _read(name: str, package: str) -> dict[str, float]:
    return {feature: float(weight) for feature, weight in mapping(name, package).items()}
