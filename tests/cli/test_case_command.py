"""`reconcile case` as a user runs it, with the shipped models."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reconcile import casework, render
from reconcile.cli import main
from reconcile.cli.boundary import DEBUG_VARIABLE
from reconcile.report import FORMATS
from tests.casework.handmade_case import findings_of, judgement, mill_case
from tests.report.handmade_reports import mill_fire

FERRY_A = (
    "Ferry runs aground off Lurn\n\n"
    "The ferry Astrid ran aground near Lurn on Tuesday. Twelve passengers were injured.\n"
)
FERRY_B = (
    "The ferry Astrid ran aground near Lurn on Tuesday. Thirty passengers were injured.\n"
    "Divers searched the harbour until dawn.\n"
)


@pytest.fixture
def ferry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(FERRY_A, encoding="utf-8")
    (tmp_path / "b.txt").write_text(FERRY_B, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(DEBUG_VARIABLE, "1")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["case", *arguments], catch_exceptions=False)


def refused(result: Result) -> str:
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    return line.removeprefix("reconcile: ")


@pytest.mark.model
def test_a_case_from_its_beginning_to_a_correction(ferry: Path) -> None:
    created = run("create", "ferry.case", "a.txt", "b.txt", "--published", "A=2031-03-04")
    assert created.exit_code == 0
    assert created.stdout.startswith("ferry.case: 2 sources, ")
    assert "  A a.txt, 2031-03-04; version 1\n" in created.stdout
    assert "findings: 1 suggested, 0 of them judged\n" in created.stdout
    (finding,) = findings_of(casework.load("ferry.case"))
    casework.judge("ferry.case", judgement(finding, "Ann"))
    assert "1 of them judged (Ann: 1 confirmed)" in run("show", "ferry.case").stdout
    (ferry / "a.txt").write_text("Corrected on Thursday.\n\n" + FERRY_A, encoding="utf-8")
    moved = run("add", "ferry.case", "a.txt").stdout
    assert "source A has a new version\nfindings: 0 new, 0 gone, 1 kept\n" in moved
    assert "judgements: 0 kept, 1 moved with their words, 0 orphaned\n" in moved
    (ferry / "other.txt").write_text(FERRY_A.replace("Twelve", "Fourteen"), encoding="utf-8")
    orphaned = run("add", "ferry.case", "other.txt", "--as", "a").stdout
    assert "findings: 1 new, 1 gone, 0 kept\n" in orphaned
    assert "“Twelve passengers” stands no longer in source A" in orphaned
    shown = run("show", "ferry.case").stdout
    assert "  A other.txt, 2031-03-04; version 3\n" in shown
    assert "  orphaned: " in shown
    assert "Ann judged" in run("show", "ferry.case", "--history").stdout


@pytest.mark.model
def test_nothing_changed_is_said_so(ferry: Path) -> None:
    run("create", "ferry.case", "a.txt", "b.txt")
    assert run("add", "ferry.case", "b.txt").stdout == "source B is as it was\nnothing was changed\n"


@pytest.mark.model
def test_a_case_is_never_written_over(ferry: Path) -> None:
    (ferry / "ferry.case").write_text("notes", encoding="utf-8")
    assert refused(run("create", "ferry.case", "a.txt", "b.txt")) == (
        "ferry.case: exists already and is not overwritten"
    )
    assert (ferry / "ferry.case").read_text(encoding="utf-8") == "notes"


@pytest.mark.parametrize("format_name", FORMATS)
def test_export_is_the_report_with_its_judgements(tmp_path: Path, format_name: str) -> None:
    case = mill_case(tmp_path)
    casework.judge(case, judgement(findings_of(mill_fire())[0]))
    file = tmp_path / "report"
    done = run("export", str(case), "--as", format_name, "--output", str(file))
    assert (done.exit_code, done.stdout) == (0, "")
    assert (
        file.read_text(encoding="utf-8").splitlines() == render(casework.load(case), format_name).splitlines()
    )


def test_the_json_of_a_case_has_the_judgements(tmp_path: Path) -> None:
    case = mill_case(tmp_path)
    finding = findings_of(mill_fire())[0]
    casework.judge(case, judgement(finding, "Bo"))
    told = json.loads(run("export", str(case), "--as", "json").stdout)["judgements"]
    assert [(one["finding"], one["reviewer"]) for one in told] == [(finding, "Bo")]


def test_a_case_is_not_written_over_by_its_export(tmp_path: Path) -> None:
    case = mill_case(tmp_path)
    assert "is not written" in refused(run("export", str(case), "--output", str(case)))
    assert casework.load(case) == mill_fire()


@pytest.mark.parametrize("command", ["show", "export"])
def test_what_is_no_case_is_told_in_a_sentence(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.txt").write_text("no case", encoding="utf-8")
    assert refused(run(command, str(tmp_path / "a.txt"))).endswith("a.txt: is not a case file")
    assert "there is no such case" in refused(run(command, str(tmp_path / "gone")))


def test_a_hostile_reviewer_writes_nothing_on_the_terminal(tmp_path: Path) -> None:
    case = mill_case(tmp_path)
    casework.judge(case, judgement(findings_of(mill_fire())[0], "Eve\x1b[2J\u202e", note="a\nb\x07"))
    for arguments in (["show", str(case)], ["show", str(case), "--history"]):
        told = run(*arguments).stdout
        assert all(line.isprintable() for line in told.splitlines())
