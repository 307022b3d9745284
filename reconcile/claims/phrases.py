"""The noun phrases of a claim, each with its head and its place in the clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.claims.noun_phrases import noun_phrase
from reconcile.schema import ParsedSentence, Phrase, PhraseRole, Span, Token

_ROLES = {
    "nsubj": PhraseRole.SUBJECT,
    "nsubjpass": PhraseRole.OBJECT,
    "dobj": PhraseRole.OBJECT,
    "dative": PhraseRole.OBLIQUE,
    "attr": PhraseRole.COMPLEMENT,
    "oprd": PhraseRole.COMPLEMENT,
    "pobj": PhraseRole.OBLIQUE,
    "npadvmod": PhraseRole.OBLIQUE,
    "appos": PhraseRole.APPOSITION,
    "ROOT": PhraseRole.ROOT,
}
_NOMINAL = frozenset({"NOUN", "PROPN"})
_PARTS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
_AMOUNTS = frozenset(
    {"handful", "number", "couple", "dozen", "hundred", "thousand", "majority", "half", "part", "rest"}
)
"""Nouns that say how many or how much of what follows "of"."""


def find_phrases(sentence: ParsedSentence, span: Span) -> tuple[Phrase, ...]:
    """The noun phrases whose head lies in ``span``, a claim of ``sentence``, in order.

    They may lie in one another ("the mayor of the town", "the town"); each is cut to ``span``.
    Pronouns are none. ``span`` of a phrase lies wholly in that of the claim.
    """
    return tuple(phrase for token in sentence.within(span) for phrase in _phrases_at(sentence, span, token))


def _phrases_at(sentence: ParsedSentence, span: Span, token: Token) -> Iterator[Phrase]:
    place = _place(sentence, token)
    head = _counted(sentence, token)
    if place is not None and head.pos in _NOMINAL:
        words = _words(sentence, token, _cut(noun_phrase(sentence, token), span))
        if head in words:
            yield _phrase(sentence, words, head, place)


def _phrase(
    sentence: ParsedSentence,
    words: Sequence[Token],
    head: Token,
    place: tuple[PhraseRole, Token | None, str],
) -> Phrase:
    role, governor, preposition = place
    content = [token for token in words if token.pos in _PARTS and token.index != head.index]
    return Phrase(
        span=Span(words[0].start, words[-1].end),
        core=Span(words[0].start, head.end),
        head=head.lemma,
        role=role,
        governor=governor.lemma if governor else "",
        preposition=preposition,
        before=tuple(token.lemma for token in content if token.index < head.index),
        after=tuple(token.lemma for token in content if token.index > head.index),
        proper=head.pos == "PROPN",
        plural=head.tag in ("NNS", "NNPS"),
        definite=any(_is_definite(child) for child in sentence.children(head)),
    )


def _words(sentence: ParsedSentence, head: Token, whole: Span) -> tuple[Token, ...]:
    """The tokens of the phrase at ``head`` without what is coordinated with it."""
    joined = [child for child in sentence.children(head) if child.dep in ("cc", "conj")]
    end = min((child.start for child in joined if child.start >= head.end), default=whole.end)
    members = {token.index for token in sentence.subtree(head)}
    return tuple(
        token
        for token in sentence.within(whole)
        if token.index in members and token.end <= end and token.pos != "PUNCT"
    )


def _is_definite(token: Token) -> bool:
    return token.dep == "poss" or token.text.casefold() in ("the", "this", "that", "these", "those")


def _place(sentence: ParsedSentence, token: Token) -> tuple[PhraseRole, Token | None, str] | None:
    """Role, governor and preposition of the phrase that ``token`` heads; None where it heads none."""
    if token.dep == "conj":
        first = sentence.tokens[token.head]
        return _place(sentence, first) if first.pos in _NOMINAL and first.index < token.index else None
    role = _ROLES.get(token.dep)
    governor = sentence.tokens[token.head]
    if role is None:
        return None
    if role is PhraseRole.ROOT:
        return role, None, ""
    return _after_preposition(sentence, governor) if token.dep == "pobj" else (role, governor, "")


def _after_preposition(
    sentence: ParsedSentence, preposition: Token
) -> tuple[PhraseRole, Token | None, str] | None:
    """The place of what follows ``preposition``; None for what an amount is of."""
    governor = sentence.tokens[preposition.head]
    if preposition.dep == "agent":
        return PhraseRole.SUBJECT, governor, ""
    if preposition.lemma == "of" and _counts(governor):
        return None
    role = PhraseRole.MODIFIER if governor.pos in _NOMINAL else PhraseRole.OBLIQUE
    return role, governor, preposition.text.casefold()


def _counted(sentence: ParsedSentence, token: Token) -> Token:
    """What an amount is of ("a handful of people"), else the token itself."""
    if not _counts(token):
        return token
    prepositions: Sequence[Token] = [c for c in sentence.children(token) if c.text.casefold() == "of"]
    objects = [o for p in prepositions for o in sentence.children(p) if o.dep == "pobj"]
    return objects[0] if objects else token


def _counts(token: Token) -> bool:
    return token.pos in ("NUM", "PRON", "DET", "ADJ", "ADV") or token.lemma in _AMOUNTS


def _cut(phrase: Span, claim: Span) -> Span:
    return Span(max(phrase.start, claim.start), min(phrase.end, claim.end))
