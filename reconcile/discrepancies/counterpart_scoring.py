"""How likely the difference of two phrases is worth a word: named features and a table of weights."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from reconcile.discrepancies.counterpart_features import Features
from reconcile.lexicons import mapping

BIAS = "bias"


def probability(features: Features, weights: Mapping[str, float] | None = None) -> float:
    """The logistic function of the weighted features; the shipped weights unless others are given."""
    weights = weights or shipped_weights()
    total = weights[BIAS] + sum(
        weight * getattr(features, name) for name, weight in weights.items() if name != BIAS
    )
    return 1 / (1 + math.exp(-total))


@cache
def shipped_weights() -> dict[str, float]:
    """The table ``counterpart_weights.tsv``: each feature's weight, and that of the bias."""
    return {name: float(value) for name, value in mapping("counterpart_weights", __package__).items()}
