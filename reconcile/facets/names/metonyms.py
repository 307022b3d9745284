"""A capital that acts is its government ("Moscow refused"), not a place."""

from __future__ import annotations

from functools import cache

from reconcile import lexicons
from reconcile.comparison.towns import cities
from reconcile.facets.names.mentions import Mention


def stands_for_government(mention: Mention) -> bool:
    """Whether a capital is the subject of a verb, or the owner of a noun, of governments."""
    if not _seat(mention.text):
        return False
    token = mention.words[-1].token
    head = mention.line.sentence.tokens[token.head]
    if token.dep == "nsubj":
        return head.lemma in _acting("verb") and head.pos in ("VERB", "AUX")
    if token.dep in ("poss", "compound", "nmod"):
        return head.lemma in _acting("noun") and mention.after() is not None
    governor = mention.line.sentence.tokens[head.head]
    if token.dep != "pobj":
        return False
    return (head.text == "by" and governor.lemma in _acting("verb")) or (
        head.text in ("between", "with") and governor.lemma in _acting("noun")
    )


def _seat(name: str) -> bool:
    return name in _acting("capital") or any(city.capital and city.name == name for city in cities(name)[:1])


@cache
def _acting(role: str) -> frozenset[str]:
    return frozenset(row[0] for row in lexicons.rows("metonyms") if row[1] == role)
