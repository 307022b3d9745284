"""The content words of a claim, with names reduced to what their spellings have in common."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.comparison.romanisation import skeleton
from reconcile.schema import AnyFacet, NameFacet, ParsedSentence, PlaceFacet, Span, Token

_CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})


def content_terms(sentence: ParsedSentence, span: Span, facets: Sequence[AnyFacet]) -> tuple[str, ...]:
    """Lemmas of the content words inside ``span``, in order.

    A word of a place stands as the place's canonical name, a word of another name as the
    skeleton of its romanisation, so that Türkiye and Turkey, Zelenskyy and Zelenskiy are one term.
    """
    named = [facet for facet in facets if isinstance(facet, NameFacet | PlaceFacet)]
    words = [token for token in sentence.within(span) if token.pos in _CONTENT_POS]
    return tuple(dict.fromkeys(_term(token, named) for token in words))


def _term(token: Token, named: Sequence[NameFacet | PlaceFacet]) -> str:
    for facet in named:
        if facet.span.contains(token.span):
            return facet.canonical.casefold() if isinstance(facet, PlaceFacet) else skeleton(token.text)
    return token.lemma
