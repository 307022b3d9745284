"""Find what stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.claims.sentences.lines import find_lines
from reconcile.schema import Span

CARRIED_LINES = 6
"""How many lines an unclosed quotation may run on without a mark of its own."""

SINGLE_LENGTH = 2_000
"""The longest quotation in single marks, which could be apostrophes."""

_PAIRS = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "‟": "”"}
_CLOSING = "".join(_PAIRS.values())
_MARK = re.compile('[“”„«»「」『』‟"]')
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?’'])[‘'](?=[^\W\d])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s‘'])[’'](?!\w)")
_APOSTROPHE = re.compile(r"['‘](?:em|til|cause|tis|twas|round|bout|n|s|d|ll|re|ve|m|t)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _MarkedLine:
    """The quotations of one line, and what they leave open.

    ``open_from`` is where a quotation begins that the line does not close, ``orphan`` the place
    of a closing mark that comes before any opening one; both None where there is none.
    """

    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    open_from: int | None
    orphan: int | None

    @property
    def is_bare(self) -> bool:
        return not self.spans and self.open_from is None and self.orphan is None


def find_quotations(text: str, start: int = 0) -> tuple[Span, ...]:
    """The inner text of the outermost quotation marks from ``start`` on, in order, trimmed.

    A quotation that its paragraph does not close ends with the paragraph, and goes on in the next
    ones where a closing mark there has no opening one. Apostrophes are no quotation marks.
    """
    lines = [_double_marked(text, line.start, line.end) for line in find_lines(text, start)]
    found = [span for line in lines for span in line.spans]
    for index, line in enumerate(lines):
        if line.open_from is not None:
            found.append((line.open_from, line.end))
            found.extend(_continuation(lines, index))
    found.sort()
    found = sorted(found + _single_marked(text, lines, found))
    return tuple(span for start, end in found if start < end and (span := Span(start, end).stripped(text)))


def _double_marked(text: str, start: int, end: int) -> _MarkedLine:
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    closing = ""
    orphan: int | None = None
    last_curly = text.rfind("”", start, end)
    for match in _MARK.finditer(text, start, end):
        mark, place = match.group(), match.start()
        if opened is not None:
            if mark in closing or (mark == '"' and place > last_curly):
                spans.append((opened, place))
                opened = None
        elif _opens(text, start, end, place):
            opened, closing = place + 1, _PAIRS.get(mark, '"”')
        elif not spans and orphan is None and mark in _CLOSING + '"':
            orphan = place
    return _MarkedLine(start, end, tuple(spans), opened, orphan)


def _opens(text: str, start: int, end: int, place: int) -> bool:
    """Whether a mark outside any quotation begins one."""
    mark = text[place]
    if mark != '"':
        return mark in _PAIRS
    before = text[start:place].rstrip()[-1:] if place > start else ""
    follows_space = place == start or text[place - 1].isspace()
    has_after = place + 1 < end and not text[place + 1].isspace()
    if follows_space or before in "([{—–-/:":
        return bool(text[place + 1 : end].strip())
    return has_after and text[place + 1].isalnum() and not text[place - 1].isalnum()


def _continuation(lines: Sequence[_MarkedLine], index: int) -> list[tuple[int, int]]:
    """The stretches of the following lines that belong to the quotation left open in line ``index``."""
    stretches: list[tuple[int, int]] = []
    for line in lines[index + 1 : index + 1 + CARRIED_LINES]:
        if line.orphan is not None:
            return [*stretches, (line.start, line.orphan)]
        if not line.is_bare:
            return []
        stretches.append((line.start, line.end))
    return []


def _single_marked(
    text: str, lines: Sequence[_MarkedLine], doubles: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Quotations in single marks that stand in no double ones."""
    found: list[tuple[int, int]] = []
    place = 0
    for line in lines:
        place = max(place, line.start)
        while opening := _SINGLE_OPEN.search(text, place, line.end):
            place = opening.end()
            index = bisect_right(doubles, place, key=lambda double: double[0])
            if index and doubles[index - 1][1] >= place:
                place = doubles[index - 1][1]
                continue
            limit = min(
                line.end, place + SINGLE_LENGTH, *(double[0] - 1 for double in doubles[index : index + 1])
            )
            closing = None if _APOSTROPHE.match(text, opening.start()) else _single_close(text, place, limit)
            if closing is not None and closing > place + 1:
                found.append((place, closing))
                place = closing + 1
    return found


def _single_close(text: str, start: int, end: int) -> int | None:
    """The closing mark: one after punctuation rather than one that may be a plural's apostrophe."""
    fallback: int | None = None
    for match in _SINGLE_CLOSE.finditer(text, start, end):
        place = match.start()
        if text[place - 1] != "s":
            return place
        fallback = place if fallback is None else fallback
    return fallback
