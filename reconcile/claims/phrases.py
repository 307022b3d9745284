"""The noun phrases of a claim, each with its head and its place in the clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "appos"})
_TAILS = frozenset({"acl", "npadvmod", "advmod"})
_TIMES = frozenset({"DATE", "TIME"})
_AMOUNTS = frozenset(
    {"handful", "number", "couple", "dozen", "hundred", "thousand", "majority", "half", "part", "rest"}
)
"""Nouns that say how many or how much of what follows "of"."""


def find_phrases(sentence: ParsedSentence, span: Span) -> tuple[Phrase, ...]:
    """The noun phrases whose head lies in ``span``, a claim of ``sentence``, in order.

    They may lie in one another ("the mayor of the town", "the town"); each is cut to ``span``.
    Appositions, clauses, expressions of time after the head, what follows a comma and what is
    coordinated are left out. Pronouns are none.
    """
    return tuple(p for token in sentence.within(span) for p in _phrases_at(sentence, span, token))


def _phrases_at(sentence: ParsedSentence, span: Span, token: Token) -> Iterator[Phrase]:
    place = _place(sentence, token)
    head = _counted(sentence, token)
    if place is not None and head.pos in _NOMINAL:
        words = _words(sentence, span, token)
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
        before=tuple(_term(token) for token in content if token.index < head.index),
        after=tuple(_term(token) for token in content if token.index > head.index),
        proper=head.pos == "PROPN" and not head.text.islower(),
        plural=head.tag in ("NNS", "NNPS"),
        definite=any(_is_definite(child) for child in sentence.children(head)),
    )


def _words(sentence: ParsedSentence, span: Span, head: Token) -> tuple[Token, ...]:
    """The words around ``head`` that belong to its phrase without a gap and lie in ``span``."""
    own = sentence.subtree(head, without=lambda token: _is_tail(sentence, token, head))
    members = {token.index for token in own}
    first = last = head.index
    while first - 1 in members:
        first -= 1
    while last + 1 in members:
        last += 1
    while last > head.index and sentence.tokens[last].dep in ("cc", "prep", "mark"):
        last -= 1
    if sentence.tokens[first].text == ".":  # The parser takes that of "Sens." for part of the name behind it.
        first += 1
    found = sentence.tokens[first : last + 1]
    return tuple(t for t in found if t.pos != "PUNCT" and span.start <= t.start and t.end <= span.end)


def _is_tail(sentence: ParsedSentence, token: Token, head: Token) -> bool:
    """Whether it is no part of the noun phrase of ``head``, though it depends on it."""
    if token.index < head.index:
        return token.dep in _CLAUSES
    if token.dep in ("cc", "conj"):
        return token.head == head.index
    times = token.dep == "prep" and any(child.entity in _TIMES for child in sentence.children(token))
    return times or token.dep in _TAILS or token.dep in _CLAUSES


def _term(token: Token) -> str:
    """The lemma; a participle as it stands, for "a failed campaign" is not one to fail."""
    return token.text.casefold() if token.pos == "VERB" else token.lemma


def _is_definite(token: Token) -> bool:
    return token.dep == "poss" or token.text.casefold() in ("the", "this", "that", "these", "those")


def _place(sentence: ParsedSentence, token: Token) -> tuple[PhraseRole, Token | None, str] | None:
    """Role, governor and preposition of the phrase that ``token`` heads; None where it heads none."""
    while token.dep == "conj":
        first = sentence.tokens[token.head]
        if first.pos not in _NOMINAL or first.index >= token.index:
            return None
        token = first
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
    prepositions = [c for c in sentence.children(token) if c.text.casefold() == "of"]
    objects = [o for p in prepositions for o in sentence.children(p) if o.dep == "pobj"]
    return objects[0] if objects else token


def _counts(token: Token) -> bool:
    return token.pos in ("NUM", "PRON", "DET", "ADJ", "ADV") or token.lemma in _AMOUNTS
