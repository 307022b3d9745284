"""Who published what, when, and the text that all offsets refer to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class PublishedFrom(StrEnum):
    """Where a date of publication was found."""

    OPTION = "option"
    MANIFEST = "manifest"
    METADATA = "metadata"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One account of an event: where it comes from and what is known about it.

    ``id`` is the letter used in reports (A, B, … Z, AA …), ``path`` the source as the user
    named it, ``sha256`` the hex digest of the raw bytes. ``published_at`` is set only where a
    time of day was given too; it is aware. ``republishes`` is the id of the source it copies.
    """

    id: str
    path: str
    sha256: str
    publisher: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None
    published_at: dt.datetime | None = None
    published_from: PublishedFrom | None = None
    url: str | None = None
    language: str | None = None
    republishes: str | None = None

    def __post_init__(self) -> None:
        if (self.published is None) != (self.published_from is None):
            raise ValueError("a date of publication and where it came from go together")
        if self.published_at is not None and self.published_at.tzinfo is None:
            raise ValueError("a time of publication needs a zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source and its decoded text, unchanged: no newline or Unicode normalisation.

    ``body_start`` is the offset at which prose begins, after front matter or a date line
    that the reader recognised as metadata.
    """

    source: Source
    text: str
    encoding: str
    body_start: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.body_start <= len(self.text):
            raise ValueError("body_start lies outside the text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A source that could not be used, and why, in words for the user."""

    source: str
    path: str
    error: str
