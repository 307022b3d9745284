"""Sentences with offsets: lines first, then the marks inside a line that end a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reconcile.claims.sentences.boundaries import sentence_starts
from reconcile.claims.sentences.lines import find_lines
from reconcile.schema import Span


def split_sentences(text: str, start: int = 0) -> tuple[tuple[Span, int], ...]:
    """Sentences of ``text`` from ``start`` on, each with the number of its line.

    A line break always ends a sentence, save where ``find_lines`` sees that it only wraps a paragraph.
    """
    return tuple(
        (sentence, number)
        for number, line in enumerate(find_lines(text, start))
        for sentence in split_line(text, line)
    )


def split_line(text: str, line: Span) -> Iterator[Span]:
    """The sentences of one line of ``text``, without the white space around them."""
    starts = sentence_starts(line.of(text))
    for left, right in pairwise([0, *starts, len(line)]):
        sentence = Span(line.start + left, line.start + right).stripped(text)
        if sentence is not None:
            yield sentence
