"""Bad input on the command line: one clear sentence that names file and cause, and the right exit status."""

from __future__ import annotations

import codecs
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reconcile.cli import main
from reconcile.cli.boundary import DEBUG_VARIABLE

MILL_A = (
    "Mill burns at Tarrow\n\n"
    "A fire destroyed the old mill at Tarrow on Sunday. Nine workers were treated for smoke.\n"
    "“We lost everything in an hour,” the owner, Ines Falk, said.\n"
)
MILL_B = (
    "A fire destroyed the old mill at Tarrow on Sunday. Eleven workers were treated for smoke.\n"
    "Firefighters left the yard on Monday morning.\n"
)
TOO_FEW = "two sources are needed to compare, "
HEADINGS_ONLY = "# Local\n\n## Read more\n\nBy Ann Writer\n\nShare this article\n"


@pytest.fixture
def mill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(MILL_A, encoding="utf-8")
    (tmp_path / "b.txt").write_text(MILL_B, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    # A defect that the program would only name is raised here, with its traceback.
    monkeypatch.setenv(DEBUG_VARIABLE, "1")
    return tmp_path


def run(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given, catch_exceptions=False)


def refused(result: Result) -> str:
    """The one sentence on standard error of a run that was refused."""
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.isprintable()
    return line.removeprefix("reconcile: ")


NO_TEXTS = [
    ("empty.txt", b"", "it is empty"),
    ("blank.txt", b" \n\t\r\n\r\n", "it holds nothing but white space"),
    ("mark.txt", codecs.BOM_UTF8, "it holds nothing but white space"),
    ("unseen.txt", "\u200b\u00a0\u2003\ufeff".encode(), "it holds nothing but white space"),
    ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "it is a PDF file, not a plain text"),
    ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "it is a PDF file, not a plain text"),
    ("office.txt", b"PK\x03\x04" + bytes(300), "a ZIP archive or an office document, not a plain text"),
    ("page.txt", b"\n<!DOCTYPE html>\n<title>Mill</title><p>The mill burned.", "it is a web page (HTML)"),
    ("page.html", b"<p>The mill had <b>280</b> workers.</p>", "it is a web page (HTML)"),
    ("nul.txt", b"The mill\0burned\0\0" * 40, "it is a binary file, not a text"),
    ("noise.txt", bytes(range(256)) * 8, "it is a binary file, not a text"),
    ("bells.txt", b"\x07\x1b\x08" * 400, "it is a binary file, not a text"),
    ("cut.txt", "\ufeffFalk said on".encode("utf-16-le") + b"\x00", "it is damaged: byte 26 is not valid"),
    ("broken.txt", "café “Orléans” é ".encode() * 4 + b"\xff", "is not valid UTF-8"),
]


@pytest.mark.parametrize(("name", "content", "cause"), NO_TEXTS, ids=[name for name, *_ in NO_TEXTS])
def test_what_is_no_text_is_named_with_its_cause(mill: Path, name: str, content: bytes, cause: str) -> None:
    (mill / name).write_bytes(content)
    told = refused(run("diff", "a.txt", name))
    assert told.startswith(f"{name}: ")
    assert cause in told
    assert told.endswith(f"{TOO_FEW}1 can be used")


@pytest.mark.parametrize(
    ("sources", "cause"),
    [
        (["nowhere.txt", "a.txt"], "nowhere.txt: there is no such file or directory"),
        (["", "a.txt"], '"": a source needs a name'),
        (["x" * 300, "a.txt"], "it cannot be read (file name too long)"),
        (["lone\udcff.txt", "a.txt"], r"lone\udcff.txt: there is no such file or directory"),
        (["red\x1b[31m\n.txt", "a.txt"], r"red\x1b[31m\x0a.txt: there is no such file or directory"),
        (["a.txt"], TOO_FEW + "1 can be used"),
        (["a.txt", "./a.txt"], "has the same content as a.txt (A) and is left out"),
        (["-", "a.txt"], "-: it is empty"),
        (["-", "-"], "standard input is named twice and can be read only once"),
    ],
)
def test_what_cannot_be_compared_is_told(mill: Path, sources: list[str], cause: str) -> None:
    assert cause in refused(run("diff", *sources, given=b""))


@pytest.mark.parametrize(
    ("manifest", "cause"),
    [
        (b'{"sources": [', "events/manifest.json: it is not valid JSON (line 1, column 14)"),
        (b"[]", "events/manifest.json: it is not a JSON object"),
        (b"\xff\xfe\x00", "events/manifest.json: it is not in UTF-8"),
        (b"[" * 100_000, "events/manifest.json: it is not usable JSON"),
        (b'{"sources": {"A": {"file": "gone.txt"}}}', "manifest.json names this file and it is not there"),
        (b'{"sources": {"A": {"file": "../a.txt"}}}', "it lies outside of the directory"),
    ],
)
def test_a_broken_manifest_is_named_with_its_cause(mill: Path, manifest: bytes, cause: str) -> None:
    (mill / "events").mkdir()
    (mill / "events" / "manifest.json").write_bytes(manifest)
    assert cause in refused(run("diff", "events"))


def test_a_directory_without_texts_is_told(mill: Path) -> None:
    (mill / "pages").mkdir()
    (mill / "pages" / "index.html").write_text("<p>x</p>", encoding="utf-8")
    assert refused(run("diff", "pages")).startswith("pages: the directory holds no texts (.markdown, .md")


@pytest.mark.parametrize("name", ["nowhere.txt", "blank.txt"])
def test_claims_of_what_is_no_text_are_refused_too(mill: Path, name: str) -> None:
    (mill / "blank.txt").write_bytes(b"\n")
    assert refused(run("claims", name)).startswith(f"{name}: ")


def test_five_megabytes_are_refused_with_the_limit(mill: Path) -> None:
    (mill / "long.txt").write_text(MILL_B * (5_000_000 // len(MILL_B)), encoding="utf-8")
    told = refused(run("diff", "a.txt", "long.txt"))
    assert told.startswith("long.txt: ")
    assert "more than 300,000 characters, the longest text accepted" in told


@pytest.mark.parametrize("value", ["A=2025-02-30", "A=yesterday", "A=2025-13-01", "A=20250203x"])
def test_a_bad_date_is_told_before_any_work(mill: Path, value: str) -> None:
    assert "is not a date; write it as 2025-09-02" in refused(
        run("diff", "a.txt", "b.txt", "--published", value)
    )


def test_an_unknown_letter_is_told_with_the_letters_there_are(mill: Path) -> None:
    told = refused(run("diff", "a.txt", "b.txt", "--published", "Q=2025-02-03"))
    assert told == "--published 'Q': there is no such source; there are A, B"


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("no/such/report.txt", "the folder"),
        (".", "is a directory, not a file to write to"),
        ("a.txt/report.txt", "does not exist"),
    ],
)
def test_an_output_that_cannot_be_is_told_before_any_work(mill: Path, path: str, cause: str) -> None:
    told = refused(run("diff", "a.txt", "b.txt", "--output", path))
    assert told.startswith(f"{path}: ")
    assert cause in told


@pytest.mark.model
@pytest.mark.parametrize("option", ["--encoder", "--parser"])
@pytest.mark.parametrize("name", ["no-such-model", "a.txt", "folder"])
def test_an_unusable_model_is_one_short_sentence(mill: Path, option: str, name: str) -> None:
    (mill / "folder").mkdir()
    told = refused(run("diff", "a.txt", "b.txt", option, name))
    assert told.startswith(f"{name}: no s")
    assert "http" not in told


@pytest.mark.model
@pytest.mark.parametrize("name", ["left-out.pdf", "again.txt", "red\x1b[31m.txt"])
def test_no_file_that_was_named_as_a_source_is_overwritten(mill: Path, name: str) -> None:
    contents = {"left-out.pdf": b"%PDF-1.7\n", "again.txt": MILL_A.encode()}
    before = contents.get(name, b"The mill at Tarrow was built in 1911 by the Falk family.\n")
    (mill / name).write_bytes(before)
    result = run("diff", "a.txt", "b.txt", name, "--output", name)
    assert (mill / name).read_bytes() == before
    assert result.exit_code == 2
    assert "is not written" in result.stderr


@pytest.mark.model
def test_two_good_sources_are_compared_and_the_bad_one_told(mill: Path) -> None:
    (mill / "bad.txt").write_bytes(b"\xff\xfe\x00")
    result = run("diff", "bad.txt", "a.txt", "b.txt", "--format", "json")
    assert result.exit_code == 0
    (told,) = result.stderr.splitlines()
    assert told.startswith("reconcile: source A is left out: bad.txt: ")
    report = json.loads(result.stdout)
    assert [source["id"] for source in report["sources"]] == ["B", "C"]
    assert [failure["source"] for failure in report["failures"]] == ["A"]
    assert "conflict" in {group["status"] for group in report["groups"]}


@pytest.mark.model
@pytest.mark.parametrize("content", [HEADINGS_ONLY, "Fire", "1 2 3 4", ")))((("])
def test_a_source_without_a_claim_is_told(mill: Path, content: str) -> None:
    (mill / "thin.txt").write_text(content, encoding="utf-8")
    result = run("diff", "a.txt", "thin.txt", "--format", "json")
    assert result.exit_code == 0
    report = json.loads(result.stdout)
    assert {claim["source"] for claim in report["claims"]} == {"A"}
    assert "thin.txt" in result.stderr
    assert "claim" in result.stderr


@pytest.mark.model
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_any_encoding_and_line_end_gives_the_same_claims(mill: Path, encoding: str) -> None:
    text = MILL_A.replace("\n", "\r\n")
    (mill / "a.txt").write_bytes(text.encode(encoding))
    report = json.loads(run("diff", "a.txt", "b.txt", "--format", "json").stdout)
    ours = [claim for claim in report["claims"] if claim["source"] == "A"]
    assert [text[claim["start"] : claim["end"]] for claim in ours] == [claim["text"] for claim in ours]
    assert "Nine workers were treated for smoke." in [claim["text"] for claim in ours]


@pytest.mark.model
@pytest.mark.skipif(os.name == "nt", reason="Windows has no file names that are no Unicode")
def test_a_file_name_that_is_no_unicode_is_read_and_shown(mill: Path) -> None:
    Path(os.fsdecode(b"mill\xff.txt")).write_text(MILL_B, encoding="utf-8")
    for format_name in ("table", "json", "csv", "markdown"):
        result = run("diff", "a.txt", os.fsdecode(b"mill\xff.txt"), "--format", format_name)
        assert result.exit_code == 0
        assert result.stdout_bytes.decode("utf-8")


@pytest.mark.model
def test_a_good_run_is_silent_on_standard_error(mill: Path) -> None:
    command = [sys.executable, "-m", "reconcile", "diff", "a.txt", "-", "--format", "csv"]
    done = subprocess.run(command, input=MILL_B.encode(), capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"conflict" in done.stdout


UNUSABLE_NAMES = ["c\u0000.txt", "\ud800.txt", "x" * 5_000 + ".txt"]


@pytest.mark.model
@pytest.mark.parametrize("command", [("diff",), ("case", "create", "mill.case")])
def test_a_name_that_no_file_can_have_costs_only_itself(mill: Path, command: tuple[str, ...]) -> None:
    files = ["a.txt", "b.txt", *UNUSABLE_NAMES]
    sources = {letter: {"file": file} for letter, file in zip("ABCDE", files, strict=True)}
    (mill / "manifest.json").write_text(json.dumps({"sources": sources}), encoding="utf-8")
    result = run(*command, ".")
    assert result.exit_code == 0
    assert all(f" {letter} " in result.output or f"({letter})" in result.output for letter in "CDE")


@pytest.mark.model
def test_a_figure_beyond_all_numbers_is_no_figure(mill: Path) -> None:
    (mill / "a.txt").write_text("Police said 1e1000000 people fled the fire on Monday.", encoding="utf-8")
    (mill / "b.txt").write_text("Police said 12 people fled the fire on Monday.", encoding="utf-8")
    assert run("diff", "a.txt", "b.txt").exit_code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that takes nothing")
def test_trouble_that_cannot_be_told_is_still_trouble(mill: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "reconcile", "diff", "nowhere.txt"],
            stderr=full,
            stdout=subprocess.DEVNULL,
            check=False,
        )
    assert ended.returncode == 2
