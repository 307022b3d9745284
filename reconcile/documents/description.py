"""What is known about a source besides its text, whoever said it: an option, a manifest or the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.documents.written_dates import StatedDate

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language tag as of BCP 47, as far as its form goes."""


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


def language_tag(text: str | None) -> str | None:
    """The text if it has the form of a language tag ("en", "pt-BR")."""
    return text if text and _LANGUAGE.fullmatch(text) else None
