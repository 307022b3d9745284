"""Sentences with offsets: nupunkt inside a line, which news texts use as a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nupunkt import sent_spans

from reconcile.schema import Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


def split_sentences(text: str, start: int = 0) -> tuple[tuple[Span, int], ...]:
    """Sentences of ``text`` from ``start`` on, each with the number of its line.

    A line break always ends a sentence.
    """
    return tuple(
        (sentence, number)
        for number, line in enumerate(_LINE.finditer(text, start))
        for sentence in split_line(text, Span(line.start(), line.end()))
    )


def split_line(text: str, line: Span) -> Iterator[Span]:
    """The sentences of one line of ``text``, without the white space around them."""
    content = line.of(text)
    if not content.strip():
        return
    for left, right in sent_spans(content):
        sentence = Span(line.start + left, line.start + right).stripped(text)
        if sentence is not None:
            yield sentence
