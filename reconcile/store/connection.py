"""Opening a case file to read or to change it; SQLite's errors become one sentence."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from reconcile.errors import CaseError
from reconcile.store.codec import DamagedError
from reconcile.store.migration import APPLICATION_ID, migrate, migrations, version_of

Database = sqlite3.Connection

BUSY_SECONDS = 10.0
"""How long to wait for another process to finish its change."""
_NO_CASE = "is not a case file"
_DAMAGED = "is damaged; restore a copy of it"
_SENTENCES: Mapping[int, str] = {
    sqlite3.SQLITE_NOTADB: _NO_CASE,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_BUSY: "is in use by another program; nothing was changed, try again",
    sqlite3.SQLITE_LOCKED: "is in use by another program; nothing was changed, try again",
    sqlite3.SQLITE_READONLY: "is read-only; nothing was changed",
    sqlite3.SQLITE_FULL: "the disk is full; nothing was changed",
    sqlite3.SQLITE_IOERR: "could not be read or written, the disk may be full or broken; nothing was changed",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; its folder may be closed to you",
    sqlite3.SQLITE_PERM: "there is no permission to open it",
}


@contextmanager
def reading(path: Path) -> Iterator[Database]:
    """The case as it stands now, whatever others write meanwhile; raises CaseError."""
    with told(path, "read"), closing(_opened(path, to_write=False)) as database:
        database.execute("BEGIN")
        yield database
        database.execute("ROLLBACK")


@contextmanager
def writing(path: Path) -> Iterator[Database]:
    """The case in a transaction of its own: it holds once the block has ended, on the disk too, or
    not at all. Others wait. Raises CaseError."""
    with told(path, "written"), closing(_opened(path, to_write=True)) as database:
        database.execute("BEGIN IMMEDIATE")
        try:
            yield database
            database.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                database.execute("ROLLBACK")
            raise


def require_intact(database: Database) -> None:
    """Raises CaseError where the pages or the references of the file do not hold together."""
    (outcome,) = database.execute("PRAGMA quick_check(1)").fetchone()
    if outcome != "ok" or database.execute("PRAGMA foreign_key_check").fetchone():
        raise sqlite3.DatabaseError(_DAMAGED)


def _opened(path: Path, *, to_write: bool) -> Database:
    _require_file(path)
    # SQLite keeps the log beside the file that a link points to.
    real = path.resolve()
    name = quote(str(real))
    try:
        return _ready(connected(f"file:{name}?mode=rw"), path)
    except sqlite3.OperationalError as error:
        # A file in a folder that is closed to us has no room for a log: it can still be read.
        closed = code_of(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if to_write or not closed or _has_log(real):
            raise
    return _ready(connected(f"file:{name}?mode=ro&immutable=1"), path)


def connected(uri: str) -> Database:
    database = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    database.text_factory = _decoded
    return database


def _ready(database: Database, path: Path) -> Database:
    try:
        _require_case(database, path)
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("PRAGMA synchronous = FULL")
        if version_of(database) < len(migrations()):
            _bring_up_to_date(database, path)
    except BaseException:
        database.close()
        raise
    return database


def _bring_up_to_date(database: Database, path: Path) -> None:
    was = version_of(database)
    try:
        database.execute("BEGIN IMMEDIATE")
        migrate(database)
        database.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if code_of(error) != sqlite3.SQLITE_READONLY:
            raise
        raise CaseError(
            f"{path}: is in format {was} of an older reconcile and must be brought to format "
            f"{len(migrations())}, but it is read-only; copy it to where it can be written and open the copy"
        ) from error


def _require_case(database: Database, path: Path) -> None:
    (application,) = database.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise CaseError(f"{path}: {_NO_CASE}")
    version, known = version_of(database), len(migrations())
    if version > known:
        raise CaseError(
            f"{path}: was written by a newer reconcile (format {version}, this one knows {known}); "
            "nothing was changed"
        )


def require_sound_name(path: Path) -> None:
    """Raises CaseError for a name that the system or SQLite cannot take."""
    try:
        str(path).encode("utf-8")
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        pass
    except UnicodeEncodeError as error:
        raise CaseError(f"{path}: its name is not in UTF-8; rename it") from error
    except (OSError, ValueError) as error:
        cause = (isinstance(error, OSError) and error.strerror) or error
        raise CaseError(f"{path}: cannot be reached ({cause})") from error


def _require_file(path: Path) -> None:
    require_sound_name(path)
    if not path.exists():
        raise CaseError(f"{path}: there is no such case; reconcile case create makes one")
    if not path.is_file():
        raise CaseError(f"{path}: {_NO_CASE}")
    if not os.access(path, os.R_OK):
        raise CaseError(f"{path}: there is no permission to read it")


def _has_log(path: Path) -> bool:
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


@contextmanager
def told(path: Path, done: str) -> Iterator[None]:
    """SQLite's and the system's errors as CaseError; ``done`` is what the file could not be."""
    try:
        yield
    except sqlite3.Error as error:
        raise CaseError(f"{path}: {_SENTENCES.get(code_of(error), _unforeseen(error))}") from error
    except DamagedError as error:
        raise CaseError(f"{path}: {_DAMAGED}") from error
    except OSError as error:
        raise CaseError(f"{path}: cannot be {done} ({error.strerror or error})") from error


def code_of(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 where Python raised the error itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _unforeseen(error: sqlite3.Error) -> str:
    return _DAMAGED if str(error) == _DAMAGED else f"{_DAMAGED} ({error})"


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")
