"""A parsed text, free of the parser that made it: tokens, dependencies, sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from reconcile.schema.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word or mark. ``start`` and ``end`` are offsets into the document.

    ``index`` and ``head`` count tokens of the sentence from 0 (the root is its own head);
    ``pos`` is the Universal POS, ``tag`` the Penn Treebank tag, ``dep`` the ClearNLP
    dependency label, ``entity`` the parser's entity label or an empty string.
    """

    index: int
    head: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    entity: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedSentence:
    """A sentence with its tokens; whitespace is no token."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int = 0
    _dependents: dict[int, tuple[Token, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        dependents: dict[int, list[Token]] = {}
        for token in self.tokens:
            if token.head != token.index:
                dependents.setdefault(token.head, []).append(token)
        frozen = {head: tuple(below) for head, below in dependents.items()}
        object.__setattr__(self, "_dependents", frozen)

    def within(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie wholly inside ``span``."""
        return tuple(t for t in self.tokens if span.start <= t.start and t.end <= span.end)

    def children(self, token: Token) -> tuple[Token, ...]:
        """The direct dependents of ``token``, in order."""
        return self._dependents.get(token.index, ())

    def subtree(self, token: Token, *, without: Callable[[Token], bool] | None = None) -> tuple[Token, ...]:
        """``token`` and everything that depends on it, in order; not what ``without`` holds for, nor what
        depends on that."""
        members: set[int] = set()
        waiting = [token]
        while waiting:
            member = waiting.pop()
            if member.index not in members:
                members.add(member.index)
                below = self.children(member)
                waiting += below if without is None else (child for child in below if not without(child))
        return tuple(t for t in self.tokens if t.index in members)
