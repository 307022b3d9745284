"""The case file as a file: whole or absent, recognised, append-only where it should be, clear in trouble."""

from __future__ import annotations

import os
import resource
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from reconcile import casework, store
from reconcile.errors import CaseError
from reconcile.store import connection, creation
from reconcile.store.migration import APPLICATION_ID, migrations
from tests.casework.handmade_case import findings_of, judgement, mill_case
from tests.report.handmade_reports import mill_fire

FIRST = findings_of(mill_fire())[0]
NOBODY = 65534


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return mill_case(tmp_path)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as any program opens it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        yield database


@contextmanager
def ordinary_user() -> Iterator[Path]:
    """A folder that belongs to a user whom the system refuses things; tests may run as root."""
    with tempfile.TemporaryDirectory() as folder:
        was = os.geteuid()
        if was == 0:
            os.chown(folder, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield Path(folder)
        finally:
            Path(folder).chmod(0o700)
            os.seteuid(was)


def one(database: sqlite3.Connection, query: str) -> object:
    return database.execute(query).fetchone()[0]


def test_a_new_case_says_what_it_is_and_keeps_a_log(case: Path) -> None:
    with opened(case) as database:
        assert one(database, "PRAGMA application_id") == APPLICATION_ID
        assert one(database, "PRAGMA user_version") == len(migrations())
        assert one(database, "PRAGMA journal_mode") == "wal"
        assert one(database, "PRAGMA integrity_check") == "ok"
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert [path.name for path in case.parent.iterdir()] == ["mill.case"]


def test_every_acknowledged_change_is_on_the_disk(case: Path) -> None:
    with store.writing(case) as database:
        assert one(database, "PRAGMA synchronous") == 2
        assert one(database, "PRAGMA foreign_keys") == 1


def test_the_sources_are_there_as_bytes_and_as_text(case: Path) -> None:
    with opened(case) as database:
        rows = database.execute("SELECT letter, raw, text FROM source_version ORDER BY letter").fetchall()
    assert [(letter, raw.decode()) for letter, raw, _ in rows] == [(letter, text) for letter, _, text in rows]
    assert [letter for letter, _, _ in rows] == ["A", "B"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET actor = 'somebody else'",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit SELECT id, at, 'somebody else', action, finding, detail FROM audit",
        "DELETE FROM judgement",
    ],
)
def test_what_happened_cannot_be_unwritten(case: Path, statement: str) -> None:
    casework.judge(case, judgement(FIRST))
    before = casework.history(case)
    with opened(case) as database, pytest.raises(sqlite3.IntegrityError, match=r"append-only|never deleted"):
        database.execute(statement)
    assert casework.history(case) == before


def test_an_existing_file_is_never_written_over(case: Path) -> None:
    before = case.read_bytes()
    with pytest.raises(CaseError, match="exists already"):
        mill_case(case.parent)
    assert case.read_bytes() == before


def test_a_case_that_cannot_be_finished_leaves_nothing(tmp_path: Path) -> None:
    def broken_off() -> None:
        with store.creating(tmp_path / "new.case"):
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken_off()
    assert list(tmp_path.iterdir()) == []


def test_somebody_else_may_take_the_name_first(tmp_path: Path) -> None:
    path = tmp_path / "new.case"

    def overtaken() -> None:
        with store.creating(path):
            path.write_text("theirs")

    with pytest.raises(CaseError, match="exists already"):
        overtaken()
    assert path.read_text() == "theirs"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", ["-wal", "-shm", "-journal"])
def test_a_log_of_another_case_is_not_taken_for_the_new_one(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"mill.case{suffix}").write_bytes(b"frames")
    with pytest.raises(CaseError, match=f"mill.case{suffix} is left over"):
        mill_case(tmp_path)


def test_a_case_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"the folder .+ does not exist"):
        mill_case(tmp_path / "nowhere")


@pytest.mark.parametrize("content", [b"", b"A text.\n" * 400, b"SQLite format 3\x00" + bytes(20)])
def test_a_file_that_is_no_case_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(CaseError, match=r"a\.txt: is not a case file"):
        casework.load(path)
    with pytest.raises(CaseError, match=r"a\.txt: is not a case file"):
        casework.judge(path, judgement(FIRST))
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_another_programs_database_is_no_case(tmp_path: Path) -> None:
    path = tmp_path / "music.db"
    with opened(path) as database:
        database.execute("CREATE TABLE song (title)")
    before = path.read_bytes()
    with pytest.raises(CaseError, match="is not a case file"):
        casework.load(path)
    assert path.read_bytes() == before


def test_neither_a_folder_nor_a_missing_file_is_a_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="is not a case file"):
        casework.load(tmp_path)
    with pytest.raises(CaseError, match=r"there is no such case; reconcile case create makes one"):
        casework.load(tmp_path / "none.case")
    assert list(tmp_path.iterdir()) == []


def test_a_case_of_a_newer_program_is_not_touched(case: Path) -> None:
    with opened(case) as database:
        database.execute("PRAGMA user_version = 999")
    before = case.read_bytes()
    with pytest.raises(CaseError, match=r"written by a newer reconcile \(format 999"):
        casework.judge(case, judgement(FIRST))
    assert case.read_bytes() == before


def test_a_damaged_case_is_told(case: Path) -> None:
    content = bytearray(case.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 64] = b"\xff" * 64
    case.write_bytes(content)
    with pytest.raises(CaseError, match=r"mill\.case: is damaged"):
        casework.load(case)


def test_a_case_cut_off_is_told(case: Path) -> None:
    content = case.read_bytes()
    case.write_bytes(content[: len(content) // 2])
    with pytest.raises(CaseError, match=r"mill\.case: is damaged"):
        casework.load(case)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE claim SET record = '{}' WHERE id = 'A1'",
        "UPDATE source_version SET record = 'no JSON'",
        "UPDATE finding SET relation = 'quarrel'",
        "DELETE FROM finding_value",
        "DELETE FROM run",
    ],
)
def test_rows_that_are_not_what_was_written_are_told(case: Path, damage: str) -> None:
    with opened(case) as database:
        database.execute(damage)
    with pytest.raises(CaseError, match=r"mill\.case: is damaged"):
        casework.load(case)


def test_a_case_in_use_is_told_after_a_while(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
    with opened(case) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseError, match="in use by another program; nothing was changed"):
            casework.judge(case, judgement(FIRST))
        assert casework.load(case) == mill_fire()
    assert casework.judge(case, judgement(FIRST)) == 1


def test_a_read_only_case_can_be_read_and_not_changed() -> None:
    with ordinary_user() as folder:
        case = mill_case(folder)
        case.chmod(0o444)
        with pytest.raises(CaseError, match="is read-only; nothing was changed"):
            casework.judge(case, judgement(FIRST))
        folder.chmod(0o555)
        with pytest.raises(CaseError, match=r"read-only|cannot be opened"):
            casework.judge(case, judgement(FIRST))
        assert casework.load(case) == mill_fire()
        with pytest.raises(CaseError, match=r"cannot be written|no permission"):
            mill_case(folder, "other.case")
        case.chmod(0)
        with pytest.raises(CaseError, match=r"no permission|cannot be opened"):
            casework.load(case)


def test_a_disk_without_room_loses_nothing(case: Path) -> None:
    casework.judge(case, judgement(FIRST, "Ann"))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, limits[1]))
    try:
        with pytest.raises(CaseError, match="disk"):
            casework.judge(case, judgement(FIRST, "Bo", note="x" * 5_000))
        with pytest.raises(CaseError, match=r"disk|File too large"):
            mill_case(case.parent, "other.case")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [j.reviewer for j in casework.load(case).judgements] == ["Ann"]
    assert [path.name for path in case.parent.iterdir() if path.suffix in (".case", ".tmp")] == ["mill.case"]


@pytest.mark.parametrize("name", ["x" * 300, "x" * 250, "caf\udce9.case", "a\x00b"])
def test_a_name_that_cannot_be_used_is_told(tmp_path: Path, name: str) -> None:
    sentence = r"too long|not in UTF-8|cannot be reached|there is no such case"
    with pytest.raises(CaseError, match=sentence):
        casework.load(tmp_path / name)
    with pytest.raises(CaseError, match=sentence):
        mill_case(tmp_path, name)


def test_what_a_killed_create_left_goes_with_the_next(tmp_path: Path) -> None:
    (tmp_path / ".mill.case.0123abcd.tmp").write_bytes(b"half a case")
    (tmp_path / ".mill.case.0123abcd.tmp-journal").write_bytes(b"half a log")
    with store.creating(tmp_path / "mill.case"):
        (busy,) = tmp_path.glob(".mill.case.*.tmp")
        with store.creating(tmp_path / ".." / tmp_path.name / "other.case"):
            pass
        creation._remove_left_over(tmp_path, ".mill.case.")
        assert busy.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mill.case", "other.case"]


def test_a_link_to_a_case_is_the_case(case: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.case"
    link.symlink_to(case)
    casework.judge(link, judgement(FIRST))
    assert casework.load(case).judgements == casework.load(link).judgements == (judgement(FIRST),)
