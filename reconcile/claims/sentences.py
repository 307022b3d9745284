"""Sentences with offsets: paragraphs at line breaks, then nupunkt inside each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nupunkt import sent_spans

from reconcile.schema import Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_CLOSING = "”’\"')]»"


def split_sentences(text: str, start: int = 0) -> tuple[tuple[Span, int], ...]:
    """Sentences of ``text`` from ``start`` on, each with the number of its paragraph.

    A line break always ends a sentence: news texts keep a paragraph on one line.
    """
    return tuple(
        (sentence, number)
        for number, line in enumerate(_LINE.finditer(text, start))
        for sentence in _sentences_of_line(text, line.start(), line.end())
    )


def _sentences_of_line(text: str, start: int, end: int) -> Iterator[Span]:
    line = text[start:end]
    if not line.strip():
        return
    for left, right in sent_spans(line):
        sentence = _trimmed(text, start + left, start + right)
        if sentence is not None:
            yield sentence


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
