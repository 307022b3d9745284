"""The sources of a case: every version as it was read, bytes and text, and which one is compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reconcile.schema import Document, Failure, Source
from reconcile.store.codec import decoded, encoded
from reconcile.store.connection import Database
from reconcile.store.rows import Value, insert


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceVersion:
    """One content of a source: what was read and what was said about it while reading.

    ``number`` counts from 1; ``document`` does not say which source republishes which.
    """

    number: int
    added_at: dt.datetime
    document: Document
    raw: bytes
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSource:
    """A source of a case by its letter.

    ``version`` is the one that is compared; where there is none, ``failure`` says why it cannot be
    used or ``left_out``, a sentence, of which source it has the content. ``location`` is the file,
    None for standard input; ``options`` what the user said of the source: published, publisher, title.
    """

    letter: str
    location: Path | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    version: SourceVersion | None = None
    failure: Failure | None = None
    left_out: str | None = None


def write_sources(
    database: Database, sources: Sequence[StoredSource], republishes: Mapping[str, str | None]
) -> None:
    """Writes ``sources`` in this order, each over its letter's row; versions are added, none is removed.

    ``republishes`` are the origins of copies by letter, as the last run saw them.
    """
    for position, source in enumerate(sources):
        row = _row(source) | {"position": position, "republishes": republishes.get(source.letter)}
        insert(database, "source", [row], key="letter")
        if source.version is not None:
            _write_version(database, source.letter, source.version)


def read_sources(database: Database) -> tuple[StoredSource, ...]:
    """The sources in their order, each with the version that is compared."""
    rows = database.execute(
        "SELECT letter, location, options, version, failure_path, failure, left_out FROM source "
        "ORDER BY position"
    ).fetchall()
    return tuple(
        StoredSource(
            letter=letter,
            location=None if location is None else Path(location),
            options=decoded(options, dict[str, str]),
            version=None if version is None else read_version(database, letter, version),
            failure=None if failure is None else Failure(source=letter, path=path, error=failure),
            left_out=left_out,
        )
        for letter, location, options, version, path, failure, left_out in rows
    )


def read_version(database: Database, letter: str, number: int) -> SourceVersion:
    """A version of a source that the case has."""
    added_at, raw, text, encoding, body_start, record, warnings = database.execute(
        "SELECT added_at, raw, text, encoding, body_start, record, warnings FROM source_version "
        "WHERE letter = ? AND number = ?",
        (letter, number),
    ).fetchone()
    source = decoded(record, Source)
    return SourceVersion(
        number=number,
        added_at=dt.datetime.fromisoformat(added_at),
        document=Document(source=source, text=text, encoding=encoding, body_start=body_start),
        raw=raw,
        warnings=decoded(warnings, tuple[str, ...]),
    )


def last_versions(database: Database) -> dict[str, int]:
    """How many versions each source has had, by letter."""
    return dict(database.execute("SELECT letter, max(number) FROM source_version GROUP BY letter"))


def _write_version(database: Database, letter: str, version: SourceVersion) -> None:
    known = database.execute(
        "SELECT 1 FROM source_version WHERE letter = ? AND number = ?", (letter, version.number)
    )
    if known.fetchone():
        return
    document = version.document
    row: dict[str, Value] = {
        "letter": letter,
        "number": version.number,
        "added_at": version.added_at.isoformat(),
        "raw": version.raw,
        "text": document.text,
        "encoding": document.encoding,
        "body_start": document.body_start,
        "record": encoded(replace(document.source, republishes=None)),
        "warnings": encoded(version.warnings),
    }
    insert(database, "source_version", [row])


def _row(source: StoredSource) -> dict[str, Value]:
    return {
        "letter": source.letter,
        "location": None if source.location is None else str(source.location),
        "options": encoded(dict(source.options), dict[str, str]),
        "version": source.version.number if source.version else None,
        "failure_path": source.failure.path if source.failure else None,
        "failure": source.failure.error if source.failure else None,
        "left_out": source.left_out,
    }
