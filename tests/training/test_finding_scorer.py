"""Fitting a scorer of findings on examples whose answer is known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from reconcile import ReconcileError
from reconcile.discrepancies.counterpart_features import FEATURES, Features
from reconcile.models.weighted_features import BIAS, weighted_probability
from reconcile.training import DESCRIPTIONS, average_precision


@dataclass(frozen=True, slots=True)
class Known:
    """Two phrases that gold notes just where a head noun is shared."""

    event: str
    features: Features
    differs: bool


def examples(*events: str) -> list[Known]:
    random = np.random.default_rng(7)
    drawn = []
    for event in events:
        for row in random.integers(0, 2, size=(200, len(FEATURES))):
            features = Features(**{name: float(v) for name, v in zip(FEATURES, row, strict=True)})
            drawn.append(Known(event, features, bool(features.same_head)))
    return drawn


def test_the_telling_feature_gets_the_weight() -> None:
    weights = DESCRIPTIONS.fit(examples("storm"))
    assert set(weights) == {*FEATURES, BIAS}
    assert max(FEATURES, key=lambda name: abs(weights[name])) == "same_head"


def test_an_event_left_out_is_ranked_by_the_others() -> None:
    assert average_precision(DESCRIPTIONS.held_out_chances(examples("storm", "flood"))) == pytest.approx(1.0)


def test_the_table_holds_the_weights_that_were_fitted() -> None:
    drawn = examples("storm")
    weights = DESCRIPTIONS.fit(drawn)
    rows = [line.split("\t") for line in DESCRIPTIONS.table(weights).splitlines() if line[0] != "#"]
    read = {name: float(weight) for name, weight in rows}
    assert weighted_probability(drawn[0].features, read) == pytest.approx(
        weighted_probability(drawn[0].features, weights), abs=1e-3
    )


def test_one_event_or_one_answer_cannot_be_fitted() -> None:
    with pytest.raises(ReconcileError, match="two events"):
        DESCRIPTIONS.held_out_chances(examples("storm"))
    with pytest.raises(ReconcileError, match="nothing to fit"):
        DESCRIPTIONS.fit([Known(one.event, one.features, differs=True) for one in examples("storm")])
