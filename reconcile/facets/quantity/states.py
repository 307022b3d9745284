"""What befell the people that a figure counts: "dead" of "12 people were killed"."""

from __future__ import annotations

from reconcile.lexicons import section
from reconcile.schema import ParsedSentence, Token

_OBJECT = frozenset({"dobj", "nsubjpass", "obj"})
_SUBJECT = frozenset({"nsubj"})
_DESCRIBING = frozenset({"acomp", "oprd", "amod", "attr", "prep", "ccomp", "advcl"})
_TOLL = "toll"
_FURTHER = frozenset({"more", "others"})
_PARTICIPLES = frozenset({"VBN", "VBD"})


def state_of(sentence: ParsedSentence, counted: Token) -> str | None:
    """The state of what the noun or number ``counted`` stands for; None where the words do not say it.

    Words and states are those of the lexicon ``quantity_states``.
    """
    if counted.lemma.lower() == _TOLL:
        return _of_toll(sentence, counted)
    own = section("quantity_states", "noun").get(counted.lemma.lower()) or section(
        "quantity_states", "noun"
    ).get(counted.text.lower())
    return own or _described(sentence, counted) or _befallen(sentence, counted)


def _of_toll(sentence: ParsedSentence, toll: Token) -> str:
    """The state that a toll is of: "injury toll", else the dead."""
    named = (section("quantity_states", "noun").get(child.lemma.lower()) for child in sentence.children(toll))
    return next((state for state in named if state), "dead")


def _befallen(sentence: ParsedSentence, counted: Token) -> str | None:
    """What the verb says that governs ``counted``, or the "more" that ``counted`` belongs to."""
    head = sentence.tokens[counted.head]
    if head.text.lower() in _FURTHER or (counted.dep == "conj" and head.pos in ("NOUN", "PROPN")):
        counted = head
    verb = sentence.tokens[counted.head]
    if counted.dep in _OBJECT:
        told = section("quantity_states", "object").get(verb.lemma.lower())
        return told or _predicated(sentence, verb)
    if counted.dep in _SUBJECT:
        return section("quantity_states", "subject").get(verb.lemma.lower()) or _predicated(sentence, verb)
    return None


def _described(sentence: ParsedSentence, counted: Token) -> str | None:
    """What a word beside ``counted`` says of it: "12 people killed in the fire", "12 injured sailors"."""
    for child in sentence.children(counted):
        if child.dep in ("acl", "amod") and child.tag in _PARTICIPLES:
            told = section("quantity_states", "object").get(child.lemma.lower())
            if told:
                return told
        if child.dep in ("amod", "acl") and (
            told := section("quantity_states", "described").get(child.text.lower())
        ):
            return told
    return None


def _predicated(sentence: ParsedSentence, verb: Token) -> str | None:
    """What is said of the subject or object of ``verb``: "12 are missing", "left 12 dead"."""
    if told := section("quantity_states", "described").get(verb.text.lower()):
        return told
    for child in sentence.children(verb):
        told = (
            section("quantity_states", "described").get(child.text.lower())
            if child.dep in _DESCRIBING
            else None
        )
        if told:
            return told
    return None
