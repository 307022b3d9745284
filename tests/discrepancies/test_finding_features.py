"""What is measured of a rule's finding before it is given a confidence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.discrepancies.articles import Articles
from reconcile.discrepancies.divergence_candidates import Candidate
from reconcile.discrepancies.divergence_features import FEATURES, Marked, MarkedPair, measure
from reconcile.discrepancies.finding_features import (
    FINDING_FEATURES,
    FINDING_MODEL,
    UNMARKED,
    FindingFeatures,
    measured_findings,
)
from reconcile.models import Divergence
from reconcile.models.onnx_encoder import OnnxEncoder
from reconcile.models.platt_scaling import log_odds
from reconcile.models.weighted_features import BIAS
from reconcile.schema import (
    ClaimGroup,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    Span,
)
from tests.handmade_claims import claim

pytestmark = pytest.mark.model

CLAIMS = [claim("A1", "about 40 people were hurt"), claim("B1", "dozens were hurt")]
ENDS = (Marked(CLAIMS[0], Span(0, 8), "about 40"), Marked(CLAIMS[1], Span(0, 6), "dozens"))
FOUND = Discrepancy(
    kind=DiscrepancyKind.QUANTITY,
    relation=DiscrepancyRelation.PRECISION,
    confidence=0.5,
    explanation="A rule.",
    values=tuple(
        DiscrepancyValue(source=end.claim.source, claim=end.claim.id, span=end.span, text=end.text)
        for end in ENDS
    ),
)
GROUP = ClaimGroup(id="g1", claims=("A1", "B1"), confidence=0.5, discrepancies=(FOUND,))


def candidate(kind: str, score: float, start: int = 0) -> Candidate:
    """Words of both claims that the tagger marks, the right ones from ``start``."""
    ends = (ENDS[0], replace(ENDS[1], span=Span(start, start + 6)))
    mark = Divergence(
        kind=DiscrepancyKind(kind),
        relation=DiscrepancyRelation.WORDING,
        left=ends[0].span,
        right=ends[1].span,
        score=score,
    )
    features = measure(MarkedPair(mark, ends, GROUP), Articles.of(CLAIMS), sources=2, meaning=0.0)
    return Candidate(group="g1", mark=mark, ends=ends, features=features)


def features(*candidates: Candidate) -> FindingFeatures:
    (measured,) = measured_findings([GROUP], CLAIMS, candidates, OnnxEncoder())
    assert (measured.group, measured.discrepancy) == ("g1", FOUND)
    return measured.features


def test_it_is_measured_as_marked_words_are() -> None:
    measured = features()
    assert (measured.quantity, measured.exactness, measured.figure, measured.together) == (1, 1, 1, 1)
    assert measured.made == 0
    assert measured.score == measured.agreed == log_odds(UNMARKED)


def test_marks_on_the_same_words_count_those_of_its_kind_twice() -> None:
    both = features(candidate("wording", 0.8), candidate("quantity", 0.6), candidate("quantity", 0.3))
    assert both.score == pytest.approx(log_odds(0.8))
    assert both.agreed == pytest.approx(log_odds(0.6))


def test_marks_on_other_words_say_nothing() -> None:
    assert features(candidate("quantity", 0.9, start=7)) == features()


def test_the_shipped_weights_are_those_of_the_features() -> None:
    assert list(FINDING_MODEL.weights) == [BIAS, *FINDING_FEATURES]
    assert set(FEATURES) < set(FINDING_FEATURES)
    assert 0 < FINDING_MODEL.probability(features()) < 1
