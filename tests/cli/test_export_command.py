"""`reconcile export`, `import-judgements` and `diff` in forms that are files, as a user runs them."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from reconcile import casework
from reconcile.cli import main
from reconcile.schema import Decision
from tests.report.judged_reports import judgement

pytestmark = pytest.mark.model

A = "The ferry Astrid ran aground near Lurn on Tuesday. Twelve passengers were injured.\n"
B = "The ferry Astrid ran aground near Lurn on Tuesday. Thirty passengers were injured.\n"


@pytest.fixture(name="folder", scope="module")
def two_accounts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ferry")
    (folder / "a.txt").write_text(A, encoding="utf-8")
    (folder / "b.txt").write_text(B, encoding="utf-8")
    return folder


@pytest.fixture(name="case")
def a_case(folder: Path, tmp_path: Path) -> Path:
    casework.create(tmp_path / "ferry.case", [folder / "a.txt", folder / "b.txt"])
    return tmp_path / "ferry.case"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def the_finding(case: Path) -> str:
    return next(iter(casework.revisions(case)))


@pytest.mark.parametrize(
    ("form", "holds"),
    [
        ("table", "└ decided  confirmed by Ann (2026-11-22): checked"),
        ("markdown", "**Decided:** confirmed by Ann"),
        ("csv", ",confirmed,,Ann,2026-11-22T09:00:00Z,checked"),
        ("json", '"reviewer": "Ann"'),
        ("web-annotations", '"name": "Ann"'),
        ("prov", '"prov:label": "Ann"'),
        ("judgements", ",confirmed,,Ann,2026-11-22T09:00:00+00:00,checked"),
        ("agreement", "Agreement needs judgements of two reviewers."),
    ],
)
def test_every_form_says_who_decided(case: Path, form: str, holds: str) -> None:
    casework.judge(case, judgement(the_finding(case), note="checked"))
    result = run("export", case, "--as", form)
    assert result.exit_code == 0, result.stderr
    assert holds in result.stdout


def test_a_word_document_goes_to_a_file(case: Path, tmp_path: Path) -> None:
    output = tmp_path / "report.docx"
    assert run("export", case, "--as", "docx", "--output", output).exit_code == 0
    assert len(docx.Document(io.BytesIO(output.read_bytes())).comments) == len(casework.revisions(case))
    piped = run("export", case, "--as", "docx")
    assert piped.exit_code == 0
    assert piped.stdout_bytes.startswith(b"PK")


def test_diff_writes_the_new_forms_too(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "report.docx"
    done = run("diff", folder / "a.txt", folder / "b.txt", "--format", "docx", "--output", output)
    assert done.exit_code == 0
    assert output.read_bytes().startswith(b"PK")
    text = run("diff", folder / "a.txt", folder / "b.txt", "--format", "prov").stdout
    assert "run:source-A" in json.loads(text)["entity"]


def test_a_terminal_is_not_filled_with_bytes(folder: Path) -> None:
    controller, terminal = pty.openpty()
    command = [sys.executable, "-m", "reconcile", "diff", str(folder / "a.txt"), "--format", "docx"]
    done = subprocess.run(
        command, stdout=terminal, stderr=subprocess.PIPE, text=True, check=False, timeout=60
    )
    os.close(terminal)
    os.close(controller)
    assert done.returncode == 2
    assert done.stderr == "reconcile: a terminal cannot show docx: name a file with --output FILE\n"


def test_a_selection_is_refused_where_it_would_select_nothing(case: Path) -> None:
    assert run("export", case, "--as", "csv", "--only", "conflict").exit_code == 0
    result = run("export", case, "--as", "judgements", "--only", "conflict")
    assert result.exit_code == 2
    assert "select nothing in judgements" in result.stderr


def test_the_case_itself_is_not_written_over(case: Path) -> None:
    result = run("export", case, "--as", "json", "--output", case)
    assert result.exit_code == 2
    assert "belongs to the sources and is not written" in result.stderr
    assert casework.load(case).documents


def test_a_case_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run("export", tmp_path / "none.case", "--as", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "none.case" in result.stderr


def test_judgements_go_out_and_into_another_copy_of_the_case(case: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.case"
    copy.write_bytes(case.read_bytes())
    made = judgement(the_finding(case), "Åse", note="=1+1\n“two”", preferred="thirty")
    casework.judge(case, made)
    run("export", case, "--as", "judgements", "--output", tmp_path / "j.csv")
    result = run("import-judgements", copy, tmp_path / "j.csv")
    assert (result.exit_code, result.stdout) == (0, "1 taken, 0 already there, 0 left out.\n")
    assert casework.load(copy).judgements == (made,)
    assert run("import-judgements", copy, tmp_path / "j.csv").stdout.startswith("0 taken, 1 already there")
    assert sum(casework.revisions(copy).values()) == 1


def test_what_the_case_cannot_take_is_told_and_the_rest_taken(case: Path, tmp_path: Path) -> None:
    finding = the_finding(case)
    casework.judge(case, judgement(finding, "Ben", Decision.UNDECIDED))
    (tmp_path / "j.csv").write_text(
        "finding;decision;reviewer;decided_at\n"
        "ffffffffffff;confirmed;Ann;2026-11-22T08:00:00Z\n"
        f"{finding};perhaps;Ann;2026-11-22T08:00:00Z\n"
        f"{finding};confirmed;Ben;2026-11-22T08:00:00Z\n"
        f"{finding};confirmed;Cid Å;2026-11-22T08:00:00Z\n",
        encoding="utf-8-sig",
    )
    result = run("import-judgements", case, tmp_path / "j.csv")
    assert (result.exit_code, result.stdout) == (2, "1 taken, 0 already there, 3 left out.\n")
    told = result.stderr.splitlines()
    assert f"{tmp_path / 'j.csv'}: line 3: “perhaps” is no decision" in told[0]
    assert "ffffffffffff by Ann is left out: the case has no finding ffffffffffff" in told[1]
    assert "by Ben is left out: the case has a later one" in told[2]
    held = {one.reviewer: one.decision for one in casework.load(case).judgements}
    assert held == {"Ben": Decision.UNDECIDED, "Cid Å": Decision.CONFIRMED}


def test_a_judgement_that_nobody_can_have_made_is_told(case: Path, tmp_path: Path) -> None:
    finding = the_finding(case)
    rows = (
        f"{finding},confirmed,Ann,9998-01-01T00:00:00Z,",
        f"{finding},confirmed,Ben,2020-01-01T00:00:00Z,\\x07",
    )
    good = f"{finding},confirmed, A\u030asa ,2020-01-01T00:00:00Z,"
    head = "finding,decision,reviewer,decided_at,note"
    (tmp_path / "j.csv").write_text("\n".join([head, *rows, good]), encoding="utf-8")
    result = run("import-judgements", case, tmp_path / "j.csv")
    assert (result.exit_code, result.stdout) == (2, "1 taken, 0 already there, 2 left out.\n")
    told = result.stderr.splitlines()
    assert told[0].endswith("by Ann is left out: it is dated in the future")
    assert told[1].endswith(
        "by Ben is left out: its reviewer, preferred form or note holds control characters"
    )
    assert [one.reviewer for one in casework.load(case).judgements] == ["Åsa"]
    assert run("import-judgements", case, tmp_path / "j.csv").stdout.startswith("0 taken, 1 already there")


def test_judgements_without_a_finding_are_exported_or_told(case: Path, tmp_path: Path) -> None:
    made = judgement(the_finding(case), "Ann")
    casework.judge(case, made)
    (tmp_path / "new.txt").write_text(A.replace("Twelve", "Thirteen"), encoding="utf-8")
    casework.add(case, [tmp_path / "new.txt"], replaces="A")
    exported = run("export", case, "--as", "judgements")
    assert (made.finding in exported.stdout, exported.stderr) == (True, "")
    (tmp_path / "j.csv").write_text(exported.stdout, encoding="utf-8")
    again = run("import-judgements", case, tmp_path / "j.csv")
    assert again.stdout == "0 taken, 1 already there, 0 left out.\n"
    assert run("export", case, "--as", "json").stderr == (
        "reconcile: 1 judgement whose words are no finding any more is left out; --as judgements has it\n"
    )


def test_a_judgement_that_was_taken_back_does_not_come_back(case: Path, tmp_path: Path) -> None:
    made = judgement(the_finding(case), "Åse")
    casework.judge(case, made)
    run("export", case, "--as", "judgements", "--output", tmp_path / "j.csv")
    casework.undo(case, made.finding, made.reviewer)
    result = run("import-judgements", case, tmp_path / "j.csv")
    assert (result.exit_code, "took it back" in result.stderr) == (2, True)
    assert casework.load(case).judgements == ()


def test_a_reviewer_is_one_however_the_name_is_spaced(case: Path, tmp_path: Path) -> None:
    casework.judge(case, judgement(the_finding(case), "Ada Lind"))
    exported = run("export", case, "--as", "judgements").stdout
    (tmp_path / "j.csv").write_text(exported.replace("Ada Lind", "Ada  Lind"), encoding="utf-8")
    result = run("import-judgements", case, tmp_path / "j.csv")
    assert result.stdout == "0 taken, 1 already there, 0 left out.\n"


def test_a_pipe_is_no_file_of_judgements(case: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "j.csv")
    result = run("import-judgements", case, tmp_path / "j.csv")
    assert (result.exit_code, "it is a pipe" in result.stderr) == (2, True)


def test_a_file_that_cannot_be_read_for_sure_is_told(case: Path, tmp_path: Path) -> None:
    (tmp_path / "book.xlsx").write_bytes(b"PK\x03\x04" + bytes(40))
    (tmp_path / "old.csv").write_text("finding,reviewer\nf1,Åse\n", encoding="cp1252")
    assert "there is no such case" in run("import-judgements", tmp_path / "no.case", __file__).stderr
    troubles = {
        "book.xlsx": "not a plain text",
        "none.csv": "there is no such file",
        "old.csv": "not in UTF-8",
    }
    for file, told in troubles.items():
        result = run("import-judgements", case, tmp_path / file)
        assert result.exit_code == 2
        assert told in result.stderr
