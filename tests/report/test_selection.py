"""Which groups are shown, and when a finding is grave enough."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.errors import OptionError
from reconcile.report import RenderOptions, has_finding, render, selected
from reconcile.report.selection import silent_on
from reconcile.schema import DiscrepancyRelation, GroupStatus, Report
from tests.report.handmade_reports import mill_fire


@pytest.fixture(name="report")
def mill_fire_report() -> Report:
    return mill_fire()


def test_everything_is_shown_by_default(report: Report) -> None:
    assert selected(report, RenderOptions()) == report.groups


def test_a_group_takes_the_gravest_status_of_what_is_left(report: Report) -> None:
    shown = {group.id: group for group in selected(report, RenderOptions(min_confidence=0.85))}
    assert shown["g3"].status is GroupStatus.WORDING
    assert len(shown["g3"].discrepancies) == 1


def test_a_finding_that_is_surer_than_its_group_is_shown_with_it(report: Report) -> None:
    doubtful = replace(report, groups=tuple(replace(group, confidence=0.3) for group in report.groups))
    shown = selected(doubtful, RenderOptions(min_confidence=0.85))
    assert [group.id for group in shown] == ["g3"]
    assert all(one.confidence >= 0.85 for group in shown for one in group.discrepancies)


def test_doubt_about_a_difference_is_no_agreement(report: Report) -> None:
    assert "g2" not in {group.id for group in selected(report, RenderOptions(min_confidence=0.75))}


@pytest.mark.parametrize(
    ("level", "least", "found"),
    [
        ("conflict", 0.0, True),
        ("update", 0.0, True),
        ("conflict", 0.85, False),
        ("wording", 0.85, True),
        ("wording", 0.99, False),
    ],
)
def test_a_finding_counts_from_its_level_up(report: Report, level: str, least: float, found: bool) -> None:
    assert has_finding(report, DiscrepancyRelation(level), least) is found


def test_a_precision_finding_is_below_update(report: Report) -> None:
    from dataclasses import replace

    without_conflict = replace(report, groups=report.groups[:2])
    assert not has_finding(without_conflict, DiscrepancyRelation.UPDATE)
    assert has_finding(without_conflict, DiscrepancyRelation.PRECISION)


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_a_confidence_outside_its_range_is_refused(confidence: float) -> None:
    with pytest.raises(OptionError, match="between 0 and 1"):
        RenderOptions(min_confidence=confidence)


def test_an_unknown_format_names_the_known_ones(report: Report) -> None:
    with pytest.raises(OptionError, match="'pdf'; the formats are table, json, markdown, csv"):
        render(report, "pdf")


def test_nothing_to_show_is_refused() -> None:
    with pytest.raises(OptionError):
        RenderOptions(only=frozenset())


def test_a_source_whose_words_stand_in_another_group_is_not_silent(report: Report) -> None:
    differing = next(group.discrepancies[0] for group in report.groups if group.discrepancies)
    only_a = replace(next(group for group in report.groups if group.id == "g4"), silent=("B", "C"))
    assert {value.source for value in differing.values} == {"A", "B"}
    assert silent_on(only_a, differing) == ("C",)
