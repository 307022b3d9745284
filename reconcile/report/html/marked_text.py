"""Stretches of a source's text with its claims and the words that differ marked in place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from reconcile.report.html.exact_text import ExactText
from reconcile.schema import Span

_PARAGRAPH_END = re.compile(r"(?:\r\n|\n|\r)(?:[^\S\r\n]*(?:\r\n|\n|\r))+")
_CLAIM = Markup('<span class="c{}" data-c="{}">{}</span>')
_WORDS = Markup('<mark class="{}" data-c="{}">{}</mark>')
_NO_TAG = Markup("")
_LOOSE_WORDS = Markup("<mark>{}</mark>")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMark:
    """A claim to mark: ``tag`` is put before its first word, ``css`` follows the class ``c``."""

    id: str
    span: Span
    css: str = ""
    tag: Markup = _NO_TAG


class _Piece(NamedTuple):
    span: Span
    claims: tuple[ClaimMark, ...]
    is_word: bool


def marked(
    text: ExactText, span: Span, claims: Iterable[ClaimMark] = (), words: Iterable[Span] = ()
) -> Markup:
    """``span`` of ``text`` with the parts of ``claims`` and ``words`` in it marked.

    The text of the result is that of the span, code point for code point, whatever overlaps: the
    claims of a piece stand in its ``data-c``, the words that differ in a ``mark``.
    """
    return Markup("").join(_html(text, piece) for piece in _pieces(span, claims, words, ()))


def marked_paragraphs(
    text: ExactText, claims: Iterable[ClaimMark], words: Iterable[Span]
) -> tuple[Markup, ...]:
    """The whole of ``text``, marked, cut behind every run of empty lines."""
    if not text.text:
        return ()
    ends = [match.end() for match in _PARAGRAPH_END.finditer(text.text)]
    whole = Span(0, len(text.text))
    paragraphs: list[list[Markup]] = [[] for _ in range(len(ends) + 1)]
    for piece in _pieces(whole, claims, words, ends):
        paragraphs[bisect_right(ends, piece.span.start)].append(_html(text, piece))
    return tuple(Markup("").join(pieces) for pieces in paragraphs if pieces)


def _pieces(
    span: Span, claims: Iterable[ClaimMark], words: Iterable[Span], cuts: Sequence[int]
) -> Iterator[_Piece]:
    """``span`` cut wherever a claim or word begins or ends, and at ``cuts``."""
    waiting = sorted((c for c in claims if c.span.overlaps(span)), key=lambda c: c.span, reverse=True)
    unread = sorted((w for w in words if w.overlaps(span)), reverse=True)
    edges = {edge for s in (*(c.span for c in waiting), *unread) for edge in (s.start, s.end)}
    inner = sorted(edge for edge in edges.union(cuts) if span.start < edge < span.end)
    open_claims: list[ClaimMark] = []
    open_until = span.start
    for start, end in zip([span.start, *inner], [*inner, span.end], strict=True):
        while waiting and waiting[-1].span.start <= start:
            open_claims.append(waiting.pop())
        while unread and unread[-1].start <= start:
            open_until = max(open_until, unread.pop().end)
        open_claims = [claim for claim in open_claims if claim.span.end > start]
        yield _Piece(Span(start, end), tuple(open_claims), open_until > start)


def _html(text: ExactText, piece: _Piece) -> Markup:
    tags = Markup("").join(claim.tag for claim in piece.claims if claim.span.start == piece.span.start)
    shown = text.html(piece.span)
    ids = " ".join(claim.id for claim in piece.claims)
    # Where claims overlap, the one that began last is the narrower one.
    css = piece.claims[-1].css if piece.claims else ""
    if piece.is_word:
        return tags + (_WORDS.format(f"c{css}", ids, shown) if ids else _LOOSE_WORDS.format(shown))
    return tags + (_CLAIM.format(css, ids, shown) if ids else shown)
