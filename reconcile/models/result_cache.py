"""What models computed, kept between runs: one bounded SQLite file in the user's cache directory."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
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
_CHECKED = 4
"""Bytes of CRC-32 before each row: SQLite does not notice when the bytes of a value have changed."""
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

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
        with suppress(sqlite3.Error, OSError), self._database() as database:
            for start in range(0, len(wanted), _MANY):
                some = wanted[start : start + _MANY]
                places = ",".join("?" * len(some))
                query = f"SELECT key, value FROM result WHERE key IN ({places})"
                rows = ((key, _unpacked(value)) for key, value in database.execute(query, some))
                found |= {key: row for key, row in rows if row is not None}
        return found

    def _write(self, computed: Mapping[bytes, Row], used: Iterable[bytes]) -> None:
        with suppress(sqlite3.Error, OSError), self._database() as database, database:
            (last,) = database.execute(
                "SELECT coalesce(max(used), 0) FROM result WHERE typeof(used) = 'integer'"
            ).fetchone()
            database.executemany(
                "INSERT OR REPLACE INTO result VALUES (?, ?, ?)",
                [(key, _packed(row), last + 1) for key, row in computed.items()],
            )
            database.executemany(
                "UPDATE result SET used = ? WHERE key = ?", [(last + 1, key) for key in used]
            )
            (rows,) = database.execute("SELECT count(*) FROM result").fetchone()
            database.execute(
                "DELETE FROM result WHERE key IN (SELECT key FROM result ORDER BY used LIMIT ?)",
                (max(0, rows - self.limit),),
            )

    @contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        """The open file; one that turns out to be damaged is removed, and the next run begins anew."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with closing(sqlite3.connect(self.path, timeout=2)) as database:
                database.execute(_TABLE)
                database.execute(_USED)
                yield database
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) in _DAMAGED:
                self.path.unlink(missing_ok=True)
            raise


def _packed(row: Row) -> bytes:
    content = np.asarray(row, np.float32).tobytes()
    return zlib.crc32(content).to_bytes(_CHECKED, "big") + content


def _unpacked(value: object) -> Row | None:
    """The row as it was kept; None where it is not what was written."""
    if not isinstance(value, bytes):
        return None
    check, content = value[:_CHECKED], value[_CHECKED:]
    intact = zlib.crc32(content).to_bytes(_CHECKED, "big") == check
    return np.frombuffer(content, np.float32) if intact and content else None


def _key(revision: str, text: str) -> bytes:
    content = f"{revision}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(content).digest()
