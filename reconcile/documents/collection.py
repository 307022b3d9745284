"""All sources of one run: named, lettered, read, and the repeated ones left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reconcile.documents.description import Description
from reconcile.documents.identity import drop_repeated
from reconcile.documents.letters import is_letter, letter
from reconcile.documents.reader import read_document
from reconcile.documents.request import SourceRequest, requests_for
from reconcile.documents.written_dates import StatedDate, parse_published
from reconcile.errors import OptionError, SourceError
from reconcile.schema import Document, Failure
from reconcile.settings import DocumentSettings

Published = str | dt.date | dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The documents that can be compared, the sources that cannot be used, and warnings.

    ``Failure.error`` is the reason without the path; a warning is a sentence of its own.
    """

    documents: tuple[Document, ...] = ()
    failures: tuple[Failure, ...] = ()
    warnings: tuple[str, ...] = ()


def read_sources(
    paths: Sequence[str | Path],
    *,
    published: Mapping[str, Published] | None = None,
    publisher: Mapping[str, str] | None = None,
    title: Mapping[str, str] | None = None,
    standard_input: BinaryIO | None = None,
    settings: DocumentSettings | None = None,
) -> Reading:
    """Reads files, directories of texts and ``-`` (standard input), each source under its letter.

    Letters go A, B, C, … in order, to failed sources too; a directory that is the only argument
    keeps the letters of its manifest. ``published``, ``publisher`` and ``title`` are by letter and
    overrule what the sources say. Raises OptionError for a letter or date that is not valid.
    """
    if isinstance(paths, str | Path):
        raise OptionError("the sources are to be given as a list of paths, not as one path")
    requests = _lettered(requests_for(paths), only=len(paths) == 1)
    options = _options(requests, published or {}, publisher or {}, title or {})
    documents: list[Document] = []
    failures: list[Failure] = []
    warnings: list[str] = []
    limit = (settings or DocumentSettings()).max_characters
    for name, request in requests.items():
        try:
            document, notes = read_document(request, name, options[name], limit, standard_input)
        except SourceError as error:
            failures.append(Failure(source=name, path=error.path, error=error.cause))
        else:
            documents.append(document)
            warnings += notes
    kept, repeated = drop_repeated(documents)
    return Reading(documents=kept, failures=tuple(failures), warnings=(*warnings, *repeated))


def _lettered(requests: Sequence[SourceRequest], *, only: bool) -> dict[str, SourceRequest]:
    keys = [request.key for request in requests if request.key is not None]
    if not only or not all(is_letter(key) for key in keys):
        return {letter(number): request for number, request in enumerate(requests)}
    free = (name for name in map(letter, range(len(requests) + len(keys))) if name not in keys)
    return {request.key or next(free): request for request in requests}


def _options(
    requests: Mapping[str, SourceRequest],
    published: Mapping[str, Published],
    publisher: Mapping[str, str],
    title: Mapping[str, str],
) -> dict[str, Description]:
    for option, by_letter in (("published", published), ("publisher", publisher), ("title", title)):
        for name in by_letter:
            if name not in requests:
                raise OptionError(f"--{option} {name!r}: {_letters(requests)}")
    return {
        name: Description(
            published=_stated(name, published[name]) if name in published else None,
            publisher=publisher.get(name),
            title=title.get(name),
        )
        for name in requests
    }


def _letters(requests: Mapping[str, SourceRequest]) -> str:
    names = list(requests)
    if not names:
        return "there are no sources"
    shown = ", ".join(names) if len(names) <= 26 else f"{names[0]} to {names[-1]}"
    return f"there is no such source; there {'is' if len(names) == 1 else 'are'} {shown}"


def _stated(name: str, value: Published) -> StatedDate:
    try:
        return _stated_date(value)
    except OptionError as error:
        raise OptionError(f"--published {name}: {error}") from error


def _stated_date(value: Published) -> StatedDate:
    if isinstance(value, dt.datetime):
        if value.tzinfo is None:
            raise OptionError(f"the time of publication {value.isoformat()} has no time zone")
        return StatedDate(text=value.isoformat(), day=value.date(), at=value)
    if isinstance(value, dt.date):
        return StatedDate(text=value.isoformat(), day=value)
    day, moment = parse_published(value)
    return StatedDate(text=value, day=day, at=moment)
