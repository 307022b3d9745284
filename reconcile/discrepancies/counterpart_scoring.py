"""How likely the difference of two phrases is worth a word: named features and a table of weights."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reconcile.discrepancies.counterpart_features import Features
from reconcile.models.weighted_features import read_weights, weighted_probability


def probability(features: Features, weights: Mapping[str, float] | None = None) -> float:
    """The logistic function of the weighted features; the shipped weights unless others are given."""
    return weighted_probability(features, weights or shipped_weights())


@cache
def shipped_weights() -> dict[str, float]:
    """The table ``counterpart_weights.tsv``: each feature's weight, and that of the bias."""
    return read_weights("counterpart_weights", __package__)
