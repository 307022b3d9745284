"""What is known about a source besides its text, whoever said it: an option, a manifest or the file."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.documents.written_dates import StatedDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Statements about one source; None and () stand for what is not stated.

    ``sha256`` is the digest that the raw bytes should have, in lower-case hex.
    """

    publisher: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: StatedDate | None = None
    url: str | None = None
    language: str | None = None
    sha256: str | None = None
