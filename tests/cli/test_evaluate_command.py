"""`reconcile evaluate` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from reconcile.cli.evaluate import evaluate
from reconcile.errors import GoldError

TEXTS = {
    "A": "The orchard burned on Friday. At least 40 trees were lost. Beekeepers came from three valleys.\n",
    "B": "The orchard burned on Friday. About 70 trees were lost. The insurer declined to comment.\n",
}
GOLD = {
    "groups": [
        {
            "id": "burned",
            "status": "agreement",
            "members": {"A": ["The orchard burned on Friday"], "B": ["The orchard burned on Friday"]},
        },
        {
            "id": "trees",
            "status": "conflict",
            "members": {"A": ["At least 40 trees were lost"], "B": ["About 70 trees were lost"]},
            "discrepancies": [
                {"kind": "quantity", "relation": "precision", "values": {"A": "At least 40", "B": "About 70"}}
            ],
        },
    ],
    "single_source": {"A": ["Beekeepers came from three valleys"], "B": []},
    "traps": [],
}


def test_help_tells_what_an_event_is() -> None:
    result = CliRunner().invoke(evaluate, ["--help"])
    assert result.exit_code == 0
    assert "gold.json" in result.output
    assert "--misses" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--misses", "-1", "."],
        ["--format", "yaml", "."],
        ["--plot", "plot.svg", "."],
        ["--calibration", "--plot", "plot.png", "."],
    ],
)
def test_wrong_usage_exits_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(evaluate, arguments).exit_code == 2


def test_flawed_gold_is_refused_before_any_model_is_loaded(tmp_path: Path) -> None:
    event = _event(tmp_path / "orchard")
    (event / "gold.json").write_text("{}", encoding="utf-8")
    result = CliRunner().invoke(evaluate, [str(event), "--encoder", "no such model"])
    assert isinstance(result.exception, GoldError)
    assert "'groups' is a required property" in str(result.exception)


@pytest.mark.model
def test_events_are_scored_in_one_run(tmp_path: Path) -> None:
    _event(tmp_path / "orchard")
    _event(tmp_path / "orchard again")
    result = CliRunner().invoke(evaluate, [str(tmp_path), "--format", "json", "--misses", "1"])
    assert result.exit_code == 0, result.output
    content = json.loads(result.stdout)
    assert [one["event"] for one in content["events"]] == ["orchard", "orchard again"]
    assert content["total"]["counts"]["align_gold"] == 4
    assert content["events"][0]["align"]["recall"] == 1.0


@pytest.mark.model
def test_confidences_are_held_against_gold_and_drawn(tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        _event(tmp_path / "orchards" / name)
    plot = tmp_path / "plot.svg"
    result = CliRunner().invoke(evaluate, [str(tmp_path / "orchards"), "--calibration", "--plot", str(plot)])
    assert result.exit_code == 0, result.output
    told = [line.split("  ")[0] for line in result.stdout.splitlines()[2:6]]
    assert told == [
        "groups, as shipped",
        "discrepancies, as shipped",
        "groups, leave one event out",
        "discrepancies, leave one event out",
    ]
    assert ElementTree.parse(plot).getroot().tag.endswith("svg")


@pytest.mark.model
def test_two_events_are_too_few_to_leave_one_out(tmp_path: Path) -> None:
    for name in ("one", "two"):
        _event(tmp_path / name)
    result = CliRunner().invoke(evaluate, [str(tmp_path), "--calibration", "--format", "json"])
    assert result.exit_code == 0, result.output
    curves = json.loads(result.stdout)["calibration"]
    assert [curve["title"] for curve in curves] == ["groups, as shipped", "discrepancies, as shipped"]
    assert sum(one["count"] for one in curves[0]["bins"]) == curves[0]["count"] == 4


def _event(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder
