"""What the user named, spelled out: one request a source, directories opened."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from reconcile.documents.description import Description
from reconcile.documents.manifest import MANIFEST_NAME, ManifestEntry, read_manifest
from reconcile.documents.printable import printable
from reconcile.documents.raw_bytes import cause_of
from reconcile.errors import SourceError

STANDARD_INPUT = "-"
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
_OTHER_SUFFIXES = frozenset({"", ".doc", ".docx", ".htm", ".html", ".odt", ".pdf", ".rtf", ".xhtml"})
"""Of files that may hold an article, too, but not as plain text or not by their names."""


_TOLD = 10
"""Names of such files that are told."""
_SUFFIXES_TOLD = ", ".join(sorted(TEXT_SUFFIXES))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRequest:
    """One source that was asked for.

    ``name`` is the path as the user named it, fit for a terminal; ``location`` is None for standard
    input. ``key`` and ``description`` come from a manifest. ``refusal`` says why it cannot be used,
    where that is already known; ``described`` is False for a text that a manifest leaves out.
    """

    name: str
    location: Path | None = None
    key: str | None = None
    description: Description = field(default_factory=Description)
    refusal: str | None = None
    described: bool = True


def requests_for(paths: Iterable[str | Path]) -> tuple[SourceRequest, ...]:
    """The sources that ``paths`` stand for, in order; what cannot be opened is one refused request."""
    requests: list[SourceRequest] = []
    seen: set[str] = set()
    for path in paths:
        written = os.fspath(path)
        named = SourceRequest(name=printable(written), location=Path(written))
        try:
            requests += _requests(written, named, seen)
        except SourceError as error:
            requests.append(SourceRequest(name=error.path, refusal=error.cause))
        except (OSError, ValueError) as error:
            requests.append(replace(named, refusal=cause_of(error)))
    return tuple(requests)


def passed_over(paths: Iterable[str | Path], requests: Iterable[SourceRequest]) -> Iterator[str]:
    """A sentence for each directory among ``paths`` with files that may hold articles, but are none of the
    ``requests``: they are not read as texts. Another where folders in it hold texts."""
    asked = {str(request.location) for request in requests}
    for path in dict.fromkeys(os.fspath(path) for path in paths if os.fspath(path)):
        with suppress(OSError, ValueError):
            entries = sorted(Path(path).iterdir())
            files = [entry for entry in entries if _may_hold_an_article(entry) and str(entry) not in asked]
            folders = [entry for entry in entries if _holds_texts(entry, asked)]
            if files:
                yield f"{printable(path)}: not read, as only {_SUFFIXES_TOLD} files are: {_listed(files)}"
            if folders:
                yield f"{printable(path)}: texts in folders of it are not read: {_listed(folders)}"


def _listed(entries: Sequence[Path]) -> str:
    more = f" and {len(entries) - _TOLD} more" if len(entries) > _TOLD else ""
    return ", ".join(printable(entry.name) for entry in entries[:_TOLD]) + more


def _may_hold_an_article(file: Path) -> bool:
    return file.suffix.lower() in _OTHER_SUFFIXES and not file.name.startswith(".") and file.is_file()


def _holds_texts(folder: Path, asked: Container[str]) -> bool:
    """Whether texts lie in this folder that nobody asks for. A folder that cannot be opened holds none."""
    with suppress(OSError):
        if folder.is_dir() and not folder.name.startswith("."):
            return any(str(file) not in asked for file in _texts(folder))
    return False


def _requests(written: str, named: SourceRequest, seen: set[str]) -> list[SourceRequest]:
    if written == STANDARD_INPUT:
        return [_standard_input(seen)]
    if not written:
        raise SourceError('""', "a source needs a name")
    if not Path(written).is_dir():
        return [named]
    real = os.path.realpath(written)
    if real in seen:
        raise SourceError(named.name, "the directory is named twice and read once")
    seen.add(real)
    return _directory(Path(written), named.name)


def _standard_input(seen: set[str]) -> SourceRequest:
    if STANDARD_INPUT in seen:
        raise SourceError(STANDARD_INPUT, "standard input is named twice and can be read only once")
    seen.add(STANDARD_INPUT)
    return SourceRequest(name=STANDARD_INPUT)


def _directory(directory: Path, name: str) -> list[SourceRequest]:
    """The texts of a directory: the manifest's in its order, then the others by name."""
    manifest_name = printable(str(directory / MANIFEST_NAME))
    manifest = read_manifest(directory, manifest_name)
    described = [_described(directory, entry, manifest_name) for entry in manifest or ()]
    taken = {str(request.location) for request in described}
    others = [
        replace(_inside(directory, file), described=manifest is None)
        for file in _texts(directory)
        if str(file) not in taken
    ]
    if not described and not others:
        raise SourceError(name, f"the directory holds no texts ({_SUFFIXES_TOLD})")
    return described + others


def is_read_from_folder(name: str) -> bool:
    """Whether a file of this name in a folder is one of its texts, or its manifest."""
    return _is_text(name) or name == MANIFEST_NAME


def _is_text(name: str) -> bool:
    return Path(name).suffix.lower() in TEXT_SUFFIXES and not name.startswith(".")


def _texts(directory: Path) -> list[Path]:
    return sorted(file for file in directory.iterdir() if _is_text(file.name) and not file.is_dir())


def real_location(file: Path | None) -> Path | None:
    """Where a file lies, links followed; None for none, and for a name that no file can have."""
    try:
        return None if file is None else Path(os.path.realpath(file))
    except (OSError, ValueError):
        return None


def _described(directory: Path, entry: ManifestEntry, manifest_name: str) -> SourceRequest:
    if entry.flaw is not None:
        location = directory / os.path.normpath(entry.file) if entry.file else None
        return SourceRequest(name=manifest_name, location=location, key=entry.key, refusal=entry.flaw)
    request = replace(
        _inside(directory, directory / os.path.normpath(entry.file)),
        key=entry.key,
        description=entry.description,
    )
    if request.refusal is not None or request.location is None:
        return request
    try:
        is_there = request.location.exists()
    except OSError as error:
        return replace(request, refusal=cause_of(error))
    return (
        request
        if is_there
        else replace(request, refusal=f"{MANIFEST_NAME} names this file and it is not there")
    )


def _inside(directory: Path, file: Path) -> SourceRequest:
    """A file of a directory; refused where it, or what it links to, lies outside of the directory.

    A directory may come from somebody else: its manifest and links must not read other files.
    """
    request = SourceRequest(name=printable(str(file)), location=file)
    try:
        inside = Path(os.path.realpath(file)).is_relative_to(os.path.realpath(directory))
    except ValueError as error:
        return replace(request, refusal=cause_of(error))
    return request if inside else replace(request, refusal="it lies outside of the directory that names it")
