"""How often findings of one kind and relation are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.evaluation import read_gold
from reconcile.evaluation.assessment import assess
from reconcile.evaluation.gold import Gold
from reconcile.evaluation.reliability import catalogue_table, reliabilities
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, Report
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


def test_what_is_always_wrong_is_not_reliable_at_all(gold: Gold) -> None:
    assert set(reliabilities([assess(_apart(0.4), gold)]).values()) == {0.0}


def test_a_wrong_finding_in_a_doubtful_group_lowers_its_kind_less(gold: Gold) -> None:
    sure, doubtful = (
        reliabilities([assess(perfect_report(), gold), assess(_apart(confidence), gold)])[WORDING]
        for confidence in (0.5, 0.1)
    )
    assert sure < doubtful < 1.0


def test_the_table_lists_every_kind_and_relation(gold: Gold) -> None:
    table = catalogue_table(reliabilities([assess(perfect_report(), gold)]))
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    assert len(rows) == len(DiscrepancyKind) * len(DiscrepancyRelation)
    assert ["quantity", "conflict", "1.00"] in rows


def _apart(confidence: float) -> Report:
    """A finding on claims that gold does not join."""
    builder = ReportBuilder()
    apart = [builder.claim("A", "Divers searched the hull"), builder.claim("B", "A tug sank on Tuesday")]
    builder.group(apart, builder.discrepancy("wording", "wording", {"A": "hull", "B": "tug"}, confidence))
    return builder.report()
