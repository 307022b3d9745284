"""The lines of a text, which news texts use as paragraphs, and lines that only wrap a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.schema import Span

NARROWEST, WIDEST = 40, 120
"""The widths, in characters, that editors and agencies wrap lines to."""
FEWEST_WRAPS = 3
"""Breaks in the middle of a sentence that must be seen before any break counts as a wrap."""

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_WRAP = re.compile(r"\r?\n")
_FINAL = frozenset(".!?:…")
_NO_WORD = re.compile(r"\W*")
_FIRST_WORD = re.compile(r"\S+")
_BLOCK_START = re.compile(r"\s|[-*+•‣▪●>#|]|\(?(?:\d{1,3}|[A-Za-z])[.)]\s")


def find_lines(text: str, start: int = 0) -> Iterator[Span]:
    """The lines of ``text`` from ``start`` on that are not blank.

    In hard-wrapped text, as mail and wire copy have it, the lines of one paragraph are one line here
    and the breaks lie inside the span. That is taken for such text only if most of its lines are
    filled up to one width, and enough of them break off in the middle of a sentence.
    """
    lines = [line for m in _LINE.finditer(text, start) if (line := Span(m.start(), m.end())).stripped(text)]
    wraps = _wraps(text, lines)
    begin: int | None = None
    for line in lines:
        begin = line.start if begin is None else begin
        if line.end not in wraps:
            yield Span(begin, line.end)
            begin = None


def _wraps(text: str, lines: Sequence[Span]) -> frozenset[int]:
    """The ends of the lines that go on in the next one; none unless the text is hard-wrapped."""
    breaks = [
        (left, right) for left, right in pairwise(lines) if _WRAP.fullmatch(text, left.end, right.start)
    ]
    width = _width([len(left.of(text).rstrip()) for left, _ in breaks])
    if not NARROWEST <= width <= WIDEST:
        return frozenset()
    full = [(left, right) for left, right in breaks if _is_full(text, left, right, width)]
    cut = sum(_cuts_sentence(text, left, right) for left, right in full)
    if cut < max(FEWEST_WRAPS, len(full) / 3) or len(full) < len(breaks) / 2:
        return frozenset()
    return frozenset(left.end for left, right in full if not _BLOCK_START.match(text, right.start))


def _width(lengths: Sequence[int]) -> int:
    """The length that nine of ten lines keep to, so that a long address does not count; 0 for no lines."""
    return sorted(lengths)[(len(lengths) * 9) // 10] if lengths else 0


def _is_full(text: str, left: Span, right: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    word = _FIRST_WORD.search(text, right.start)
    return word is not None and len(left.of(text).rstrip()) + 1 + len(word.group()) > width


def _cuts_sentence(text: str, left: Span, right: Span) -> bool:
    # Read from its end: a search from its start would take the square of a hostile line's length.
    closing = _NO_WORD.match(left.of(text)[::-1])
    is_final = closing is not None and not _FINAL.isdisjoint(closing.group())
    return not is_final and right.of(text).lstrip()[:1].islower()
