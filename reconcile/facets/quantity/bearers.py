"""Whose age a figure is: "Ann Lee" of "Ann Lee, 45,", "baker" of "a 34-year-old baker"."""

from __future__ import annotations

from reconcile.facets.governing import SUBJECTS
from reconcile.schema import ParsedSentence, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_RELATIVES = frozenset({"who", "that", "whom"})
_NO_BEARER = frozenset({"year", "month", "week", "day", "age", "old", "birthday"})
_HIGHEST = 6
_BESIDE_COMMA = frozenset({",", "(", "-", "–", "—"})
_BEFORE_NUMBER = frozenset({"aged", "age", "about", "around", "just", "only"})


def bearer_of(sentence: ParsedSentence, start: int, end: int) -> str | None:
    """Whose age stands at the document's offsets ``[start, end)``.

    A name as written, else the describing noun in lower case; None for a pronoun or where it is open.
    """
    inside = [t for t in sentence.tokens if start <= t.start < end]
    if not inside:
        return None
    apposed = _before_comma(sentence, inside[0])
    if apposed is not None:
        return _named(sentence, apposed)
    climbed = _climbed(sentence, inside)
    return _named(sentence, climbed) if climbed is not None else None


def _before_comma(sentence: ParsedSentence, first: Token) -> Token | None:
    """The noun whose apposition the age is ("Ann Lee, aged 45")."""
    index = first.index - 1
    while index >= 0 and sentence.tokens[index].text.lower() in _BEFORE_NUMBER:
        index -= 1
    if index < 1 or sentence.tokens[index].text not in _BESIDE_COMMA:
        return None
    noun = sentence.tokens[index - 1]
    return noun if noun.pos in _NOUNS and noun.lemma.lower() not in _NO_BEARER else None


def _climbed(sentence: ParsedSentence, inside: list[Token]) -> Token | None:
    """The noun above the age in the parse, or the subject of the verb above it."""
    token, members = inside[-1], {t.index for t in inside}
    for _ in range(_HIGHEST):
        if token.index not in members and token.pos in _NOUNS and token.lemma.lower() not in _NO_BEARER:
            return token
        if token.pos in _VERBS:
            return _subject(sentence, token)
        if token.head == token.index:
            return None
        token = sentence.tokens[token.head]
    return None


def _subject(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The noun that ``verb`` is said of; the antecedent of "who"."""
    subject = next((t for t in sentence.children(verb) if t.dep in SUBJECTS), None)
    if subject is None:
        return None
    if subject.text.lower() in _RELATIVES:
        antecedent = sentence.tokens[verb.head]
        return antecedent if antecedent.pos in _NOUNS else None
    return subject if subject.pos in _NOUNS else None


def _named(sentence: ParsedSentence, noun: Token) -> str | None:
    """The name that ends in ``noun`` or stands beside it, else the noun itself."""
    if noun.pos != "PROPN":
        head = sentence.tokens[noun.head]
        if noun.dep == "appos" and head.pos == "PROPN" and head.text[:1].isupper():
            return _full_name(sentence, head)
        apposed = (t for t in sentence.children(noun) if t.dep == "appos" and t.pos == "PROPN")
        name = next(apposed, None)
        return _full_name(sentence, name) if name and name.text[:1].isupper() else noun.lemma.lower()
    return _full_name(sentence, noun) if noun.text[:1].isupper() else noun.text.lower()


def _full_name(sentence: ParsedSentence, last: Token) -> str:
    """The run of capitalised proper nouns that ends in ``last``."""
    words = [last.text]
    for token in reversed(sentence.tokens[: last.index]):
        if token.pos != "PROPN" or not token.text[:1].isupper():
            break
        words.append(token.text)
    return " ".join(reversed(words))
