"""From what the user named to documents: files, directories and standard input, decoded and dated."""

from reconcile.documents.collection import Reading, read_sources
from reconcile.documents.written_dates import parse_published

__all__ = ["Reading", "parse_published", "read_sources"]
