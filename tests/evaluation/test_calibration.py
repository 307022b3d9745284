"""How far confidences hold: bins, the error that sums them up, the table, the JSON and the drawing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reconcile.discrepancies.catalogue import shipped_reliabilities
from reconcile.evaluation import read_gold
from reconcile.evaluation.assessment import assess
from reconcile.evaluation.calibration import (
    CalibrationCurve,
    Observation,
    discrepancy_observations,
    group_observations,
)
from reconcile.evaluation.calibration.plot import calibration_svg
from reconcile.evaluation.calibration.views import calibration_json, calibration_table
from reconcile.evaluation.gold import Gold
from reconcile.evaluation.outcomes import Assessment
from reconcile.schema import Report
from tests.evaluation.harbour_event import ReportBuilder, perfect_report, write_event

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    return read_gold(write_event(tmp_path / "harbour"))


def curve(*pairs: tuple[float, float], title: str = "groups") -> CalibrationCurve:
    observations = tuple(Observation(confidence=sure, right=right) for sure, right in pairs)
    return CalibrationCurve(title=title, observations=observations)


def test_the_error_weighs_the_gap_of_each_bin_by_its_count() -> None:
    # Bin 0.9-1.0: mean 0.95, half right, gap 0.45; bin 0.2-0.3: gap 0.2.
    measured = curve((0.95, 1), (0.95, 0), (0.95, 1), (0.95, 0), (0.2, 0))
    assert measured.error == pytest.approx(0.8 * 0.45 + 0.2 * 0.2)
    assert [one.count for one in measured.bins] == [0, 0, 1, 0, 0, 0, 0, 0, 0, 4]


def test_confidence_that_holds_has_no_error_and_one_of_1_is_in_the_last_bin() -> None:
    assert curve(*[(0.75, 1)] * 3, (0.75, 0)).error == pytest.approx(0.0)
    assert curve((1.0, 1)).bins[-1].count == 1


def test_nothing_has_no_error() -> None:
    assert curve().error == 0.0


def test_a_group_is_right_to_the_share_of_its_pairs_that_gold_joins(gold: Gold) -> None:
    builder = ReportBuilder()
    aground = [
        builder.claim("A", "The ferry Aurelia ran aground at dawn"),
        builder.claim("B", "The Aurelia, a ferry, struck a sandbank at dawn"),
        builder.claim("C", "Café owners sold soup to the stranded"),
    ]
    builder.group(aground)
    builder.group([builder.claim("B", "A tug sank on Tuesday")])
    (observed,) = group_observations(*_assessed(builder.report(), gold, confidence=0.6))
    assert observed.confidence == 0.6
    assert observed.right == pytest.approx(1 / 3)


def test_a_finding_has_the_reliability_that_is_asked_for(gold: Gold) -> None:
    report, assessment = perfect_report(), assess(perfect_report(), gold)
    shipped = shipped_reliabilities()
    told = [found.confidence for group in report.groups for found in group.discrepancies]
    as_told = list(discrepancy_observations(assessment, shipped))
    halved = list(discrepancy_observations(assessment, {key: ratio / 2 for key, ratio in shipped.items()}))
    assert [one.right for one in as_told] == [1.0, 1.0]
    assert as_told[0].confidence == pytest.approx(told[0])
    assert [one.confidence for one in halved] == pytest.approx([one.confidence / 2 for one in as_told])


def test_the_table_and_the_json_tell_the_error_and_the_bins() -> None:
    curves = [curve((0.95, 1), (0.95, 0)), curve(title="discrepancies")]
    table = calibration_table(curves)
    assert any(line.split() == ["groups", "2", "0.950", "0.500", "0.450"] for line in table.splitlines())
    assert any(line.split() == ["0.9-1.0", "2", "0.950", "0.500", "0.450"] for line in table.splitlines())
    groups, discrepancies = json.loads(calibration_json(curves))["calibration"]
    assert groups["ece"] == 0.45
    assert groups["bins"][9] == {"low": 0.9, "high": 1.0, "count": 2, "confidence": 0.95, "right": 0.5}
    assert discrepancies["count"] == 0


def test_the_drawing_has_a_diagram_a_curve_and_a_point_a_bin() -> None:
    drawn = ElementTree.fromstring(calibration_svg([curve((0.95, 1), (0.1, 0)), curve(title="a < b")]))
    diagrams = drawn.findall(f"{SVG}g")
    assert [len(diagram.findall(f"{SVG}circle")) for diagram in diagrams] == [2, 0]
    assert "a < b" in [text.text for text in diagrams[1].findall(f"{SVG}text")]
    inside = float(drawn.attrib["width"]), float(drawn.attrib["height"])
    assert min(inside) > 300


def _assessed(report: Report, gold: Gold, confidence: float) -> tuple[Report, Assessment]:
    groups = tuple(replace(group, confidence=confidence) for group in report.groups)
    report = replace(report, groups=groups)
    return report, assess(report, gold)
