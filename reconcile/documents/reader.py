"""One requested source to one document: bytes, text, front matter, date of publication, language."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeVar

from reconcile.documents.description import Description
from reconcile.documents.encoding import Decoded, decode
from reconcile.documents.front_matter import FrontMatter, read_front_matter
from reconcile.documents.language import language_of, looks_foreign
from reconcile.documents.publication_date import HEAD_LINES, Head, read_head
from reconcile.documents.raw_bytes import read_file, read_stream
from reconcile.documents.request import SourceRequest
from reconcile.documents.web_page import is_web_page
from reconcile.documents.written_dates import StatedDate
from reconcile.errors import SourceError
from reconcile.schema import Document, PublishedFrom, Source

_HEADING = re.compile(r"# +(?P<title>\S.*?)(?: +#+)?\s*")
_HEAD_CHARACTERS = 5_000
_INVISIBLE = "\ufeff\u200b\u2060\x00"

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSource:
    """A document, the bytes that it was decoded from, and sentences for the user about it.

    ``location`` is the file that it was read from, None for standard input.
    """

    document: Document
    raw: bytes
    warnings: tuple[str, ...] = ()
    location: Path | None = None

    @property
    def id(self) -> str:
        return self.document.source.id


def read_document(
    request: SourceRequest,
    letter: str,
    option: Description,
    max_characters: int,
    standard_input: BinaryIO | None = None,
) -> ReadSource:
    """The source that was asked for; raises SourceError.

    Each statement about the source is taken from the first of these that makes it: ``option``,
    the manifest, the front matter, the head of the text.
    """
    data = _bytes(request, max_characters, standard_input)
    decoded = _text(data, request.name, max_characters)
    matter = read_front_matter(decoded.text)
    head = read_head(decoded.text, matter.end)
    _check_manifest_date(request, option)
    published, published_from = _published(request, option, matter, head)
    known = (option, request.description, matter.description)
    source = Source(
        id=letter,
        path=request.name,
        sha256=hashlib.sha256(data).hexdigest(),
        publisher=_first(one.publisher for one in known),
        title=_first(one.title for one in known) or _heading(decoded.text, matter.end),
        authors=_first(one.authors for one in known) or (),
        published=published.day if published else None,
        published_at=published.at if published else None,
        published_from=published_from if published and published.day else None,
        url=_first(one.url for one in known),
        language=_first(one.language for one in known) or language_of(decoded.text, head.body_start),
    )
    document = Document(
        source=source, text=decoded.text, encoding=decoded.encoding, body_start=head.body_start
    )
    warnings = _warnings(request, document, published)
    return ReadSource(document=document, raw=data, warnings=warnings, location=request.location)


def _bytes(request: SourceRequest, max_characters: int, standard_input: BinaryIO | None) -> bytes:
    if request.refusal is not None:
        raise SourceError(request.name, request.refusal)
    if request.location is not None:
        return read_file(request.location, request.name, max_characters)
    stream = standard_input or (sys.stdin.buffer if sys.stdin else None)
    if stream is None:
        raise SourceError(request.name, "there is no standard input")
    return read_stream(stream, request.name, max_characters)


def _text(data: bytes, name: str, max_characters: int) -> Decoded:
    if not data:
        raise SourceError(name, "it is empty")
    decoded = decode(data, name)
    if is_web_page(decoded.text, name):
        raise SourceError(name, "it is a web page (HTML), not a plain text; save the article as text")
    if all(char.isspace() or char in _INVISIBLE for char in decoded.text):
        raise SourceError(name, "it holds nothing but white space")
    if len(decoded.text) > max_characters:
        raise SourceError(
            name, f"it has {len(decoded.text):,} characters; at most {max_characters:,} are accepted"
        )
    return decoded


def _check_manifest_date(request: SourceRequest, option: Description) -> None:
    stated = request.description.published
    if stated is not None and stated.day is None and option.published is None:
        raise SourceError(
            request.name, f"its date of publication in the manifest, {stated.text!r}, is not ISO 8601"
        )


def _published(
    request: SourceRequest, option: Description, matter: FrontMatter, head: Head
) -> tuple[StatedDate | None, PublishedFrom | None]:
    """The date from the most trusted place that settles one, else one that is left open."""
    stated = (
        (PublishedFrom.OPTION, option.published),
        (PublishedFrom.MANIFEST, request.description.published),
        (PublishedFrom.METADATA, matter.description.published),
        (PublishedFrom.TEXT, head.stated),
    )
    found = [(date, origin) for origin, date in stated if date is not None]
    settled = [(date, origin) for date, origin in found if date.day is not None]
    return next(iter(settled or found), (None, None))


def _first(statements: Iterable[T]) -> T | None:
    return next((statement for statement in statements if statement), None)


def _heading(text: str, start: int) -> str | None:
    """The first-level Markdown heading in the first lines, if there is one."""
    lines = [line for line in text[start : start + _HEAD_CHARACTERS].splitlines() if line.strip()]
    headings = (_HEADING.fullmatch(line) for line in lines[:HEAD_LINES])
    return next((heading["title"] for heading in headings if heading), None)


def _warnings(request: SourceRequest, document: Document, published: StatedDate | None) -> tuple[str, ...]:
    source = document.source
    digest = request.description.sha256
    notes = (
        (not request.described, "is not described in the manifest of its directory"),
        (
            digest is not None and digest != source.sha256,
            "is not the file that its manifest describes: its sha256 differs",
        ),
        (
            published is not None and published.day is None,
            f"does not say for certain on which day it was published ({published.text!r}); "
            f"give it with --published {source.id}=YYYY-MM-DD"
            if published
            else "",
        ),
        (
            looks_foreign(document.text, document.body_start),
            "does not look English; claims in it may be missed",
        ),
    )
    return tuple(f"{source.path} ({source.id}) {note}" for applies, note in notes if applies)
