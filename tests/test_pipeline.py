"""The whole flow, from files to a report, with the shipped models."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from reconcile import extract, reconcile
from reconcile.errors import ModelError, NotEnoughSourcesError, OptionError
from reconcile.models import Models
from reconcile.schema import ClaimGroup, GroupStatus, Report
from reconcile.settings import AlignmentSettings, ModelSettings, Settings
from reconcile.version import __version__
from tests.anchoring import assert_report_anchored

pytestmark = pytest.mark.model

EVENTS = sorted(path.parent for path in (Path(__file__).parents[1] / "fixtures").glob("events/*/gold.json"))
TEXTS = {
    "early": (
        "Dam breaks above Sandvik\n\n"
        "The old dam above Sandvik broke early on Tuesday and flooded the lower town.\n\n"
        "40 people were hurt when the water came, Mayor Ann Lee said.\n"
    ),
    "late": (
        "Flood in Sandvik\n\n"
        "The old dam above Sandvik broke early on Tuesday and flooded the lower town.\n\n"
        "55 people were hurt when the water came, Mayor Ann Lee said.\n\n"
        "A school on the hill has taken in the families of three streets.\n"
    ),
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("dam")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [folder / f"{name}.txt" for name in TEXTS]


@pytest.fixture(scope="module")
def report(sources: list[Path], models: Models) -> Report:
    return reconcile(sources, published={"A": "2031-05-06", "B": dt.date(2031, 5, 6)}, models=models)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_everything_in_a_report_stands_where_it_says(event: Path, models: Models) -> None:
    report = reconcile([event], models=models)
    assert_report_anchored(report)
    assert report.failures == ()
    assert len(report.groups) > 1


def test_the_shared_statement_agrees_the_figures_conflict_and_the_rest_stands_alone(report: Report) -> None:
    broke, hurt, school = (_group(report, words) for words in ("broke early", "40 people", "A school"))
    assert (broke.status, broke.silent) == (GroupStatus.AGREEMENT, ())
    assert hurt.status is GroupStatus.CONFLICT
    assert [value.text for value in hurt.discrepancies[0].values] == ["40 people", "55 people"]
    assert (school.status, school.silent) == (GroupStatus.SINGLE_SOURCE, ("A",))


def test_the_run_tells_its_version_settings_models_and_start(report: Report) -> None:
    run = report.run
    assert run.reconcile == __version__
    assert run.started_at.utcoffset() == dt.timedelta(0)
    assert set(run.settings) == {"documents", "alignment", "models"}
    assert [use.role for use in run.models] == ["encoder", "parser", "relations", "divergences"]


def test_the_same_sources_give_the_same_report(sources: list[Path], report: Report, models: Models) -> None:
    again = reconcile(sources, published={"A": "2031-05-06", "B": "2031-05-06"}, models=models)
    assert replace(again, run=report.run) == report


def test_claims_alone_need_one_source_and_have_no_groups(sources: list[Path], models: Models) -> None:
    report = extract(sources[:1], models=models)
    assert_report_anchored(report)
    assert (len(report.sources), report.groups) == (1, ())
    assert {claim.source for claim in report.claims} == {"A"}


def test_claims_are_the_same_alone_as_in_a_comparison(
    sources: list[Path], report: Report, models: Models
) -> None:
    alone = extract(sources, published={"A": "2031-05-06", "B": "2031-05-06"}, models=models)
    assert alone.claims == report.claims


def test_a_copy_is_marked_and_its_group_has_one_origin(sources: list[Path], models: Models) -> None:
    copy = BytesIO(sources[1].read_bytes() + b"\n")
    report = reconcile([sources[1], "-"], standard_input=copy, models=models)
    assert [source.republishes for source in report.sources] == [None, "A"]
    assert {group.origin for group in report.groups if len(group.claims) > 1} == {"A"}


def test_settings_decide_what_is_joined(sources: list[Path], models: Models) -> None:
    strict = Settings(alignment=AlignmentSettings(threshold=1.0))
    report = reconcile(sources, models=models, settings=strict)
    assert {group.status for group in report.groups} == {GroupStatus.SINGLE_SOURCE}


def test_progress_is_told_from_the_first_source_to_the_last_step(sources: list[Path], models: Models) -> None:
    told: list[tuple[str, int, int]] = []
    reconcile(sources, models=models, progress=lambda stage, done, total: told.append((stage, done, total)))
    assert told == [
        ("reading claims", 0, 2),
        ("reading claims", 1, 2),
        ("reading claims", 2, 2),
        ("aligning claims", 0, 1),
        ("aligning claims", 1, 1),
    ]


def test_one_source_cannot_be_compared(sources: list[Path], models: Models) -> None:
    with pytest.raises(NotEnoughSourcesError, match="two sources are needed to compare, 1 can be used"):
        reconcile(sources[:1], models=models)


def test_a_source_that_cannot_be_read_is_told_and_the_others_are_compared(
    sources: list[Path], models: Models
) -> None:
    report = reconcile([*sources, sources[0].with_name("gone.txt")], models=models)
    assert [failure.path.endswith("gone.txt") for failure in report.failures] == [True]
    assert len(report.sources) == 2
    with pytest.raises(NotEnoughSourcesError, match=r"gone\.txt: .+; two sources are needed"):
        reconcile([sources[0], sources[0].with_name("gone.txt")], models=models)


def test_a_wrong_date_is_refused(sources: list[Path], models: Models) -> None:
    with pytest.raises(OptionError, match="2031-13-45"):
        reconcile(sources, published={"A": "2031-13-45"}, models=models)


def test_a_missing_model_is_named(sources: list[Path]) -> None:
    settings = Settings(models=ModelSettings(parser="no_such_parser"))
    with pytest.raises(ModelError, match="no_such_parser"):
        reconcile(sources, settings=settings)


def _group(report: Report, words: str) -> ClaimGroup:
    """The group of the first claim that holds these words."""
    claim = next(claim for claim in report.claims if words in claim.text)
    return next(group for group in report.groups if claim.id in group.claims)
