"""manifest.json: which texts of a directory are sources, and what is known about each."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reconcile.documents.description import Description, language_tag
from reconcile.documents.field_names import FIELD_NAMES, folded_name
from reconcile.documents.raw_bytes import read_file
from reconcile.documents.written_dates import StatedDate, read_iso
from reconcile.errors import SourceError

MANIFEST_NAME = "manifest.json"
_MAX_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestEntry:
    """One source of a manifest: its key, its file relative to the directory, its description.

    ``flaw`` says why the entry cannot be used, where it cannot; ``file`` may then be empty.
    """

    key: str
    file: str
    description: Description = field(default_factory=Description)
    flaw: str | None = None


def read_manifest(directory: Path, name: str) -> tuple[ManifestEntry, ...] | None:
    """The entries of the directory's manifest in its order, None where there is no manifest.

    The format is ``{"sources": {"A": {"file": "a.txt", "publisher", "title", "published", "url",
    "language": text or null, "authors": [text], "sha256": hex}}}``; a statement may have another of its
    ``FIELD_NAMES`` ("outlet", "date"), an "author" is a text, other fields are ignored.
    Raises SourceError, which calls the manifest ``name``, where it is malformed as a whole.
    """
    location = directory / MANIFEST_NAME
    if not os.path.lexists(location):
        return None
    manifest = _mapping(_parsed(read_file(location, name, _MAX_CHARACTERS), name), "it", name)
    if "sources" not in manifest:
        raise SourceError(name, 'it has no "sources"')
    sources = _mapping(manifest["sources"], '"sources"', name)
    if not sources:
        raise SourceError(name, '"sources" names no source')
    return tuple(_entry(key, fields, name) for key, fields in sources.items())


def _parsed(data: bytes, name: str) -> object:
    try:
        parsed: object = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_without_repeats)
    except json.JSONDecodeError as error:
        raise SourceError(
            name, f"it is not valid JSON (line {error.lineno}, column {error.colno})"
        ) from error
    except UnicodeDecodeError as error:
        raise SourceError(name, "it is not in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(name, f"it is not usable JSON ({error})") from error
    return parsed


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError("a name is used twice in one object")
    return fields


def _mapping(value: object, what: str, name: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise SourceError(name, f"{what} is not a JSON object")
    return value


def _entry(key: str, fields: object, name: str) -> ManifestEntry:
    try:
        return _read_entry(key, _mapping(fields, f'the entry "{key}"', name), name)
    except SourceError as error:
        file = fields.get("file") if isinstance(fields, dict) else None
        return ManifestEntry(key=key, file=file if isinstance(file, str) else "", flaw=error.cause)


def _read_entry(key: str, fields: Mapping[str, object], name: str) -> ManifestEntry:
    file = _text(fields, "file", key, name)
    if not file:
        raise SourceError(name, f'the entry "{key}" names no "file"')
    digest = _text(fields, "sha256", key, name)
    return ManifestEntry(
        key=key,
        file=file,
        description=Description(
            publisher=_text(fields, "publisher", key, name),
            title=_text(fields, "title", key, name),
            authors=_authors(fields, key, name),
            published=_date(_text(fields, "published", key, name)),
            url=_text(fields, "url", key, name),
            language=language_tag(_text(fields, "language", key, name)),
            sha256=digest.lower() if digest else None,
        ),
    )


def _text(fields: Mapping[str, object], statement: str, key: str, name: str) -> str | None:
    field, value = _stated(fields, statement)
    if value is not None and not isinstance(value, str):
        raise SourceError(name, f'"{field}" of the entry "{key}" is not a text')
    return (value or "").strip() or None


def _authors(fields: Mapping[str, object], key: str, name: str) -> tuple[str, ...]:
    field, value = _stated(fields, "authors")
    authors = [value] if isinstance(value, str) and field != "authors" else value or []
    if not isinstance(authors, list) or not all(isinstance(author, str) for author in authors):
        raise SourceError(name, f'"{field}" of the entry "{key}" is not a list of texts')
    return tuple(author.strip() for author in authors if author.strip())


def _stated(fields: Mapping[str, object], statement: str) -> tuple[str, object]:
    """The field that makes a statement, and its value; the statement's own name and None where none does."""
    given = {field: value for field, value in fields.items() if value not in (None, "", [])}
    by_name = {folded_name(field): (field, value) for field, value in reversed(given.items())}
    names = FIELD_NAMES.get(statement, (statement,))
    return next((by_name[one] for one in names if one in by_name), (statement, None))


def _date(value: str | None) -> StatedDate | None:
    """A value that is no ISO date is kept, with no day, so that its source can be refused by name."""
    return None if value is None else read_iso(value) or StatedDate(text=value, day=None)
