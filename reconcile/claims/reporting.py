"""The words that report: verbs and nouns of saying, and the nouns that can stand for a speaker."""

from __future__ import annotations

from functools import cache

from reconcile.lexicons import mapping, rows
from reconcile.lexicons.offices import office_kind
from reconcile.schema import ParsedSentence, Token

_RELATIVE = frozenset({"who", "which", "that"})
_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})
_IRREGULAR = {"said": "say", "says": "say", "told": "tell", "wrote": "write", "tweeted": "tweet"}
_VOICING = frozenset(
    {"air", "express", "give", "have", "issue", "make", "raise", "reiterate", "repeat", "share", "voice"}
)
_ISSUING = frozenset({"circulate", "issue", "post", "publish", "release", "send"})
_PLURAL_NOUNS = frozenset({"police", "people", "staff", "clergy"})


def is_reporting_verb(token: Token) -> bool:
    """Whether the verb is one that reports speech or writing."""
    return token.pos in {"VERB", "AUX"} and reporting_lemma(token) in _verb_kinds()


def reporting_lemma(token: Token) -> str:
    """The lemma; for the commonest verbs by their form, which the tagger sometimes takes for nouns."""
    return _IRREGULAR.get(token.text.lower(), token.lemma)


def reports_by_quotation(token: Token) -> bool:
    """Whether the verb reports mostly with a quotation at its side ("he began")."""
    return _verb_kinds().get(reporting_lemma(token)) == "quote"


def needs_teller(token: Token) -> bool:
    """Whether the verb reports only with a person, body or document as its subject ("shows that")."""
    return _verb_kinds().get(reporting_lemma(token)) == "evidence"


def is_mere_speech(token: Token) -> bool:
    """Whether the verb reports by itself, whatever its subject ("say"), unlike "show" or "begin"."""
    return is_reporting_verb(token) and not _verb_kinds()[reporting_lemma(token)]


def is_reporting_noun(token: Token) -> bool:
    """Whether the noun stands for what somebody says ("claim")."""
    return token.pos == "NOUN" and mapping("reporting_nouns").get(token.lemma) == "statement"


def voices(verb: Token, noun: Token) -> bool:
    """Whether the verb only utters what the noun stands for: "voiced fears that", "issued a warning that"."""
    return _is_object(noun, verb) and verb.lemma in _VOICING and is_reporting_noun(noun)


def issues(verb: Token, noun: Token) -> bool:
    """Whether the verb makes public the text that the noun stands for: "released a report"."""
    return _is_object(noun, verb) and verb.lemma in _ISSUING and is_document_noun(noun)


def _is_object(noun: Token, verb: Token) -> bool:
    return noun.dep == "dobj" and noun.head == verb.index


def is_document_noun(token: Token) -> bool:
    """Whether the noun is a text, finding or outlet that can be said to say something."""
    return token.lemma in mapping("reporting_nouns") or token.text.lower() in mapping("reporting_nouns")


def is_plural(token: Token) -> bool:
    """Whether the noun is plural in form or meaning."""
    return token.tag in {"NNS", "NNPS"} or token.text.lower() in _PLURAL_NOUNS


def can_tell(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a subject is one that can say something at all: a name, pronoun, office or document."""
    if token.pos == "PRON":
        return token.text.lower() not in {"this", "that", "what", "which", "these", "those", "there", "it"}
    return (
        token.pos == "PROPN"
        or token.entity in _ENTITIES
        or bool(office_kind(token.lemma))
        or is_document_noun(token)
        or any(child.dep == "poss" and is_document_noun(token) for child in sentence.children(token))
    )


def is_relative(token: Token) -> bool:
    """Whether the token is a relative pronoun."""
    return token.text.lower() in _RELATIVE and token.tag in {"WP", "WDT", "IN"}


@cache
def _verb_kinds() -> dict[str, str]:
    return {row[0]: row[2] if len(row) > 2 else "" for row in rows("reporting_verbs")}
