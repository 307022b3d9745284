"""Clauses of a sentence: contiguous stretches, each around one predicate.

Every token belongs to the nearest clause head above it in the dependency tree; runs of
tokens with one owner are the first cut. A run too short to be checked alone joins the
neighbour that it depends on, so that the claims cover the sentence and do not overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reconcile.claims.reporting import is_reporting_verb, voices
from reconcile.schema import ParsedSentence, Span, Token

MIN_WORDS = 7
"""Words that a clause needs to stand alone.

Of 5 to 8 tried on the development events, 7 gave the best alignment that still kept
single-source statements apart."""

MIN_CLAIM_WORDS = 3
"""Words that a claim needs, but for a whole sentence of a subject and a verb."""

MIN_NOUN_PHRASE_WORDS = 5
"""Words below which a coordinated or fronted noun phrase is no statement of its own."""

_CLAUSE_DEPENDENCIES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "pcomp"})
_PREDICATES = frozenset({"ccomp", "xcomp", "conj", "advcl", "pcomp"})
"""What the predicates of one statement are to each other."""

_NOUN_CLAUSES = frozenset({"acl", "ccomp"})
_AS = "as"
"""What stands before the words of somebody quoted ("as saying that")."""

_EDGE_MARKS = frozenset(",;:-–—")
_QUOTES = {"“": "”", "‘": "’", '"': '"', "(": ")", "[": "]"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch of a sentence and the token that heads it."""

    span: Span
    head: Token


def split_clauses(sentence: ParsedSentence, text: str) -> tuple[Clause, ...]:
    """The clauses of ``sentence`` in order; spans are offsets into ``text`` and never overlap."""
    if not sentence.tokens:
        return ()
    tree = _Tree(sentence)
    runs = _joined(_runs(tree.owners), tree)
    clauses = []
    for run in runs:
        head = sentence.tokens[_head(run, tree)]
        least = 2 if len(runs) == 1 and _is_bare_statement(head, sentence) else MIN_CLAIM_WORDS
        span = _trimmed(sentence.tokens[run.start : run.end], text, least)
        if span is not None:
            clauses.append(Clause(span=span, head=head))
    return tuple(clauses)


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens ``[start, end)``: those of the clause head ``owner``, and any that joined them."""

    owner: int
    start: int
    end: int


class _Tree:
    """The dependency tree of one sentence, seen as clause heads and their tokens."""

    def __init__(self, sentence: ParsedSentence) -> None:
        self.tokens = sentence.tokens
        self._children: dict[int, list[Token]] = {}
        for token in self.tokens:
            if token.head != token.index:
                self._children.setdefault(token.head, []).append(token)
        self._word_count = [0, *accumulate(_is_word(token) for token in self.tokens)]
        order = self._from_the_top()
        self.ranks = {token.index: rank for rank, token in enumerate(order)}
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
        links = self._children.get(clause.index, ())
        is_full = any(link.dep == "mark" and link.text.lower() == "that" for link in links)
        return is_full and noun.dep == "pobj" and clause.dep in _NOUN_CLAUSES | {"relcl"}

    def words(self, start: int, end: int) -> int:
        """The words among the tokens ``[start, end)``, punctuation aside."""
        return self._word_count[end] - self._word_count[start]

    def _from_the_top(self) -> list[Token]:
        """All tokens, each after the one that governs it."""
        order = [token for token in self.tokens if token.head == token.index]
        for token in order:
            order += self._children.get(token.index, ())
        return order

    def _subtree_sizes(self, order: Sequence[Token]) -> dict[int, int]:
        """The words that each token governs, itself included."""
        sizes = {token.index: int(_is_word(token)) for token in self.tokens}
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
        return any(child.dep == "prep" for child in self._children.get(token.index, ()))


def _joined(runs: list[_Run], tree: _Tree) -> list[_Run]:
    """``runs`` with each short one merged into the neighbour that it belongs to."""
    while len(runs) > 1:
        short = next((k for k, run in enumerate(runs) if tree.words(run.start, run.end) < MIN_WORDS), None)
        if short is None:
            break
        neighbours = [k for k in (short - 1, short + 1) if 0 <= k < len(runs)]
        chosen = max(neighbours, key=lambda k: _affinity(runs[short], runs[k], tree))
        first, last = min(short, chosen), max(short, chosen)
        merged = _Run(runs[chosen].owner, runs[first].start, runs[last].end)
        runs[first : last + 1] = [merged]
    return runs


def _head(run: _Run, tree: _Tree) -> int:
    """What the tokens of a run state together: the topmost clause head inside; of a verb that only
    reports, what it reports."""
    heads = sorted({tree.owners[i] for i in range(run.start, run.end)}, key=tree.ranks.__getitem__)
    inside = [head for head in heads if run.start <= head < run.end]
    if not inside:
        return run.owner
    top = inside[0]
    while (below := next((head for head in inside if tree.reports(top, head)), None)) is not None:
        top = below
    return top


def _affinity(short: _Run, neighbour: _Run, tree: _Tree) -> tuple[bool, bool, int]:
    """How much ``short`` belongs to ``neighbour``: governed by it, a subject before it, a small one."""
    holds_its_head = short.start <= short.owner < short.end
    return (
        tree.governs(neighbour.owner, short.owner),
        not holds_its_head and neighbour.start >= short.end,
        -tree.words(neighbour.start, neighbour.end),
    )


def _runs(owners: Sequence[int]) -> list[_Run]:
    runs: list[_Run] = []
    for index, owner in enumerate(owners):
        if runs and runs[-1].owner == owner:
            runs[-1] = _Run(owner, runs[-1].start, index + 1)
        else:
            runs.append(_Run(owner, index, index + 1))
    return runs


def _is_word(token: Token) -> bool:
    return any(character.isalnum() for character in token.text)


def _is_bare_statement(head: Token, sentence: ParsedSentence) -> bool:
    """A subject and a verb that is not just who said it: "Nobody died." """
    has_subject = any(child.dep in ("nsubj", "nsubjpass") for child in sentence.children(head))
    return head.pos in ("VERB", "AUX") and has_subject and not is_reporting_verb(head)


def _trimmed(tokens: Sequence[Token], text: str, least: int) -> Span | None:
    """The stretch of ``tokens`` without edge punctuation; None when fewer than ``least`` words are left."""
    start, end = 0, len(tokens)
    while start < end and (tokens[start].pos == "CCONJ" or tokens[start].text in _EDGE_MARKS):
        start += 1
    while end > start and (tokens[end - 1].pos == "CCONJ" or tokens[end - 1].text in _EDGE_MARKS):
        end -= 1
    start, end = _without_lone_quotes(tokens, start, end)
    if sum(_is_word(token) for token in tokens[start:end]) < least:
        return None
    return Span(tokens[start].start, tokens[end - 1].end)


def _without_lone_quotes(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Drop an opening mark that is not closed inside, or a closing one that was not opened."""
    closers = {closer: opener for opener, closer in _QUOTES.items()}
    inside = [token.text for token in tokens[start:end]]
    if inside and _is_lone(inside[-1], closers.get(inside[-1], ""), inside):
        end -= 1
        inside.pop()
    # What follows a quotation begins with its closing mark: ” said the captain.
    closing_first = bool(inside) and inside[0] in closers and inside[0] not in _QUOTES
    if inside and (closing_first or _is_lone(inside[0], _QUOTES.get(inside[0], ""), inside)):
        start += 1
    return start, end


def _is_lone(mark: str, partner: str, inside: Sequence[str]) -> bool:
    """Whether a mark has no partner; a mark that is its own partner stands in pairs."""
    if not partner:
        return False
    return inside.count(mark) % 2 == 1 if mark == partner else partner not in inside
