"""What a total without a noun counts: "people" of "the number of people hurt has risen to 17"."""

from __future__ import annotations

from reconcile.facets.governing import SUBJECTS
from reconcile.schema import ParsedSentence, Token

_TOTALS = frozenset({"number", "toll", "total", "count", "tally"})
_LINKS = frozenset({"to", "at", "of", "past", "above", "over"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def total_of(sentence: ParsedSentence, number: Token) -> Token | None:
    """The noun that the total ``number`` stands for: what "the number of" names, else the total itself."""
    link = sentence.tokens[number.head]
    if number.dep not in ("pobj", "attr") or (number.dep == "pobj" and link.text.lower() not in _LINKS):
        return None
    above = link if number.dep == "attr" else sentence.tokens[link.head]
    subject = next((t for t in sentence.children(above) if t.dep in SUBJECTS), above)
    return _counted_by(sentence, subject) if subject.lemma.lower() in _TOTALS else None


def _counted_by(sentence: ParsedSentence, total: Token) -> Token:
    of = next((t for t in sentence.children(total) if t.text.lower() == "of"), None)
    if of is None or total.lemma.lower() == "toll":
        return total
    return next((t for t in sentence.children(of) if t.pos in _NOUNS), total)
