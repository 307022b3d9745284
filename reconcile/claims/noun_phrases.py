"""Noun phrases around a head: the stretch that names somebody, without its tails."""

from __future__ import annotations

from reconcile.schema import ParsedSentence, Span, Token

_TAILS = frozenset({"appos", "relcl", "acl", "npadvmod", "advcl", "parataxis", "ccomp", "advmod", "punct"})
_TIMES = frozenset({"DATE", "TIME"})


def noun_phrase(sentence: ParsedSentence, head: Token) -> Span:
    """The noun phrase of ``head`` with compounds, possessives and prepositional phrases.

    Appositions, relative clauses, expressions of time and whatever follows a comma are left out.
    """
    members = {token.index for token in sentence.subtree(head)} - _excluded(sentence, head)
    first = last = head.index
    while first - 1 in members and _continues(sentence, first - 1):
        first -= 1
    while last + 1 in members and _continues(sentence, last + 1):
        last += 1
    tokens = sentence.tokens
    while last > head.index and tokens[last].dep in {"cc", "prep", "mark"}:
        last -= 1
    return Span(tokens[first].start, tokens[last].end)


def _excluded(sentence: ParsedSentence, head: Token) -> set[int]:
    """Tokens of the tails of ``head`` and of expressions of time."""
    return {
        token.index
        for child in sentence.subtree(head)
        if child.index != head.index and _is_tail(sentence, child, head)
        for token in sentence.subtree(child)
    }


def _is_tail(sentence: ParsedSentence, token: Token, head: Token) -> bool:
    if token.index < head.index:
        return token.dep in {"relcl", "advcl", "ccomp", "parataxis", "appos"}
    if token.dep == "punct":
        return not _is_hyphen(sentence, token)
    if token.dep == "prep":
        return any(child.entity in _TIMES for child in sentence.children(token))
    return token.dep in _TAILS


def _continues(sentence: ParsedSentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.pos not in {"PUNCT", "SYM"} or _is_hyphen(sentence, token) or token.text in {"&", "$", "."}


def _is_hyphen(sentence: ParsedSentence, token: Token) -> bool:
    """Whether the mark joins two words without space between ("vice-president")."""
    if token.text not in {"-", "‑", "–", "/"} or not 0 < token.index < len(sentence.tokens) - 1:
        return False
    left, right = sentence.tokens[token.index - 1], sentence.tokens[token.index + 1]
    return left.end == token.start and token.end == right.start
