"""A sentence's dependency tree as clauses see it: heads, and what each of them governs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from reconcile.claims.reporting import is_reporting_verb, voices
from reconcile.schema import ParsedSentence, Token

MIN_NOUN_PHRASE_WORDS = 5
"""Words below which a coordinated or fronted noun phrase is no statement of its own."""

_CLAUSE_DEPENDENCIES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "pcomp"})
_PREDICATES = frozenset({"ccomp", "xcomp", "conj", "advcl", "pcomp"})
"""What the predicates of one statement are to each other."""

_NOUN_CLAUSES = frozenset({"acl", "ccomp"})
_AS = "as"
"""What stands before the words of somebody quoted ("as saying that")."""


class ClauseTree:
    """The dependency tree of one sentence, seen as clause heads and their tokens."""

    def __init__(self, sentence: ParsedSentence) -> None:
        self.tokens = sentence.tokens
        self._children = sentence.children
        self._word_count = [0, *accumulate(is_word(token) for token in self.tokens)]
        order = self._from_the_top()
        # What no root governs, in a parse that is none, comes last.
        last = dict.fromkeys(range(len(self.tokens)), len(self.tokens))
        self.ranks = last | {token.index: rank for rank, token in enumerate(order)}
        self._sizes = self._subtree_sizes(order)
        self.owners = self._owners(order)

    def governs(self, upper: int, lower: int) -> bool:
        """Whether the token ``upper`` stands above ``lower`` in the tree."""
        seen = {lower}
        current = self.tokens[lower].head
        while current not in seen and current != upper:
            seen.add(current)
            current = self.tokens[current].head
        return current == upper != lower

    def reports(self, upper: int, lower: int) -> bool:
        """Whether the token ``upper`` is a verb that reports and ``lower`` a predicate in what it reports."""
        current = self.tokens[lower]
        if not self.governs(upper, lower):
            return False
        while current.dep in _PREDICATES and current.head != upper:
            current = self.tokens[current.head]
        if voices(self.tokens[upper], self.tokens[current.head]):
            return current.dep in _NOUN_CLAUSES
        is_content = current.dep == "ccomp" or current.text.lower() == _AS
        is_below = (is_content and current.head == upper) or self._is_said_in(current)
        return is_below and is_reporting_verb(self.tokens[upper])

    def _is_said_in(self, clause: Token) -> bool:
        """Whether the parser hung a "that" clause on what it was said in ("said in a statement that")."""
        noun = self.tokens[clause.head]
        links = self._children(clause)
        is_full = any(link.dep == "mark" and link.text.lower() == "that" for link in links)
        return is_full and noun.dep == "pobj" and clause.dep in _NOUN_CLAUSES | {"relcl"}

    def words(self, start: int, end: int) -> int:
        """The words among the tokens ``[start, end)``, punctuation aside."""
        return self._word_count[end] - self._word_count[start]

    def _from_the_top(self) -> list[Token]:
        """All tokens, each after the one that governs it."""
        order = [token for token in self.tokens if token.head == token.index]
        for token in order:
            order += self._children(token)
        return order

    def _subtree_sizes(self, order: Sequence[Token]) -> dict[int, int]:
        """The words that each token governs, itself included."""
        sizes = {token.index: int(is_word(token)) for token in self.tokens}
        for token in reversed(order):
            if token.head != token.index:
                sizes[token.head] += sizes[token.index]
        return sizes

    def _owners(self, order: Sequence[Token]) -> list[int]:
        """The clause head of each token: itself, or the owner of what governs it."""
        owners = {token.index: token.index for token in self.tokens}
        for token in order:
            if not self._is_head(token):
                owners[token.index] = owners[token.head]
        return [owners[token.index] for token in self.tokens]

    def _is_head(self, token: Token) -> bool:
        if token.head == token.index:
            return True
        parent = self.tokens[token.head]
        if token.pos in ("VERB", "AUX"):
            return token.dep in _CLAUSE_DEPENDENCIES or (
                token.dep == "conj" and parent.pos in ("VERB", "AUX")
            )
        return self._is_event_phrase(token, parent)

    def _is_event_phrase(self, token: Token, parent: Token) -> bool:
        """A fronted "After a meeting between …" or the second of two such phrases."""
        if token.pos != "NOUN" or self._sizes[token.index] < MIN_NOUN_PHRASE_WORDS:
            return False
        if token.dep == "conj":
            return parent.pos == "NOUN" and self._modified(token) and self._modified(parent)
        fronted = token.dep == "pobj" and parent.dep == "prep" and parent.head > token.index
        return fronted and self.tokens[parent.head].pos in ("VERB", "AUX") and self._modified(token)

    def _modified(self, token: Token) -> bool:
        return any(child.dep == "prep" for child in self._children(token))


def is_word(token: Token) -> bool:
    return any(character.isalnum() for character in token.text)
