"""Offsets of a text as lines and columns, for people who look a passage up in their editor."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


class Position(NamedTuple):
    """Line and column, both from 1; columns count code points."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


class LineIndex:
    """Where the lines of a text begin. Lines end at ``\\n``, ``\\r\\n`` or ``\\r``."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._starts = [0, *(match.end() for match in _LINE_BREAK.finditer(text))]

    def position(self, offset: int) -> Position:
        """The place of ``offset``; raises ValueError outside ``[0, len(text)]``."""
        if not 0 <= offset <= self._length:
            raise ValueError(f"offset {offset} lies outside a text of {self._length} characters")
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset at ``position``; raises ValueError for a line that the text does not have."""
        if not 1 <= position.line <= len(self._starts):
            raise ValueError(f"a text of {len(self._starts)} lines has no line {position.line}")
        return self._starts[position.line - 1] + position.column - 1
