"""Words that somebody is quoted with inside a sentence: "Lee called the plan “a heap of rubble”"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.claims.cues import Cue
from reconcile.claims.noun_phrases import noun_phrase
from reconcile.claims.quoted_speech import sentence_number
from reconcile.claims.reporting import can_tell
from reconcile.claims.telling import telling_subject, tells
from reconcile.lexicons import words
from reconcile.schema import ParsedSentence, Span, Token

MIN_QUOTED = 2
"""Words in quotation marks that are somebody's; a single one may be a term."""

_LINKS = frozenset({"as", "for", "of", "to", "with"})
"""Prepositions between the verb and the words that it appraises with; behind others stands when or where."""


def find_appraisals(
    sentences: Sequence[ParsedSentence], text: str, quotations: Sequence[Span]
) -> Iterator[tuple[Span, Cue]]:
    """The quotations that a verb of appraisal governs, each with a cue that names who appraises.

    What begins with a capital may be a title or a name, and is nobody's words.
    """
    for quotation in quotations if sentences else ():
        quoted = quotation.of(text)
        if quoted[:1].islower() and len(quoted.split()) >= MIN_QUOTED:
            number = sentence_number(sentences, quotation.start)
            cue = _cue(sentences[number], number, quotation)
            if cue is not None:
                yield quotation, cue


def _cue(sentence: ParsedSentence, number: int, quotation: Span) -> Cue | None:
    verb = _governing_verb(sentence, quotation)
    if verb is None or verb.lemma not in words("appraising_verbs") or not tells(sentence, verb):
        return None
    head = telling_subject(sentence, verb)
    if head is None or not can_tell(sentence, head):
        return None
    speaker = noun_phrase(sentence, head)
    clause = Span(min(speaker.start, verb.start), max(speaker.end, verb.end))
    return Cue(sentence=number, word=verb, lemma=verb.lemma, head=head, speaker=speaker, clause=clause)


def _governing_verb(sentence: ParsedSentence, quotation: Span) -> Token | None:
    """The nearest verb above the quotation and before it."""
    inside = sentence.within(quotation)
    token = next((t for t in inside if not quotation.contains(sentence.tokens[t.head].span)), None)
    while token is not None and (token.pos != "VERB" or token.start >= quotation.start):
        above = sentence.tokens[token.head]
        leads_away = token.pos in {"ADP", "SCONJ"} and token.lemma not in _LINKS
        token = None if leads_away or above.index == token.index else above
    return token
