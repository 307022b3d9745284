"""The sources of a report as the page names and describes them."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.comparison.time_wording import date_in_words
from reconcile.schema import Document, Source

_OPENABLE = ("https://", "http://")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """``name`` is the publisher, else the title, else the path; ``published`` in words, ``date`` in
    ISO 8601, both "" where it is not known. ``url`` is "" unless it is one of the web."""

    id: str
    name: str
    title: str
    published: str
    date: str
    published_from: str
    authors: str
    path: str
    url: str
    language: str
    republishes: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A source with what is known of its text."""

    source: SourceView
    encoding: str
    characters: str


def source_view(source: Source) -> SourceView:
    """What is known of a source, in words."""
    return SourceView(
        id=source.id,
        name=source.publisher or source.title or source.path,
        title=source.title or "",
        published=_published(source),
        date=source.published.isoformat() if source.published else "",
        published_from=source.published_from.value if source.published_from else "",
        authors=", ".join(source.authors),
        path=source.path,
        url=source.url if source.url and source.url.lower().startswith(_OPENABLE) else "",
        language=source.language or "",
        republishes=source.republishes or "",
        sha256=source.sha256,
    )


def document_view(document: Document) -> DocumentView:
    """The source of a document, its encoding and its length in code points."""
    return DocumentView(
        source=source_view(document.source),
        encoding=document.encoding,
        characters=f"{len(document.text):,}",
    )


def _published(source: Source) -> str:
    if source.published is None:
        return ""
    clock = f", {source.published_at:%H:%M %Z}" if source.published_at else ""
    return date_in_words(source.published) + clock
