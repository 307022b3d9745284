"""`reconcile diff` as a user runs it, with the shipped models."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reconcile.cli import main
from reconcile.cli.boundary import DEBUG_VARIABLE

pytestmark = pytest.mark.model

FERRY_A = (
    "Ferry runs aground off Lurn\n\n"
    "The ferry Astrid ran aground near Lurn on Tuesday. Twelve passengers were injured.\n"
    "The captain was questioned by the police.\n"
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


def diff(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments], input=given, catch_exceptions=False)


def parsed(result: Result) -> Any:
    return json.loads(result.stdout)


def statuses(result: Result) -> set[str]:
    return {group["status"] for group in parsed(result)["groups"]}


def test_the_table_tells_the_conflict_and_its_places(ferry: Path) -> None:
    result = diff("a.txt", "b.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("2 sources, ")
    assert "✗ CONFLICT (1)" in result.stdout
    assert "└ A 3:52" in result.stdout
    assert "└ B 1:52" in result.stdout
    assert "\x1b" not in result.stdout


def test_json_points_at_the_words_of_the_files(ferry: Path) -> None:
    whole = parsed(diff("a.txt", "b.txt", "--format", "json"))
    texts = {"A": FERRY_A, "B": FERRY_B}
    assert whole["claims"]
    for claim in whole["claims"]:
        assert texts[claim["source"]][claim["start"] : claim["end"]] == claim["text"]


def test_csv_and_markdown_hold_the_conflict(ferry: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(diff("a.txt", "b.txt", "--format", "csv").stdout)))
    assert [row["kind"] for row in rows if row["relation"] == "conflict"] == ["quantity"]
    assert "## ✗ Conflict (1)" in diff("a.txt", "b.txt", "--format", "markdown").stdout


def test_only_shows_the_statuses_asked_for(ferry: Path) -> None:
    result = diff("a.txt", "b.txt", "--only", "conflict, single-source", "--format", "json")
    assert statuses(result) == {"conflict", "single-source"}


def test_fail_on_ends_with_1_where_something_was_found(ferry: Path) -> None:
    assert diff("a.txt", "b.txt", "--fail-on", "conflict").exit_code == 1
    assert diff("a.txt", "b.txt", "--fail-on", "wording", "--only", "agreement").exit_code == 1
    (ferry / "c.txt").write_text(FERRY_A.replace("Twelve", "Some twelve"), encoding="utf-8")
    assert diff("a.txt", "c.txt", "--fail-on", "conflict").exit_code == 0


def test_rules_only_leaves_the_trained_tagger_out() -> None:
    event = str(Path(__file__).parents[2] / "fixtures" / "events" / "rail-strike")
    with_tagger, without = diff(event), diff(event, "--rules-only")
    assert "trained tagger" in " ".join(with_tagger.stdout.split())
    assert "tagger" not in without.stdout


def test_what_the_user_says_about_a_source_is_in_the_report(ferry: Path) -> None:
    said = ["--published", "a=2025-08-29", "--publisher", "B=The Lurn Post", "--title", "B=Ferry"]
    result = diff("a.txt", "b.txt", *said, "--format", "json")
    first, second = parsed(result)["sources"]
    assert (first["published"], first["published_from"]) == ("2025-08-29", "option")
    assert (second["publisher"], second["title"]) == ("The Lurn Post", "Ferry")


def test_a_source_may_come_from_standard_input(ferry: Path) -> None:
    assert "conflict" in statuses(diff("a.txt", "-", "--format", "json", given=FERRY_B))


def test_output_goes_to_a_file_and_not_to_the_terminal(ferry: Path) -> None:
    result = diff("a.txt", "b.txt", "--output", "report.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "CONFLICT" in (ferry / "report.txt").read_text(encoding="utf-8")
    assert sorted(path.name for path in ferry.iterdir()) == ["a.txt", "b.txt", "report.txt"]


def test_a_source_is_never_overwritten(ferry: Path) -> None:
    result = diff("a.txt", "b.txt", "--output", "./b.txt")
    assert result.exit_code == 2
    assert "belongs to the sources and is not written" in result.stderr
    assert (ferry / "b.txt").read_text(encoding="utf-8") == FERRY_B


def test_no_file_of_a_folder_of_sources_is_overwritten(ferry: Path) -> None:
    (ferry / "event" / "deep").mkdir(parents=True)
    for name, text in {"a.txt": FERRY_A, "deep/b.txt": FERRY_B}.items():
        (ferry / "event" / name).write_text(text, encoding="utf-8")
    sources = {"A": {"file": "a.txt"}, "B": {"file": "deep/b.txt"}}
    (ferry / "event" / "manifest.json").write_text(json.dumps({"sources": sources}), encoding="utf-8")
    for name in ("deep/b.txt", "manifest.json", "report.md"):
        result = diff("event", "--output", f"event/{name}")
        assert (result.exit_code, "is not written" in result.stderr) == (2, True)
    assert (ferry / "event" / "deep" / "b.txt").read_text(encoding="utf-8") == FERRY_B


def test_a_broken_source_is_told_and_the_others_compared(ferry: Path) -> None:
    (ferry / "empty.txt").write_bytes(b"")
    result = diff("a.txt", "empty.txt", "b.txt", "nowhere.txt", "--format", "json")
    assert result.exit_code == 0
    assert [failure["path"] for failure in parsed(result)["failures"]] == ["empty.txt", "nowhere.txt"]
    assert "empty.txt" in result.stderr
    assert "nowhere.txt" in result.stderr


def test_fewer_than_two_sources_end_with_2(ferry: Path) -> None:
    result = diff("a.txt", "nowhere\x1b[31m.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("reconcile: ")
    assert r"nowhere\x1b[31m.txt" in result.stderr
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize(
    "option",
    [
        ["--published", "A=soon"],
        ["--published", "Z=2025-08-29"],
        ["--encoder", "no-such"],
        ["--parser", "no-such"],
    ],
)
def test_a_bad_value_is_one_sentence_and_2(ferry: Path, option: list[str]) -> None:
    result = diff("a.txt", "b.txt", *option)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.strip().splitlines()) == 1


def test_control_characters_of_a_source_are_shown_not_sent(ferry: Path) -> None:
    hostile = FERRY_B.replace("ferry Astrid", "ferry \x1b[31mAstrid\u202e")
    (ferry / "b.txt").write_text(hostile, encoding="utf-8")
    for format_name in ("table", "json", "markdown", "csv"):
        shown = diff("a.txt", "b.txt", "--format", format_name).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown


def started(*arguments: str, **streams: Any) -> subprocess.Popen[bytes]:
    """The program in a process of its own; Ctrl-C reaches it even where the tests ignore it."""
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from reconcile.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "diff", *arguments]
    return subprocess.Popen(command, stderr=subprocess.PIPE, **streams)


def test_a_reader_that_stops_early_is_no_error(ferry: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    running = started("a.txt", "b.txt", stdout=writing)
    os.close(writing)
    _, told = running.communicate(timeout=120)
    assert (running.returncode, told) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_sentence_and_2(ferry: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        running = started("a.txt", "b.txt", stdout=full)
    _, told = running.communicate(timeout=120)
    assert running.returncode == 2
    assert told.startswith(b"reconcile: standard output cannot be written to")
    assert len(told.splitlines()) == 1


def test_ctrl_c_ends_with_130_and_no_traceback(ferry: Path) -> None:
    running = started("a.txt", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    time.sleep(3)  # it loads models or waits for standard input by then
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"Traceback" not in told


def test_the_page_is_written_to_one_file(ferry: Path) -> None:
    result = diff("a.txt", "b.txt", "--format", "html", "--output", "report.html")
    assert (result.exit_code, result.stdout) == (0, "")
    page = (ferry / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>\n")
    assert "Thirty passengers</mark>" in page
