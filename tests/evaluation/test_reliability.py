"""How often findings of one kind and relation are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.evaluation import read_gold
from reconcile.evaluation.assessment import assess
from reconcile.evaluation.gold import Gold
from reconcile.evaluation.reliability import reliabilities
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation
from tests.evaluation.harbour_event import ReportBuilder, perfect_report, write_event

CONFLICT = DiscrepancyKind.QUANTITY, DiscrepancyRelation.CONFLICT
WORDING = DiscrepancyKind.WORDING, DiscrepancyRelation.WORDING


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    return read_gold(write_event(tmp_path / "harbour"))


def test_what_is_always_right_is_fully_reliable(gold: Gold) -> None:
    assert set(reliabilities([assess(perfect_report(), gold)]).values()) == {1.0}


def test_a_wrong_finding_lowers_its_own_kind_most(gold: Gold) -> None:
    builder = ReportBuilder()
    hurt = [builder.claim("A", "At least 40 passengers were hurt"), builder.claim("C", "41 people were hurt")]
    builder.group(
        hurt,
        builder.discrepancy("quantity", "conflict", {"A": "40", "C": "41"}),
        builder.discrepancy("wording", "wording", {"A": "hurt", "C": "hurt"}),
    )
    shares = reliabilities([assess(builder.report(), gold)])
    assert shares[WORDING] < shares[CONFLICT] < 1.0


def test_findings_on_claims_that_gold_does_not_join_are_left_out(gold: Gold) -> None:
    builder = ReportBuilder()
    apart = [builder.claim("A", "Divers searched the hull"), builder.claim("B", "A tug sank on Tuesday")]
    builder.group(apart, builder.discrepancy("wording", "wording", {"A": "hull", "B": "tug"}))
    assert set(reliabilities([assess(builder.report(), gold)]).values()) == {0.0}
