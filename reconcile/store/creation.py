"""Making a new case file, which is whole or not there."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from glob import escape
from pathlib import Path
from urllib.parse import quote

from reconcile.errors import CaseError
from reconcile.store.connection import Database, code_of, connected, require_sound_name, told
from reconcile.store.migration import APPLICATION_ID, migrate

_COMPANIONS = ("-wal", "-shm", "-journal")
_LONGEST_COMPANION = max(map(len, _COMPANIONS))
_LONGEST_NAME = 255
"""Bytes that file systems take for a name."""


@contextmanager
def creating(path: Path) -> Iterator[Database]:
    """A new case, which appears under its name when the block has ended and never in parts.

    Raises CaseError where ``path`` exists, has another case's log beside it, or cannot be written.
    """
    require_new(path)
    with told(path, "written"), _temporary(path) as temporary:
        with closing(connected(f"file:{quote(str(temporary))}?mode=rwc")) as database:
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("BEGIN IMMEDIATE")
            migrate(database)
            yield database
            database.execute("COMMIT")
            database.execute("PRAGMA journal_mode = WAL")
        _synced(temporary)
        require_new(path)
        _named(temporary, path)
        _synced(path.parent)


def require_new(path: Path) -> None:
    """Raises CaseError where no case can be created at ``path``."""
    require_sound_name(path)
    if len(os.fsencode(path.name)) + _LONGEST_COMPANION > _LONGEST_NAME:
        raise CaseError(f"{path}: its name is too long; take a shorter one")
    if path.exists() or path.is_symlink():
        raise CaseError(f"{path}: exists already and is not overwritten")
    if not path.parent.is_dir():
        raise CaseError(f"{path}: the folder {path.parent} does not exist")
    for companion in _COMPANIONS:
        if Path(f"{path}{companion}").exists():
            left = f"{path.name}{companion} is left over from another case"
            raise CaseError(f"{path}: {left}; remove it or take another name")
    if not os.access(path.parent, os.W_OK):
        raise CaseError(f"{path}: no permission to write there")


@contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    beginning = f".{path.name[:64]}."
    _remove_left_over(path.resolve().parent, beginning)
    temporary = path.resolve().with_name(f"{beginning}{secrets.token_hex(4)}.tmp")
    temporary.touch(exist_ok=False)
    try:
        yield temporary
    finally:
        _remove(temporary)


def _remove_left_over(folder: Path, beginning: str) -> None:
    """Removes what a ``create`` that was killed could not; another that is at work holds a lock."""
    for left in folder.glob(f"{escape(beginning)}{'[0-9a-f]' * 8}.tmp"):
        if not _is_locked(left):
            _remove(left)


def _is_locked(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as database:
            database.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        return code_of(error) == sqlite3.SQLITE_BUSY
    return False


def _remove(temporary: Path) -> None:
    for suffix in ("", *_COMPANIONS):
        Path(f"{temporary}{suffix}").unlink(missing_ok=True)


def _named(temporary: Path, path: Path) -> None:
    """Gives the file its name, never another file's."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError as error:
        raise CaseError(f"{path}: exists already and is not overwritten") from error
    except OSError:
        # A file system without links.
        temporary.rename(path)


def _synced(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
