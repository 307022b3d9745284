"""The text of a source in a Word document, cut so that comments can stand at exact words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reconcile.report.safe_text import visible_part
from reconcile.report.stretches import joined
from reconcile.schema import Span

_LINE = re.compile(r"[^\r\n]+")
_TAB = "\t"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """Where the runs of a text begin and end, in offsets of the source, and the runs.

    ``fallback`` takes what has no run: words that are line breaks only.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    written: tuple[Run, ...]
    fallback: Run

    def runs(self, span: Span) -> tuple[Run, Run]:
        """The first and the last run of the words ``span``, one of those that the text was cut for."""
        first, after = bisect_left(self.starts, span.start), bisect_right(self.ends, span.end)
        if first >= after:
            return self.fallback, self.fallback
        return self.written[first], self.written[after - 1]


def add_source(document: WordDocument, text: str, marked: Sequence[Span], fallback: Run) -> Anchors:
    """Writes ``text``, a paragraph a line that is not empty, with the ``marked`` words underlined."""
    edges = sorted({edge for span in marked for edge in (span.start, span.end)})
    inside = joined(marked)
    pieces: list[Span] = []
    written: list[Run] = []
    lines = list(_LINE.finditer(text))
    for line, paragraph in zip(lines, _paragraphs(document, len(lines)), strict=True):
        for piece in _pieces(Span(*line.span()), edges):
            run = paragraph.add_run(visible_part(text, piece, keep=_TAB))
            run.underline = _is_within(piece, inside) or None
            pieces.append(piece)
            written.append(run)
    return Anchors(
        starts=tuple(piece.start for piece in pieces),
        ends=tuple(piece.end for piece in pieces),
        written=tuple(written),
        fallback=fallback,
    )


def _paragraphs(document: WordDocument, count: int) -> Iterator[Paragraph]:
    """``count`` new paragraphs at the end, in order. Each but the last is put before the last, since to
    add one to the end of a document takes the longer the more it has."""
    if not count:
        return
    last = document.add_paragraph()
    for _ in range(count - 1):
        yield last.insert_paragraph_before()
    yield last


def _pieces(line: Span, edges: Sequence[int]) -> Iterator[Span]:
    """``line`` cut at every edge inside it."""
    start = line.start
    for edge in edges[bisect_right(edges, line.start) : bisect_left(edges, line.end)]:
        yield Span(start, edge)
        start = edge
    yield Span(start, line.end)


def _is_within(piece: Span, stretches: Sequence[Span]) -> bool:
    at = bisect_right(stretches, piece.start, key=lambda stretch: stretch.start)
    return at > 0 and stretches[at - 1].contains(piece)
