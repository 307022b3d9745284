"""What models computed, kept between runs: one bounded SQLite file in the user's cache directory."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

FILE = "results.sqlite"
LIMIT = 100_000
"""Rows that are kept: some 150 MB of sentence vectors."""
_TABLE = (
    "CREATE TABLE IF NOT EXISTS result (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL)"
)
_USED = "CREATE INDEX IF NOT EXISTS result_used ON result (used)"
_MANY = 500
"""Keys in one query, below SQLite's limit of variables."""

Row = NDArray[np.float32]


class ResultCache:
    """Float32 rows by the SHA-256 of what they were computed from; no text is kept.

    A cache loses nothing: a file that cannot be opened, is locked or broken is as good as an
    empty one, and the rows that were used least recently go when there are more than ``limit``.
    """

    def __init__(self, path: Path | None = None, limit: int = LIMIT) -> None:
        self.path = path or user_cache_path("reconcile", appauthor=False) / FILE
        self.limit = limit

    def rows(
        self, revision: str, texts: Sequence[str], compute: Callable[[Sequence[str]], Iterable[Row]]
    ) -> list[Row]:
        """A row for each text: those at hand, and what ``compute`` gives for the others, each once.

        ``revision`` names the model and all that shapes its results.
        """
        keys = [_key(revision, text) for text in texts]
        known = self._read(set(keys))
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        computed = dict(zip(missing, compute(list(missing.values())), strict=True)) if missing else {}
        self._write(computed, used=known)
        return [computed[key] if key in computed else known[key] for key in keys]

    def _read(self, keys: set[bytes]) -> dict[bytes, Row]:
        found: dict[bytes, Row] = {}
        wanted = sorted(keys)
        with suppress(sqlite3.Error, OSError), closing(self._open()) as database:
            for start in range(0, len(wanted), _MANY):
                some = wanted[start : start + _MANY]
                places = ",".join("?" * len(some))
                query = f"SELECT key, value FROM result WHERE key IN ({places})"
                found |= {
                    key: np.frombuffer(value, np.float32) for key, value in database.execute(query, some)
                }
        return found

    def _write(self, computed: Mapping[bytes, Row], used: Iterable[bytes]) -> None:
        with suppress(sqlite3.Error, OSError), closing(self._open()) as database, database:
            (last,) = database.execute("SELECT coalesce(max(used), 0) FROM result").fetchone()
            database.executemany(
                "INSERT OR REPLACE INTO result VALUES (?, ?, ?)",
                [(key, np.asarray(row, np.float32).tobytes(), last + 1) for key, row in computed.items()],
            )
            database.executemany(
                "UPDATE result SET used = ? WHERE key = ?", [(last + 1, key) for key in used]
            )
            (rows,) = database.execute("SELECT count(*) FROM result").fetchone()
            database.execute(
                "DELETE FROM result WHERE key IN (SELECT key FROM result ORDER BY used LIMIT ?)",
                (max(0, rows - self.limit),),
            )

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        database = sqlite3.connect(self.path, timeout=2)
        try:
            database.execute(_TABLE)
            database.execute(_USED)
        except sqlite3.DatabaseError as error:
            database.close()
            if not isinstance(error, sqlite3.OperationalError):
                # Not a database, or a broken one: the next run begins anew.
                self.path.unlink(missing_ok=True)
            raise
        return database


def _key(revision: str, text: str) -> bytes:
    content = f"{revision}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(content).digest()
