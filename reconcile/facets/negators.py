"""Whether a word is one that negates, by the lexicon and by what stands beside it."""

from __future__ import annotations

from functools import cache

from reconcile.lexicons import mapping, rows
from reconcile.schema import ParsedSentence, Token

_LIMITING = frozenset(
    {"only", "just", "merely", "simply", "least", "necessarily", "exactly", "always", "all"}
)
_EMPTY_NOUNS = frozenset({"doubt", "question", "wonder", "matter", "surprise", "stranger"})
_OBJECTS = frozenset({"dobj", "xcomp", "ccomp", "pobj"})


@cache
def forms() -> frozenset[tuple[str, str]]:
    """The forms of the lexicon of negation, each with its kind."""
    return frozenset((row[0], row[1]) for row in rows("negation"))


def is_negative_word(token: Token, sentence: ParsedSentence) -> bool:
    """Whether the word negates by itself here: not in "not only", "no doubt" or "no longer than"."""
    if (token.lemma, "word") not in forms() and (token.text.casefold(), "word") not in forms():
        return False
    following = sentence.tokens[token.index + 1 : token.index + 2]
    if any(t.text.casefold() in _LIMITING for t in following):
        return False
    if token.lemma == "no" and any(t.lemma in _EMPTY_NOUNS or t.tag in ("JJR", "RBR") for t in following):
        return any(t.text.casefold() == "longer" for t in following) and _is_of_verb(token, sentence)
    return True


def negates_as(sentence: ParsedSentence, token: Token) -> str:
    """The kind as which a verb, adjective or noun of the lexicon denies what it governs; "" for none."""
    if token.pos == "ADJ":
        return "adjective" if (token.lemma, "adjective") in forms() else ""
    if token.pos == "NOUN":
        return "noun" if (token.lemma, "noun") in forms() else ""
    particle = next((c.text.casefold() for c in sentence.children(token) if c.dep == "prt"), "")
    if particle:
        return "particle" if (f"{token.lemma} {particle}", "particle") in forms() else ""
    return next((kind for kind in ("verb", "denial") if (token.lemma, kind) in forms()), "")


def denies(sentence: ParsedSentence, token: Token) -> bool:
    """Whether the verb denies here: it has an object or clause ("the engine failed" denies nothing).

    What is rejected or dismissed must be a statement: a rejected plan is denied by nobody.
    """
    kind = negates_as(sentence, token)
    below = [c for c in sentence.children(token) if c.dep in _OBJECTS or c.dep == "nsubjpass"]
    if kind == "denial" and mapping("modality").get(token.lemma) != "denied":
        return any(c.dep in ("ccomp", "xcomp") or _is_statement(c) for c in below)
    if kind in ("verb", "adjective"):
        return kind == "adjective" or any(c.dep in ("xcomp", "ccomp", "dobj") for c in below)
    return bool(below) if kind else False


def statement_verb_negates(token: Token) -> bool:
    """Whether the verb can deny a report ("rejected claims that")."""
    return token.pos == "VERB" and (token.lemma, "denial") in forms()


def _is_statement(token: Token) -> bool:
    return mapping("reporting_nouns").get(token.lemma) == "statement"


def _is_of_verb(token: Token, sentence: ParsedSentence) -> bool:
    """Whether "no longer" belongs to a verb and compares nothing ("no longer than")."""
    after = sentence.tokens[token.index + 2 : token.index + 3]
    return not any(t.text.casefold() == "than" for t in after)
