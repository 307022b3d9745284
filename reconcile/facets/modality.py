"""How certain a statement is put: asserted, reported, planned, possible, conditional or denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.lexicons import mapping
from reconcile.schema import Certainty, ParsedSentence, Span, Speaker, Token

_RANK = (Certainty.CONDITIONAL, Certainty.POSSIBLE, Certainty.PLANNED, Certainty.REPORTED)
_INFINITIVE_ONLY = frozenset({"due", "set", "plan", "intend", "aim", "hope", "expect", "schedule", "slate"})
_BELIEF = frozenset({"believe", "think", "suspect", "expect"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalMarker:
    """A word that marks certainty, and where it stands."""

    span: Span
    certainty: Certainty


def find_certainty(sentence: ParsedSentence, span: Span, speaker: Speaker | None) -> Certainty:
    """The certainty of the claim at ``span``; of several markers a condition goes before a
    possibility, that before a plan, and a denial before all."""
    found = {marker.certainty for marker in find_markers(sentence, span)}
    if Certainty.DENIED in found or (speaker is not None and _denies(speaker)):
        return Certainty.DENIED
    for certainty in _RANK:
        if certainty in found:
            return certainty
    return Certainty.REPORTED if speaker is not None and not speaker.quoted else Certainty.ASSERTED


def find_markers(sentence: ParsedSentence, span: Span) -> tuple[ModalMarker, ...]:
    """The words inside ``span`` that mark certainty, in order."""
    inside = sentence.within(span)
    return tuple(
        ModalMarker(span=token.span, certainty=Certainty(certainty))
        for token in inside
        if (certainty := _reading(token, sentence)) and _marks(token, sentence)
    )


def _reading(token: Token, sentence: ParsedSentence) -> str:
    """The certainty that the word can mark; "are to meet" is a plan as "will meet" is."""
    if token.lemma == "be" and _has_infinitive(sentence.children(token), sentence):
        return Certainty.PLANNED
    return mapping("modality").get(token.lemma, "")


def _marks(token: Token, sentence: ParsedSentence) -> bool:
    """Whether the word works as a marker here: a modal, or a verb with an infinitive or belief passive."""
    if token.lemma == "be":
        return True
    if mapping("modality")[token.lemma] == Certainty.DENIED:
        return not _is_negated(token, sentence)
    if token.pos not in ("VERB", "NOUN", "ADJ") or token.dep in ("aux", "advmod"):
        return token.pos != "PROPN"
    if token.lemma in _BELIEF and any(child.dep == "auxpass" for child in sentence.children(token)):
        return True
    if token.lemma in _INFINITIVE_ONLY:
        return _has_infinitive(sentence.children(token), sentence) or _is_due_then(token, sentence)
    return token.pos != "NOUN"


def _is_due_then(token: Token, sentence: ParsedSentence) -> bool:
    """Whether something is due on a day or at a place, not "due to" a cause."""
    return token.lemma == "due" and not any(child.lemma == "to" for child in sentence.children(token))


def _is_negated(token: Token, sentence: ParsedSentence) -> bool:
    """Whether "not" or a subject such as "nobody" turns a denial into its opposite."""
    return any(mapping("negation").get(child.lemma) == "word" for child in sentence.children(token))


def _has_infinitive(children: Sequence[Token], sentence: ParsedSentence) -> bool:
    return any(
        child.dep in ("xcomp", "advcl") and any(t.lemma == "to" for t in sentence.children(child))
        for child in children
    )


def _denies(speaker: Speaker) -> bool:
    return mapping("modality").get(speaker.cue_lemma) == Certainty.DENIED
