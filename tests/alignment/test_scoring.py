"""The probability of a pair, and the evidence that is given for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.alignment.candidates import Candidate
from reconcile.alignment.scoring import FEATURES, MODEL, Features, PairScorer
from reconcile.models.weighted_features import BIAS, weighted_probability
from reconcile.schema import Claim, ClaimRole
from tests.handmade_claims import claim, count

MIDDLING = Features(
    context=0.5,
    preference=0.5,
    wording=0.5,
    containment=0.5,
    position=0.5,
    figures=0.0,
    times=0.0,
    headline=0.0,
)
SEEN = Candidate(left=0, right=1, semantic=0.8, context=0.7, preference=0.6)


def scorer(left: Claim, right: Claim) -> PairScorer:
    return PairScorer([left, right], {"A": 100, "B": 200})


def test_the_table_weighs_each_feature_and_the_bias_and_nothing_else() -> None:
    assert set(MODEL.weights) == {*FEATURES, BIAS}


@pytest.mark.parametrize("feature", FEATURES)
@pytest.mark.parametrize("weight", [2.0, -2.0, 0.0])
def test_probability_follows_the_sign_of_the_weight(feature: str, weight: float) -> None:
    weights = dict.fromkeys((*FEATURES, BIAS), 0.0) | {feature: weight}
    steps = [weighted_probability(replace(MIDDLING, **{feature: step / 4}), weights) for step in range(5)]
    assert steps == sorted(steps, reverse=weight < 0)
    assert len(set(steps)) == (5 if weight else 1)
    assert all(0 < step < 1 for step in steps)


def test_nothing_measured_and_no_bias_is_an_even_chance() -> None:
    assert weighted_probability(MIDDLING, dict.fromkeys((*FEATURES, BIAS), 0.0)) == 0.5


@pytest.mark.parametrize("feature", ["context", "preference", "wording", "containment", "figures", "times"])
def test_more_likeness_makes_a_pair_likelier_as_shipped(feature: str) -> None:
    less, more = (replace(MIDDLING, **{feature: value}) for value in (0.1, 0.9))
    assert MODEL.probability(less) < MODEL.probability(more)


def test_standing_far_apart_makes_a_pair_less_likely_as_shipped() -> None:
    assert MODEL.probability(replace(MIDDLING, position=0.9)) < MODEL.probability(
        replace(MIDDLING, position=0.1)
    )


def test_the_evidence_names_its_scorers_and_lies_between_0_and_1() -> None:
    left = claim("A1", "forty people were hurt", facets=[count("forty", 40)])
    right = claim("B1", "40 people were hurt", facets=[count("40", 40)])
    pair = scorer(left, right).score(SEEN)
    names = [evidence.scorer for evidence in pair.evidence]
    assert names == ["semantic", "preference", "context", "lexical", "terms", "position", "figures"]
    assert all(0 <= evidence.score <= 1 and evidence.detail for evidence in pair.evidence)
    assert (pair.left, pair.right) == ("A1", "B1")


def test_a_shared_figure_speaks_for_a_pair_and_a_contradicting_one_not_against_it() -> None:
    left = claim("A1", "forty people were hurt", facets=[count("forty", 40)])
    same = claim("B1", "some people were hurt", facets=[count("forty", 40)])
    other = claim("B1", "some people were hurt", facets=[count("fifty", 50)])
    assert scorer(left, same).score(SEEN).score > scorer(left, other).score(SEEN).score
    assert scorer(left, same).features(SEEN).figures == 1
    assert scorer(left, other).features(SEEN).figures == 0
    none = claim("B1", "some people were hurt")
    assert scorer(left, other).score(SEEN).score == scorer(left, none).score(SEEN).score


def test_place_is_measured_as_a_share_of_each_text() -> None:
    left, right = claim("A1", "the dam broke", start=50), claim("B1", "the dam broke", start=100)
    assert scorer(left, right).features(SEEN).position == 0
    assert scorer(left, replace(right, selector=left.selector)).features(SEEN).position == 0.25


def test_a_headline_on_either_side_counts() -> None:
    body = claim("A1", "the dam broke")
    headline = claim("B1", "dam breaks", role=ClaimRole.HEADLINE)
    assert scorer(body, headline).features(SEEN).headline == 1
    assert scorer(body, claim("B1", "the dam broke")).features(SEEN).headline == 0


def test_a_cosine_below_zero_is_shown_as_no_evidence() -> None:
    pair = scorer(claim("A1", "rain"), claim("B1", "tax")).score(replace(SEEN, semantic=-0.2, context=-0.1))
    assert [pair.evidence[index].score for index in (0, 2)] == [0, 0]
