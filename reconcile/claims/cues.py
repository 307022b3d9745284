"""Find the words that report and whose words they report: the cues of reported speech in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.claims.noun_phrases import noun_phrase
from reconcile.claims.reported_content import (
    has_that,
    reported_by_verb,
    start_after_comma,
    trimmed_part,
    whole_clauses,
)
from reconcile.claims.reporting import (
    can_tell,
    is_reporting_noun,
    is_reporting_verb,
    needs_teller,
    reporting_lemma,
    voices,
)
from reconcile.claims.telling import quoted_person, tail_subject, telling_subject, tells
from reconcile.schema import ParsedSentence, Span, Token

_IDLE_SUBJECTS = frozenset({"this", "that", "what", "there", "these", "those", "you", "whatever"})
_SOURCES = frozenset({"by", "from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that reports, its subject, and what it reports.

    ``sentence`` is the number of the sentence, ``speaker`` the subject's noun phrase and ``head``
    its main word. ``clause`` runs over speaker and cue. ``contents`` are the stretches reported: none
    where only a quotation can tell, two where the cue stands in the middle.
    """

    sentence: int
    word: Token
    lemma: str
    head: Token
    speaker: Span
    clause: Span
    contents: tuple[Span, ...] = ()


def find_cues(sentences: Sequence[ParsedSentence], text: str) -> tuple[Cue, ...]:
    """The cues of all sentences, in the order of the text."""
    cues = [
        cue
        for number, sentence in enumerate(sentences)
        for token in sentence.tokens
        if (cue := _cue(sentence, number, token, text)) is not None
    ]
    return tuple(sorted(cues, key=lambda cue: cue.word.start))


def _cue(sentence: ParsedSentence, number: int, token: Token, text: str) -> Cue | None:
    if is_reporting_verb(token):
        return _verb_cue(sentence, number, token, text)
    if token.text.lower() == "according":
        return _according_cue(sentence, number, token, text)
    if token.text.lower() == "per":
        return _per_cue(sentence, number, token, text)
    return _noun_cue(sentence, number, token, text) if is_reporting_noun(token) else None


def _verb_cue(sentence: ParsedSentence, number: int, verb: Token, text: str) -> Cue | None:
    if not tells(sentence, verb):
        return None
    head = telling_subject(sentence, verb) or tail_subject(sentence, verb)
    if head is None or head.text.lower() in _IDLE_SUBJECTS:
        return None
    speaker = noun_phrase(sentence, head)
    adjoins = speaker.end <= verb.start and text[speaker.end : verb.start].isspace()
    near = adjoins or _is_own_subject(sentence, verb, head)
    start = min(speaker.start, verb.start) if near else verb.start
    clause = Span(start, max(speaker.end, verb.end) if near else verb.end)
    is_mere_evidence = needs_teller(verb) and not can_tell(sentence, head)
    contents = () if is_mere_evidence else tuple(reported_by_verb(sentence, verb, clause, text))
    quoted = quoted_person(sentence, verb)
    return Cue(
        sentence=number,
        word=verb,
        lemma=reporting_lemma(verb),
        head=quoted or head,
        speaker=noun_phrase(sentence, quoted) if quoted else speaker,
        clause=clause,
        contents=contents,
    )


def _is_own_subject(sentence: ParsedSentence, verb: Token, head: Token) -> bool:
    """Whether the subject is the verb's own, or parted from it by verbs only ("was quoted as saying")."""
    between = sentence.tokens[min(head.index, verb.index) + 1 : max(head.index, verb.index)]
    is_chain = head.index < verb.index and all(t.pos in {"AUX", "VERB", "ADP", "ADV"} for t in between)
    return (head.head == verb.index and head.index != verb.index) or is_chain


def _according_cue(sentence: ParsedSentence, number: int, token: Token, text: str) -> Cue | None:
    to = next((t for t in sentence.tokens[token.index + 1 : token.index + 2] if t.text.lower() == "to"), None)
    return _prepositional_cue(sentence, number, token, to, text) if to else None


def _per_cue(sentence: ParsedSentence, number: int, token: Token, text: str) -> Cue | None:
    """ "Per the report", not "per head"."""
    head = next((c for c in sentence.children(token) if c.dep == "pobj"), None)
    if head is None or not can_tell(sentence, head):
        return None
    has_article = any(c.dep in {"det", "poss"} for c in sentence.children(head))
    is_source = has_article or head.pos == "PROPN"
    return _prepositional_cue(sentence, number, token, token, text) if is_source else None


def _prepositional_cue(
    sentence: ParsedSentence, number: int, token: Token, last: Token, text: str
) -> Cue | None:
    """The cue of the words from ``token`` to ``last``, before whom or what they name as the source."""
    head = next((c for t in (last, token) for c in sentence.children(t) if c.dep in {"pobj", "pcomp"}), None)
    if head is None or head.dep == "pcomp":
        return None
    speaker = noun_phrase(sentence, head)
    clause = Span(token.start, max(speaker.end, last.end))
    end = max(clause.end, *(t.end for t in sentence.subtree(token)))
    parts = [
        *trimmed_part(text, sentence.span.start, token.start),
        *trimmed_part(text, start_after_comma(sentence, text, end), sentence.span.end),
    ]
    return Cue(
        sentence=number,
        word=token,
        lemma="according",
        head=head,
        speaker=speaker,
        clause=clause,
        contents=tuple(whole_clauses(sentence, parts)),
    )


def _noun_cue(sentence: ParsedSentence, number: int, noun: Token, text: str) -> Cue | None:
    """ "the firm's claim that …", "a warning from the firm that …" and "the firm voiced fears that …"."""
    children = sentence.children(noun)
    clause = next((c for c in children if c.dep in {"acl", "ccomp"} and c.start > noun.end), None)
    if clause is None or not has_that(sentence, clause):
        return None
    owner = next((c for c in children if c.dep == "poss"), None)
    sources = [t for c in children if c.dep == "prep" and c.lemma in _SOURCES for t in sentence.children(c)]
    head = owner or next((t for t in sources if t.dep == "pobj"), None) or _voice_of(sentence, noun)
    if head is None:
        return None
    members = sentence.subtree(clause)
    return Cue(
        sentence=number,
        word=noun,
        lemma=noun.lemma,
        head=head,
        speaker=_without_case(sentence, head),
        clause=Span(min(noun.start, head.start), max(noun.end, head.end)),
        contents=tuple(trimmed_part(text, members[0].start, members[-1].end)),
    )


def _voice_of(sentence: ParsedSentence, noun: Token) -> Token | None:
    verb = sentence.tokens[noun.head]
    return telling_subject(sentence, verb) if voices(verb, noun) and tells(sentence, verb) else None


def _without_case(sentence: ParsedSentence, head: Token) -> Span:
    """The noun phrase of an owner without the possessive ending."""
    phrase = noun_phrase(sentence, head)
    return Span(phrase.start, head.end) if phrase.start < head.end < phrase.end else phrase
