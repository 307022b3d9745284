"""From what the user named to documents: files, directories and standard input, decoded and dated."""

from reconcile.documents.collection import Published, Reading, read_sources
from reconcile.documents.identity import drop_repeated
from reconcile.documents.letters import is_letter, place
from reconcile.documents.reader import ReadSource
from reconcile.documents.written_dates import parse_published

__all__ = [
    "Published",
    "ReadSource",
    "Reading",
    "drop_repeated",
    "is_letter",
    "parse_published",
    "place",
    "read_sources",
]
