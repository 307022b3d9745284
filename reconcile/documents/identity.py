"""The same content given twice is one source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from reconcile.schema import Document, PublishedFrom, Source


def drop_repeated(documents: Iterable[Document]) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    """The documents without those that repeat an earlier one, and a warning for each left out.

    Two are the same where their raw bytes or their decoded texts are. What was stated about the
    later one fills the gaps of the earlier one: it is said of the same content.
    """
    kept: dict[str, Document] = {}
    warnings: list[str] = []
    for document in documents:
        key = content_digest(document.text)
        first = kept.get(key)
        if first is not None:
            warnings.append(_warning(first.source, document.source))
        kept[key] = document if first is None else _completed(first, document.source)
    return tuple(kept.values()), tuple(warnings)


def content_digest(text: str) -> str:
    """The digest of a decoded text, the same whatever encoding the file was in.

    Equal bytes decode to equal texts, so this one key finds equal bytes too.
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _warning(first: Source, later: Source) -> str:
    sentence = f"{later.path} ({later.id}) has the same content as {first.path} ({first.id}) and is left out"
    if later.published in (None, first.published) or _dates(later, first):
        return sentence
    return f"{sentence}, and so is its date of publication, {later.published}"


def _dates(later: Source, first: Source) -> bool:
    """Whether the date of ``later`` is the one to keep: a user's own word, or the only one."""
    if later.published_from is PublishedFrom.OPTION:
        return first.published_from is not PublishedFrom.OPTION
    return first.published is None


def _completed(first: Document, later: Source) -> Document:
    source = first.source
    dated = later if _dates(later, source) else source
    completed = replace(
        source,
        published=dated.published,
        published_at=dated.published_at,
        published_from=dated.published_from,
        publisher=source.publisher or later.publisher,
        title=source.title or later.title,
        authors=source.authors or later.authors,
        url=source.url or later.url,
    )
    return replace(first, source=completed)
