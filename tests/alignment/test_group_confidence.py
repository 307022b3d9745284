"""The confidence of groups: their scores, calibrated."""

from __future__ import annotations

import pytest

from reconcile.alignment import groups_of_pairs
from reconcile.alignment.calibration import shipped_calibration
from reconcile.models.platt_scaling import UNCALIBRATED, PlattScaling
from reconcile.schema import ClaimGroup, ClaimPair
from reconcile.settings import AlignmentSettings
from tests.handmade_claims import claim, document

DOUBTING = PlattScaling(slope=0.5, intercept=-1.0)


def test_a_group_is_as_sure_as_the_mean_score_of_its_pairs_is_worth() -> None:
    first, plain = _groups(DOUBTING), _groups(UNCALIBRATED)
    assert [group.claims for group in first] == [group.claims for group in plain]
    assert plain[0].confidence == pytest.approx((0.9 + 0.8 + 0.7) / 3, abs=1e-4)
    assert first[0].confidence == pytest.approx(DOUBTING.calibrated(0.8), abs=1e-4)


def test_pairs_keep_their_scores_and_a_lone_claim_is_certain() -> None:
    groups = _groups(DOUBTING)
    assert [pair.score for pair in groups[0].pairs] == [0.9, 0.8, 0.7]
    assert [group.confidence for group in groups if not group.pairs] == [1.0]


def test_the_shipped_calibration_tells_good_groups_from_doubtful_ones() -> None:
    shipped = shipped_calibration()
    assert 0.0 < shipped.calibrated(0.4) < shipped.calibrated(0.9) < shipped.calibrated(1.0) < 1.0


def test_confidence_that_falls_with_the_score_is_refused() -> None:
    with pytest.raises(ValueError, match="slope"):
        PlattScaling(slope=-0.1, intercept=0.0)


def _groups(calibration: PlattScaling) -> tuple[ClaimGroup, ...]:
    claims = [claim("A1", "the mill closed"), claim("B1", "the mill shut"), claim("C1", "the mill is closed")]
    claims.append(claim("C2", "bread is dear", start=30))
    pairs = [
        ClaimPair(left="A1", right="B1", score=0.9),
        ClaimPair(left="A1", right="C1", score=0.8),
        ClaimPair(left="B1", right="C1", score=0.7),
    ]
    documents = [document(letter, "the mill") for letter in "ABC"]
    return groups_of_pairs(claims, documents, pairs, AlignmentSettings(), calibration)
