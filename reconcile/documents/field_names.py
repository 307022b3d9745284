"""Under which names a manifest and front matter state what is known about a source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

FIELD_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": ("title", "headline"),
        "publisher": ("publisher", "outlet", "sitename"),
        "authors": ("authors", "author", "byline"),
        "published": (
            *("published", "publishedat", "publicationdate", "datepublished", "publishdate", "pubdate"),
            *("date", "updated", "lastmod", "modified"),
        ),
        "url": ("url", "link", "canonicalurl"),
        "language": ("language", "lang"),
    }
)
"""The names of each statement, folded, the most telling first: a date of change counts only where it is the
only date. They are those of schema.org, Open Graph, static site generators and this program's manifests."""

_SEPARATORS = re.compile(r"[\s._-]")


def folded_name(name: str) -> str:
    """The name without separators and capitals, as in FIELD_NAMES."""
    return _SEPARATORS.sub("", name).lower()
