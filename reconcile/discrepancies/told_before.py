"""Whether a source has described a thing before: then it need not do so again."""

from __future__ import annotations

from reconcile.discrepancies.articles import Articles
from reconcile.discrepancies.phrase_pairs import alike
from reconcile.discrepancies.synonyms import are_exchanged
from reconcile.lexicons.offices import office_in_full


def is_told(articles: Articles, source: str, noun: str, word: str) -> bool:
    """Whether ``source`` anywhere describes ``noun`` by ``word``, another form of it or a plain synonym."""
    return any(says_same(word, told) for told in articles.describe(source, noun))


def says_same(word: str, other: str) -> bool:
    """Whether two words that describe are one but for form, abbreviation of an office or plain synonym."""
    full, other_full = office_in_full(word), office_in_full(other)
    return alike(full, other_full) or are_exchanged(full, other_full)
