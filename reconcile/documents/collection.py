"""All sources of one run: named, lettered, read, and the repeated ones left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from reconcile.documents.description import Description
from reconcile.documents.identity import drop_repeated
from reconcile.documents.letters import is_letter, letter, place
from reconcile.documents.reader import ReadSource, read_document
from reconcile.documents.request import SourceRequest, passed_over, real_location, requests_for
from reconcile.documents.written_dates import StatedDate, parse_published
from reconcile.errors import OptionError, SourceError
from reconcile.schema import Document, Failure
from reconcile.settings import DocumentSettings

Published = str | dt.date | dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The documents that can be compared, the sources that cannot be used, and warnings.

    ``Failure.error`` is the reason without the path; a warning is a sentence of its own. ``read`` are
    all sources that could be read, those too that repeat another and are no document to compare;
    ``locations`` are the files of all sources by letter, None for standard input.
    """

    documents: tuple[Document, ...] = ()
    failures: tuple[Failure, ...] = ()
    warnings: tuple[str, ...] = ()
    read: tuple[ReadSource, ...] = ()
    locations: Mapping[str, Path | None] = field(default_factory=dict)


def read_sources(
    paths: Sequence[str | Path],
    *,
    published: Mapping[str, Published] | None = None,
    publisher: Mapping[str, str] | None = None,
    title: Mapping[str, str] | None = None,
    standard_input: BinaryIO | None = None,
    settings: DocumentSettings | None = None,
    letters: Mapping[str, Path | None] | None = None,
    as_letter: str | None = None,
) -> Reading:
    """Reads files, directories of texts and ``-`` (standard input), each source under its letter.

    Letters go A, B, C, … in order, to failed sources too; a directory that is the only argument
    keeps the letters of its manifest. ``published``, ``publisher`` and ``title`` are by letter and
    overrule what the sources say. ``letters`` and ``as_letter`` are those of ``letters_of``. Raises
    OptionError for a letter or date that is not valid.
    """
    requests = _requests(paths, letters, as_letter)
    options = _options(requests, published or {}, publisher or {}, title or {})
    read: list[ReadSource] = []
    failures: list[Failure] = []
    limit = (settings or DocumentSettings()).max_characters
    for name, request in requests.items():
        try:
            read.append(read_document(request, name, options[name], limit, standard_input))
        except SourceError as error:
            failures.append(Failure(source=name, path=error.path, error=error.cause))
    kept, repeated = drop_repeated(one.document for one in read)
    warnings = (warning for one in read for warning in one.warnings)
    return Reading(
        documents=kept,
        failures=tuple(failures),
        warnings=(*passed_over(paths, requests.values()), *warnings, *repeated),
        read=tuple(read),
        locations={name: request.location for name, request in requests.items()},
    )


def _lettered(requests: Sequence[SourceRequest], *, only: bool) -> dict[str, SourceRequest]:
    keys = [request.key for request in requests if request.key is not None]
    if not only or not all(is_letter(key) for key in keys):
        return {letter(number): request for number, request in enumerate(requests)}
    free = (name for name in map(letter, range(len(requests) + len(keys))) if name not in keys)
    return {request.key or next(free): request for request in requests}


def letters_of(
    paths: Sequence[str | Path], letters: Mapping[str, Path | None], as_letter: str | None = None
) -> tuple[str, ...]:
    """The letters under which ``read_sources`` would read ``paths``.

    ``letters`` are taken already, by sources of these files: a file among them is read under its letter,
    others under letters that follow. ``as_letter`` is the letter of the one source that is named.
    Raises OptionError where that is more than one, or no letter.
    """
    return tuple(_requests(paths, letters, as_letter))


def _requests(
    paths: Sequence[str | Path], letters: Mapping[str, Path | None] | None, as_letter: str | None
) -> dict[str, SourceRequest]:
    if isinstance(paths, str | Path):
        raise OptionError("the sources are to be given as a list of paths, not as one path")
    asked = requests_for(paths)
    if as_letter is not None:
        return {as_letter: _only(asked, as_letter)}
    return _added(asked, letters) if letters else _lettered(asked, only=len(paths) == 1)


def _only(asked: Sequence[SourceRequest], name: str) -> SourceRequest:
    if not is_letter(name):
        raise OptionError(f"{name!r} is not the letter of a source")
    if len(asked) != 1:
        raise OptionError(f"one text can be read as source {name}, not {len(asked)}")
    return asked[0]


def _added(asked: Sequence[SourceRequest], letters: Mapping[str, Path | None]) -> dict[str, SourceRequest]:
    """The requests by letter; a file named twice is asked for once."""
    known = {real_location(file): name for name, file in letters.items()}
    last = max(map(place, letters))
    requests: dict[str, SourceRequest] = {}
    for request in asked:
        file = real_location(request.location)
        name = known.get(file) if file is not None else None
        if name is None:
            last += 1
            name = letter(last)
            known |= {file: name} if file is not None else {}
        requests.setdefault(name, request)
    return requests


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
