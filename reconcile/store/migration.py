"""The formats of a case file: SQL files, each of which makes the next format out of the one before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

APPLICATION_ID = 0x5265636F
""""Reco" in ASCII: what tells a case from other SQLite files (https://sqlite.org/pragma.html#pragma_application_id)."""


@cache
def migrations() -> tuple[str, ...]:
    """The SQL of each format, in order: the first is format 1."""
    folder = files("reconcile.store").joinpath("migrations")
    scripts = sorted((file.name, file.read_text("utf-8")) for file in folder.iterdir() if _is_sql(file.name))
    return tuple(script for _, script in scripts)


def version_of(database: sqlite3.Connection) -> int:
    """The format that the file is in; 0 for a file without tables."""
    (version,) = database.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(database: sqlite3.Connection) -> None:
    """Brings the file to the newest format in the transaction that is open."""
    for number, script in enumerate(migrations(), 1):
        if number > version_of(database):
            for statement in _statements(script):
                database.execute(statement)
            database.execute(f"PRAGMA user_version = {number}")


def _is_sql(name: str) -> bool:
    return name.endswith(".sql")


def _statements(script: str) -> Iterator[str]:
    """One by one: ``executescript`` would commit the open transaction first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
