"""A case of the first format opens in today's program with all that was in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reconcile import casework
from reconcile.casework import Action
from reconcile.errors import CaseError
from reconcile.store.migration import migrations
from tests.casework.handmade_case import findings_of, judgement, mill_case
from tests.report.handmade_reports import mill_fire
from tests.store.test_case_file import ordinary_user

FIRST_FORMAT = Path(__file__).with_name("first_format.sql")
"""A dump of a case of the mill fire as the first format had it: three judgements, one taken back."""
FIRST, SECOND = findings_of(mill_fire())[:2]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.case"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(FIRST_FORMAT.read_bytes().decode())
        database.execute("PRAGMA journal_mode = WAL")
    return path


def columns(path: Path) -> dict[str, list[tuple[str, ...]]]:
    """The columns of every table with their types."""
    with closing(sqlite3.connect(path)) as database:
        names = [n for (n,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            n: database.execute(f"SELECT name, type FROM pragma_table_info('{n}')").fetchall() for n in names
        }


def test_nothing_is_lost_on_the_way(old: Path) -> None:
    report = casework.load(old)
    assert replace(report, judgements=()) == mill_fire()
    assert [(j.finding, j.reviewer, j.note) for j in report.judgements] == [
        (FIRST, "Ann", "first format"),
        (FIRST, "Bo", "first format"),
    ]
    assert casework.revisions(old)[SECOND] == 2
    assert casework.history(old)[-1].action is Action.TAKEN_BACK
    with closing(sqlite3.connect(old)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (len(migrations()),)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_old_case_has_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    casework.load(old)
    assert columns(old) == columns(mill_case(tmp_path))


def test_old_judgements_say_whose_words_were_judged_and_are_not_flagged(old: Path) -> None:
    with closing(sqlite3.connect(old)) as database:
        casework.load(old)
        told = database.execute("SELECT DISTINCT sources FROM judgement").fetchall()
    assert told == [('["A","B"]',)]
    assert casework.flagged(old) == ()


def test_work_goes_on_in_an_old_case(old: Path) -> None:
    assert casework.judge(old, judgement(SECOND, "Bo"), expected=2) == 3
    assert casework.undo(old, FIRST, "Ann") == 3


def test_an_old_case_in_use_is_not_half_migrated(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reconcile.store.connection.BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseError, match="in use"):
            casework.load(old)
        assert other.execute("PRAGMA user_version").fetchone() == (1,)


def test_an_old_case_that_is_read_only_is_told_where_to_go(old: Path) -> None:
    content = old.read_bytes()
    with ordinary_user() as folder:
        copy = folder / "old.case"
        copy.write_bytes(content)
        copy.chmod(0o444)
        folder.chmod(0o555)
        with pytest.raises(CaseError, match=r"is in format 1 .+ copy it to where it can be written"):
            casework.load(copy)
