"""Fitting the pair scorer on examples whose answer is known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from reconcile import ReconcileError, lexicons
from reconcile.alignment.scoring import FEATURES, Features
from reconcile.models.weighted_features import BIAS, weighted_probability
from reconcile.training import Example, cross_validated, fit, weights_table

TRUTH = {"context": 3.0, "preference": 2.0, "wording": 0.0, "position": -2.0, "times": 2.0, "headline": -2.0}


def examples(event: str, seed: int, size: int = 300) -> list[Example]:
    """Pairs joined with the probability that ``TRUTH`` gives them."""
    random = np.random.default_rng(seed)
    drawn = [
        Features(**{name: float(value) for name, value in zip(FEATURES, row, strict=True)})
        for row in random.uniform(-1, 1, size=(size, len(FEATURES)))
    ]
    weights = dict.fromkeys((*FEATURES, BIAS), 0.0) | TRUTH
    return [
        Example(
            event=event,
            features=features,
            joined=bool(random.random() < weighted_probability(features, weights)),
        )
        for features in drawn
    ]


def test_the_fit_finds_the_sign_and_rank_of_each_weight() -> None:
    weights = fit(examples("storm", 1, size=3000))
    assert set(weights) == {*FEATURES, BIAS}
    assert {name: np.sign(weights[name]) for name in TRUTH if TRUTH[name]} == {
        name: np.sign(weight) for name, weight in TRUTH.items() if weight
    }
    assert weights["context"] > weights["preference"] > 1
    assert max(abs(weights[name]) for name in ("wording", "figures", "containment", BIAS)) < 0.4


def test_weights_fit_features_as_they_are_measured_whatever_their_scale() -> None:
    drawn = examples("storm", 2)
    wide = [replace(e, features=replace(e.features, context=e.features.context * 100)) for e in drawn]
    narrow, broad = fit(drawn), fit(wide)
    assert broad["context"] == pytest.approx(narrow["context"] / 100, rel=1e-3)
    assert weighted_probability(wide[0].features, broad) == pytest.approx(
        weighted_probability(drawn[0].features, narrow), rel=1e-3
    )


def test_a_feature_that_never_varies_has_no_weight() -> None:
    drawn = [replace(e, features=replace(e.features, headline=0.0)) for e in examples("storm", 3)]
    assert fit(drawn)["headline"] == 0


def test_examples_of_one_answer_cannot_be_fitted() -> None:
    with pytest.raises(ReconcileError, match="nothing to fit"):
        fit([replace(example, joined=True) for example in examples("storm", 4)])


def test_an_event_is_never_scored_by_weights_that_saw_it() -> None:
    own, others = examples("storm", 5), [*examples("strike", 6), *examples("theft", 7)]
    contrary = [replace(example, joined=not example.joined) for example in own]
    assert _scores("storm", [*own, *others]) == _scores("storm", [*contrary, *others])
    assert _scores("strike", [*own, *others]) != _scores("strike", [*contrary, *others])


def test_the_scores_of_an_event_are_those_of_a_fit_on_the_others() -> None:
    own, others = examples("storm", 8), examples("strike", 9)
    weights = fit(others)
    assert _scores("storm", [*own, *others]) == [weighted_probability(e.features, weights) for e in own]


def test_every_example_is_scored_once_event_by_event() -> None:
    drawn = [*examples("strike", 10, 40), *examples("storm", 11, 40)]
    scored = [example for example, _ in cross_validated(drawn)]
    assert scored == sorted(drawn, key=lambda example: example.event)


def test_the_table_is_read_back_as_it_was_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    weights = fit(examples("storm", 12))
    monkeypatch.setattr(lexicons, "files", lambda _: tmp_path)
    (tmp_path / "fitted.tsv").write_text(weights_table(weights), encoding="utf-8")
    read = {name: float(value) for name, value in lexicons.mapping("fitted", "somewhere").items()}
    assert list(read) == [BIAS, *FEATURES]
    assert read == pytest.approx(weights, abs=1e-4)


def _scores(event: str, drawn: list[Example]) -> list[float]:
    return [score for example, score in cross_validated(drawn) if example.event == event]
