"""`reconcile train` as a user runs it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from reconcile.alignment.scoring import FEATURES
from reconcile.cli.train import train
from reconcile.discrepancies.counterpart_features import FEATURES as DESCRIPTION_FEATURES
from reconcile.discrepancies.divergence_features import FEATURES as DIVERGENCE_FEATURES
from reconcile.discrepancies.finding_features import FINDING_FEATURES
from reconcile.errors import OptionError, OutputError
from reconcile.models.weighted_features import BIAS
from tests.evaluation.harbour_event import write_event


def test_a_place_that_cannot_be_written_to_is_told_before_the_work(tmp_path: Path) -> None:
    write_event(tmp_path / "harbour")
    result = CliRunner().invoke(train, [str(tmp_path), "--calibration", str(tmp_path / "no" / "table.tsv")])
    assert isinstance(result.exception, OutputError)


@pytest.mark.model
def test_one_command_fits_the_weights_and_their_calibration(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_event(tmp_path / "harbours" / name)
    weights, calibration = tmp_path / "weights.tsv", tmp_path / "calibration.tsv"
    result = CliRunner().invoke(
        train, [str(tmp_path / "harbours"), "--output", str(weights), "--calibration", str(calibration)]
    )
    assert result.exit_code == 0, result.output
    assert "leave one event out" in result.stdout
    assert _names(weights) == [BIAS, *FEATURES]
    assert _names(calibration) == ["slope", "intercept"]


@pytest.mark.model
def test_one_event_is_not_enough(tmp_path: Path) -> None:
    write_event(tmp_path / "harbour")
    result = CliRunner().invoke(train, [str(tmp_path)])
    assert isinstance(result.exception, OptionError)


def _names(table: Path) -> list[str]:
    lines = table.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if not line.startswith("#")]


@pytest.mark.model
def test_the_scorer_of_descriptions_is_fitted_on_request(tmp_path: Path) -> None:
    for name in ("harbour", "quay"):
        folder = tmp_path / "harbours" / name
        write_event(folder)
        gold = folder / "gold.json"
        gold.write_text(gold.read_text(encoding="utf-8").replace('"harbour"', f'"{name}"'), encoding="utf-8")
    table = tmp_path / "descriptions.tsv"
    result = CliRunner().invoke(train, [str(tmp_path / "harbours"), "--descriptions", str(table)])
    assert result.exit_code == 0, result.output
    assert "with each event left out" in result.stdout
    assert _names(table) == [BIAS, *DESCRIPTION_FEATURES]


def test_two_scorers_are_not_fitted_at_once(tmp_path: Path) -> None:
    write_event(tmp_path / "harbour")
    table = str(tmp_path / "table.tsv")
    result = CliRunner().invoke(train, [str(tmp_path), "--descriptions", table, "--divergences", table])
    assert result.exit_code == 2
    assert "one by one" in result.stderr


@pytest.mark.model
@pytest.mark.parametrize(
    ("option", "features"), [("--divergences", DIVERGENCE_FEATURES), ("--findings", FINDING_FEATURES)]
)
def test_the_scorers_that_ask_the_tagger_are_fitted_on_request(
    tmp_path: Path, option: str, features: Sequence[str]
) -> None:
    fixtures = Path(__file__).parents[2] / "fixtures" / "events"
    events = [str(fixtures / name) for name in ("rail-strike", "valley-flood")]
    table = tmp_path / "weights.tsv"
    result = CliRunner().invoke(train, [*events, option, str(table)])
    assert result.exit_code == 0, result.output
    assert "with each event left out: average precision" in result.stdout
    assert "expected calibration error" in result.stdout
    assert _names(table) == [BIAS, *features]
