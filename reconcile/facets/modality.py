"""How certain a statement is put: asserted, reported, planned, possible, conditional or denied.

Only words that govern the statement's predicate count: its own auxiliaries and adverbs and those of
the verbs, adjectives and nouns above it. What hedges another clause or a noun leaves it as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reconcile.facets.governing import SUBJECTS, Stated, complement, is_infinitive, leaves_open, stated
from reconcile.facets.negators import is_negative_word, negates_as
from reconcile.facets.polarity import predicate_in
from reconcile.lexicons import mapping, words
from reconcile.schema import Certainty, ParsedSentence, Span, Speaker, Token

_RANK = (Certainty.CONDITIONAL, Certainty.POSSIBLE, Certainty.PLANNED, Certainty.REPORTED)
_DATED = frozenset({"due", "schedule", "expect", "plan", "slate", "propose"})
_DATES = frozenset({"on", "in", "at", "for", "by", "next", "before", "after"})
_CLAIMING = frozenset({"claim", "profess", "admit", "report", "declare", "proclaim"})
_PHASES = frozenset({"begin", "continue"})
"""Verbs that report a quotation, but with an infinitive tell how far an act has got."""
_WILL = frozenset({"will", "'ll", "’ll", "would", "shall"})
_LOOKS = frozenset({"appear", "seem"})
_INVERTED = frozenset({"should", "had", "were"})
"""Words that begin a condition without "if": "had the pump worked"."""
_COMPLEMENTS = frozenset({"acomp", "oprd", "attr"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalMarker:
    """A word that marks certainty, and where it stands."""

    span: Span
    certainty: Certainty


def find_markers(sentence: ParsedSentence, span: Span, verb: Span | None = None) -> tuple[ModalMarker, ...]:
    """The words that mark the certainty of ``verb``, else of the topmost predicate of ``span``, in order."""
    predicate = predicate_in(sentence, span, verb)
    return markers(sentence, stated(sentence, predicate, span)) if predicate else ()


def certainty_of(found: tuple[ModalMarker, ...], speaker: Speaker | None) -> Certainty:
    """The certainty that markers and the speaker's verb give a statement.

    Of several markers a condition goes before a possibility, that before a plan, and a denial before all.
    """
    certainties = {marker.certainty for marker in found}
    if Certainty.DENIED in certainties or (speaker is not None and _denies(speaker)):
        return Certainty.DENIED
    for certainty in _RANK:
        if certainty in certainties:
            return certainty
    return Certainty.REPORTED if speaker is not None and not speaker.quoted else Certainty.ASSERTED


def markers(sentence: ParsedSentence, statement: Stated) -> tuple[ModalMarker, ...]:
    """The words that mark the statement's certainty, in order."""
    found = {
        marker.span: marker
        for token in statement.chain
        for marker in _of(sentence, token, is_content=token.index == statement.content.index)
    }
    return tuple(found[span] for span in sorted(found))


def _of(sentence: ParsedSentence, token: Token, *, is_content: bool) -> Iterator[ModalMarker]:
    """The markers that one word of the chain brings: its auxiliaries, adverbs and conditions, and itself."""
    for child in (*sentence.children(token), *_shared_auxiliaries(sentence, token)):
        if child.lemma in _WILL and not is_content and _says_that(sentence, token):
            continue
        if child.lemma in mapping("modality") and _is_particle(child, mapping("modality")[child.lemma]):
            yield _marker(child, mapping("modality")[child.lemma])
        elif child.dep == "advcl":
            yield from _conditions(sentence, child)
        elif child.dep == "attr":
            yield from _hedges(sentence, child)
    certainty = _own_reading(sentence, token) if is_content else _reading_above(sentence, token)
    if certainty:
        yield _marker(token, certainty)


def _is_particle(token: Token, certainty: str) -> bool:
    """Whether a word below the verb marks it: no adverb plans ("about" does so in "is about to" only)."""
    return token.dep == "aux" or (token.dep in ("advmod", "mark") and certainty != Certainty.PLANNED)


def _marker(token: Token, certainty: str) -> ModalMarker:
    return ModalMarker(span=token.span, certainty=Certainty(certainty))


def _shared_auxiliaries(sentence: ParsedSentence, token: Token) -> Iterator[Token]:
    """The modal that a coordinated infinitive shares ("will meet and discuss")."""
    if (
        token.dep == "conj"
        and token.tag == "VB"
        and not any(c.dep == "aux" for c in sentence.children(token))
    ):
        governor = sentence.tokens[token.head]
        yield from (c for c in sentence.children(governor) if c.dep == "aux" and c.tag == "MD")


def _conditions(sentence: ParsedSentence, clause: Token) -> Iterator[ModalMarker]:
    for child in sentence.children(clause):
        if child.dep == "mark" and mapping("modality").get(child.lemma) == Certainty.CONDITIONAL:
            yield _marker(child, Certainty.CONDITIONAL)
    first = sentence.subtree(clause)[0]
    if first.pos in ("AUX", "VERB") and first.text.lower() in _INVERTED:
        yield _marker(first, Certainty.CONDITIONAL)


def _hedges(sentence: ParsedSentence, noun: Token) -> Iterator[ModalMarker]:
    """The hedge of what somebody is said to be ("is the alleged owner")."""
    for child in sentence.children(noun):
        certainty = mapping("modality").get(child.lemma, "") or mapping("modality").get(
            child.text.lower(), ""
        )
        if child.dep == "amod" and certainty in (Certainty.POSSIBLE, Certainty.REPORTED):
            yield _marker(child, certainty)


def _reading_above(sentence: ParsedSentence, token: Token) -> str:
    """The certainty that a word gives what it governs."""
    if token.lemma == "be" and not _has_adjective(sentence, token):
        return Certainty.PLANNED
    if negates_as(sentence, token) == "particle":
        return Certainty.POSSIBLE if _is_negated(sentence, token) else Certainty.DENIED
    certainty = mapping("modality").get(token.lemma, "")
    if certainty == Certainty.DENIED:
        return "" if _is_negated(sentence, token) else certainty
    if negates_as(sentence, token) == "denial" and not _is_negated(sentence, token):
        return Certainty.DENIED
    if certainty or token.lemma in _PHASES or token.lemma not in words("reporting_verbs"):
        return certainty
    promises = _promises(sentence, token) and token.lemma not in _CLAIMING
    return Certainty.PLANNED if promises else Certainty.REPORTED


def _says_that(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it reports in a full clause: of "would only say that it works" only the saying is to come."""
    below = complement(sentence, token) if token.lemma in words("reporting_verbs") else None
    return below is not None and below.dep == "ccomp" and not is_infinitive(sentence, below)


def _promises(sentence: ParsedSentence, token: Token) -> bool:
    """Whether somebody says what he himself will do, not what another is or shall do ("told him to go")."""
    below = complement(sentence, token)
    if below is None or not is_infinitive(sentence, below):
        return False
    of_another = any(c.dep in ("auxpass", "dobj") for c in sentence.children(token))
    return not of_another and not any(c.dep in SUBJECTS for c in sentence.children(below))


def _own_reading(sentence: ParsedSentence, token: Token) -> str:
    """The certainty that a predicate has by itself: "is due on Monday", "denied the report"."""
    children = sentence.children(token)
    if mapping("modality").get(token.lemma) == Certainty.DENIED:
        return "" if _is_negated(sentence, token) else Certainty.DENIED
    if negates_as(sentence, token) == "particle" and _is_negated(sentence, token):
        return Certainty.POSSIBLE
    is_passive = any(c.dep == "auxpass" for c in children)
    only_seems = token.lemma in _LOOKS and any(c.dep in _COMPLEMENTS for c in children)
    if only_seems or leaves_open(sentence, token) or (token.lemma == "suspect" and is_passive):
        return Certainty.POSSIBLE
    dated = [token] if is_passive else [c for c in children if c.dep == "acomp"]
    if any(_gives_day(word, (*sentence.children(word), *children)) for word in dated):
        return Certainty.PLANNED
    adjectives = (mapping("modality").get(c.lemma, "") for c in children if c.dep == "acomp")
    return next((certainty for certainty in adjectives if certainty == Certainty.POSSIBLE), "")


def _gives_day(word: Token, around: Iterable[Token]) -> bool:
    """Whether the word plans something for a day; what is "set" on a day may be a fire."""
    if word.lemma == "set":
        return any(c.lemma == "for" for c in around)
    return word.lemma in _DATED and any(c.lemma in _DATES or c.dep == "npadvmod" for c in around)


def _has_adjective(sentence: ParsedSentence, token: Token) -> bool:
    return any(c.dep == "acomp" for c in sentence.children(token))


def _is_negated(sentence: ParsedSentence, token: Token) -> bool:
    """Whether "not", a subject such as "nobody", or a refusal turns a denial into its opposite."""
    head = sentence.tokens[token.head]
    refused = token.dep in ("xcomp", "ccomp") and bool(negates_as(sentence, head))
    around = (*sentence.children(token), *(sentence.children(head) if token.dep == "xcomp" else ()))
    return refused or any(is_negative_word(child, sentence) for child in around)


def _denies(speaker: Speaker) -> bool:
    return mapping("modality").get(speaker.cue_lemma) == Certainty.DENIED
