"""From what the user named to documents: files, directories and standard input, decoded and dated."""

from reconcile.documents.collection import Published, Reading, letters_of, read_sources
from reconcile.documents.letters import place
from reconcile.documents.reader import ReadSource
from reconcile.documents.request import real_location
from reconcile.documents.written_dates import parse_published

__all__ = [
    "Published",
    "ReadSource",
    "Reading",
    "letters_of",
    "parse_published",
    "place",
    "read_sources",
    "real_location",
]
