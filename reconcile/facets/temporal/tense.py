"""Whether an expression looks ahead or back, by the tense of the clause that governs it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from reconcile.facets.temporal.reading import Outlook
from reconcile.lexicons import rows, words
from reconcile.schema import ParsedSentence, Span, Token

_AHEAD = frozenset({"by", "until", "till", "through", "for"})
_BACK = frozenset({"since", "ago"})
_WILL = frozenset(
    {"will", "shall", "'ll", "’ll", "wo", "may", "might", "can", "could", "must", "should", "would"}
)
_LOOKS_BACK = Outlook(future=False, certain=True)
_LOOKS_AHEAD = Outlook(future=True, certain=True)
_PERHAPS_BACK = Outlook(future=False, certain=False)
_PERHAPS_AHEAD = Outlook(future=True, certain=False)


def outlook(sentence: ParsedSentence, span: Span) -> Outlook:
    """Whether what stands at ``span`` lies ahead of the writer; back and unsure without a verb."""
    inside = [t for t in sentence.tokens if t.start < span.end and span.start < t.end]
    indices = {t.index for t in inside}
    head = next((t for t in inside if t.head == t.index or t.head not in indices), None)
    if head is None:
        return _PERHAPS_BACK
    if follows_report(sentence, inside[0]):
        return _LOOKS_BACK
    if head.head == head.index:
        return _of_verb(sentence, head, frozenset())
    return _by_preposition(sentence, head, sentence.tokens[head.head])


def _by_preposition(sentence: ParsedSentence, head: Token, governor: Token) -> Outlook:
    """What "since", "until" or "for" says, else the verb above."""
    preposition = governor.lemma if governor.pos in {"ADP", "SCONJ"} else ""
    if preposition in _BACK:
        return _LOOKS_BACK
    verb = _verb_above(sentence, governor)
    found = _of_verb(sentence, governor, frozenset())
    back = found.certain and not found.future
    if verb is not None and _is_planned(sentence, verb, head, preposition):
        return _LOOKS_AHEAD
    if preposition in _AHEAD and not back:
        return _LOOKS_AHEAD
    return _PERHAPS_AHEAD if preposition in {"until", "till"} else found


def _verb_above(sentence: ParsedSentence, token: Token) -> Token | None:
    """The first verb at or above ``token``; trees of broken parses end after as many steps as tokens."""
    for _ in sentence.tokens:
        if token.pos in {"VERB", "AUX"}:
            return token
        token = sentence.tokens[token.head]
    return None


def _is_planned(sentence: ParsedSentence, verb: Token, head: Token, preposition: str) -> bool:
    """ "scheduled for Friday", "a Friday hearing has been scheduled": planned, whenever that was done."""
    if _kind(verb) != "planned" or verb.tag != "VBN":
        return False
    subjects = (t for t in sentence.children(verb) if t.dep == "nsubjpass")
    return preposition == "for" or any(head in sentence.subtree(subject) for subject in subjects)


def follows_report(sentence: ParsedSentence, first: Token) -> bool:
    """ "said Monday", "said on Monday": the day of the saying, whatever the parser hangs it on."""
    before = [t for t in sentence.tokens[max(0, first.index - 2) : first.index] if t.lemma != "on"]
    return bool(before) and before[-1].tag == "VBD" and before[-1].lemma in words("reporting_verbs")


def dates_report(sentence: ParsedSentence, first: Token) -> bool:
    """ "told reporters on Tuesday": whether what starts at ``first`` is the day of a report."""
    head = first
    for _ in range(3):
        head = sentence.tokens[head.head]
        if head.pos == "VERB":
            break
    told = head.tag == "VBD" and head.lemma in words("reporting_verbs") and head.index < first.index
    return told or follows_report(sentence, first)


def _of_verb(sentence: ParsedSentence, token: Token, seen: frozenset[int]) -> Outlook:
    """The outlook of the first verb, or word that plans, at or above ``token``."""
    noun: Token | None = None
    while token.pos not in {"VERB", "AUX"}:
        if _kind(token) == "planned" and token.pos in {"ADJ", "NOUN", "ADV"}:
            return _PERHAPS_AHEAD
        if token.head == token.index or token.index in seen:
            return _PERHAPS_BACK
        noun = token if token.pos in {"NOUN", "PROPN"} else noun
        seen |= {token.index}
        token = sentence.tokens[token.head]
    if token.index in seen or (noun is not None and _merely_states(sentence, token, noun)):
        return _PERHAPS_BACK
    return _of_tense(sentence, token, seen | {token.index})


def _merely_states(sentence: ParsedSentence, verb: Token, noun: Token) -> bool:
    """ "He regrets the vote on Wednesday": the present tense does not put the vote's day ahead."""
    return (
        verb.tag in {"VBZ", "VBP"}
        and noun.dep not in {"nsubj", "nsubjpass", "attr"}
        and not any(t.dep == "aux" for t in sentence.children(verb))
        and not _plans(sentence, verb)
    )


def _of_tense(sentence: ParsedSentence, verb: Token, seen: frozenset[int]) -> Outlook:
    helpers = [t for t in sentence.children(verb) if t.dep in {"aux", "auxpass"}]
    auxiliaries = {t.text.lower() for t in helpers}
    if "have" in {t.lemma for t in helpers}:
        return _LOOKS_BACK
    if auxiliaries & _WILL or verb.text.lower() in _WILL:
        return _LOOKS_AHEAD
    if _plans(sentence, verb) and not any(t.tag == "VBD" for t in helpers):
        return _PERHAPS_AHEAD
    if "to" in auxiliaries:
        return _of_infinitive(sentence, verb, seen)
    return _of_form(verb, helpers) or _above(sentence, verb, seen)


def _of_form(verb: Token, helpers: list[Token]) -> Outlook | None:
    """By the form of the verb; None where it has no tense of its own."""
    if verb.tag == "VBD" or any(t.tag == "VBD" for t in helpers):
        return _LOOKS_BACK
    if verb.tag == "VBN":
        return _of_present(verb, passive=True) if helpers else _LOOKS_BACK
    if verb.tag == "VBG" and helpers:
        return _PERHAPS_AHEAD
    return _of_present(verb, passive=False) if verb.tag in {"VBZ", "VBP"} else None


def _plans(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether the verb is about what is to come: "is due", "scheduled for", "going to"."""
    if _kind(verb) == "planned" and verb.tag in {"VBN", "VBZ", "VBP"}:
        return True
    complements = (t for t in sentence.children(verb) if t.dep in {"acomp", "attr", "oprd"})
    return verb.tag in {"VBZ", "VBP"} and any(_kind(t) == "planned" for t in complements)


def _of_present(verb: Token, *, passive: bool) -> Outlook:
    if passive or _kind(verb) in {"scheduled", "planned"} or verb.lemma == "be":
        return _PERHAPS_AHEAD
    return _PERHAPS_BACK


def _of_infinitive(sentence: ParsedSentence, verb: Token, seen: frozenset[int]) -> Outlook:
    """ "failed to appear on Friday" happened, "plans to appear on Friday" did not yet."""
    if verb.head == verb.index:
        return _LOOKS_AHEAD
    head = sentence.tokens[verb.head]
    if _kind(head) == "realized" or verb.dep == "advcl":
        return _above(sentence, verb, seen)
    return _LOOKS_AHEAD if _kind(head) in {"planned", "directive"} else _PERHAPS_AHEAD


def _above(sentence: ParsedSentence, verb: Token, seen: frozenset[int]) -> Outlook:
    """The outlook of the clause that a participle or bare infinitive belongs to.

    A participle may tell of what follows from it: "announced cuts, closing ten plants in May".
    """
    if verb.head == verb.index:
        return _PERHAPS_BACK
    found = _of_verb(sentence, sentence.tokens[verb.head], seen)
    return replace(found, certain=False) if verb.tag == "VBG" else found


def _kind(token: Token) -> str:
    """planned, directive, realized, scheduled, or "" for a word that tells nothing."""
    kinds = _outlooks().get(token.lemma, frozenset())
    return next((kind for kind in ("planned", "directive", "realized", "scheduled") if kind in kinds), "")


@cache
def _outlooks() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for word, kind in rows("time_outlook"):
        found[word] = found.get(word, frozenset()) | {kind}
    return found
