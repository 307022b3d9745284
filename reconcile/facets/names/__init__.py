"""Names and places in running text, each with the article's fullest form of it."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.facets.names.article import Article
from reconcile.schema import NameFacet, ParsedSentence, PlaceFacet

__all__ = ["find_names"]


def find_names(sentences: Sequence[ParsedSentence], text: str) -> tuple[NameFacet | PlaceFacet, ...]:
    """The names and places of a whole document, in the order of the text, none overlapping.

    ``sentences`` are all parsed sentences of ``text``. Titles and possessive endings are left
    off. Lines all in capitals are passed over; in headlines, where every word is capitalised,
    only names that the tables or the rest of the article know are found.
    """
    return Article.of(sentences, text).facets()
