"""Clauses of a sentence: contiguous stretches, each around one predicate.

Every token belongs to the nearest clause head above it in the dependency tree; runs of
tokens with one owner are the first cut. A run too short to be checked alone joins the
neighbour that it depends on, so that the claims cover the sentence and do not overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.claims.clause_tree import ClauseTree, is_word
from reconcile.claims.reporting import is_reporting_verb
from reconcile.schema import ParsedSentence, Span, Token

MIN_WORDS = 7
"""Words that a clause needs to stand alone.

Of 5 to 8 tried on the development events, 7 gave the best alignment that still kept
single-source statements apart."""

MIN_CLAIM_WORDS = 3
"""Words that a claim needs, but for a whole sentence of a subject and a verb."""

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
    tree = ClauseTree(sentence)
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


def _joined(runs: list[_Run], tree: ClauseTree) -> list[_Run]:
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


def _head(run: _Run, tree: ClauseTree) -> int:
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


def _affinity(short: _Run, neighbour: _Run, tree: ClauseTree) -> tuple[bool, bool, int]:
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
    if sum(is_word(token) for token in tokens[start:end]) < least:
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
