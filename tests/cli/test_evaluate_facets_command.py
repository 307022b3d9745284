"""`reconcile evaluate-facets` as a developer runs it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from reconcile.cli import main

PAIR = {"name1": "Ann Orlova", "name2": "Ann Orlowa", "schema": "Person", "is_match": "true"}
TERRITORY = {"code": "fr", "name": "France", "full_name": "French Republic", "names_strong": ["Francia"]}


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["evaluate-facets", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_each_suite_of_a_folder_is_scored_and_other_files_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "name_pairs_own.jsonl", PAIR)
    packed = write(tmp_path / "rows", TERRITORY).read_bytes()
    (tmp_path / "territory_own.jsonl.gz").write_bytes(gzip.compress(packed))
    (tmp_path / "notes.md").write_text("not a suite", encoding="utf-8")
    status, shown, _ = run(tmp_path, "--format", "json")
    figures = json.loads(shown)
    assert status == 0
    assert set(figures) == {"name_pairs_own", "territory_own"}
    assert all(
        0 <= suite["recall" if "recall" in suite else "persons.recall"] <= 1 for suite in figures.values()
    )


def test_a_table_names_suite_and_figure(tmp_path: Path) -> None:
    status, shown, _ = run(write(tmp_path / "name_pairs_own.jsonl", PAIR))
    assert status == 0
    assert [line.split()[0] for line in shown.splitlines()[2:]][:1] == ["name_pairs_own"]
    assert "f1" in shown


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("name_pairs_x.jsonl", "{", "line 1 is no JSON"),
        ("name_pairs_x.jsonl", "[]", "line 1 is no JSON object"),
        ("name_pairs_x.jsonl", "{}", "a row lacks what its suite needs"),
        ("ms_number_x.jsonl", '{"text": 5, "spans": []}', "a row lacks what its suite needs"),
        ("sentences_x.jsonl", "[" * 100_000, "line 1 is no JSON"),
        ("letters.jsonl", "{}", "no suite of facets"),
    ],
)
def test_a_flawed_suite_is_named_with_the_cause(tmp_path: Path, name: str, content: str, told: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    status, _, complaint = run(path)
    assert status == 2
    assert name in complaint
    assert told in complaint


def test_a_suite_that_is_not_there_is_named(tmp_path: Path) -> None:
    status, _, complaint = run(tmp_path / "timex_none.jsonl.gz")
    assert status == 2
    assert "no such file or folder" in complaint


def test_a_broken_gzip_is_named(tmp_path: Path) -> None:
    path = tmp_path / "timex_cut.jsonl.gz"
    path.write_bytes(gzip.compress(b"{}" * 99)[:20])
    status, _, complaint = run(path)
    assert status == 2
    assert "timex_cut" in complaint


def test_a_broken_archive_is_named(tmp_path: Path) -> None:
    path = tmp_path / "sentences_x.jsonl.gz"
    path.write_bytes(gzip.compress(b"")[:10] + b"no deflated data")
    status, _, complaint = run(path)
    assert (status, "not a suite that can be read" in complaint) == (2, True)


def test_two_suites_of_one_name_are_both_told(tmp_path: Path) -> None:
    paths = [tmp_path / folder / "name_pairs_own.jsonl" for folder in ("one", "other")]
    for path in paths:
        path.parent.mkdir()
        write(path, PAIR)
    _, shown, _ = run(*paths, "--format", "json")
    assert set(json.loads(shown)) == set(map(str, paths))
