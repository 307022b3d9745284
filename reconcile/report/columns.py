"""Two-column text that fits a terminal: wide characters counted as two columns."""

from __future__ import annotations

from collections.abc import Sequence

from tabulate import tabulate
from wcwidth import wcswidth

LEAST_WIDTH = 20
_GAP = 2
_WIDEST_LABEL = 20
_RESET = "\x1b[0m"

Row = tuple[str, str]


def label_column(rows: Sequence[Row], width: int) -> int:
    """The columns that the labels of ``rows`` get: what they need, at most a third of ``width``."""
    needed = max((wcswidth(label) for label, _ in rows), default=0)
    return max(1, min(needed, _WIDEST_LABEL, max(width, LEAST_WIDTH) // 3))


def two_columns(rows: Sequence[Row], width: int) -> str:
    """Labels on the left, text wrapped on the right; no line is wider than ``width`` (20 at least)."""
    label_width = label_column(rows, width)
    text_width = max(width, LEAST_WIDTH) - label_width - _GAP
    filled = [(label or " ", text or " ") for label, text in rows]
    table = tabulate(filled, tablefmt="plain", disable_numparse=True, maxcolwidths=[label_width, text_width])
    return "\n".join(line.rstrip() for line in table.splitlines())


def folded(text: str, width: int) -> str:
    """``text`` wrapped at ``width`` columns, 20 at least."""
    widest = max(width, LEAST_WIDTH)
    return tabulate([[text or " "]], tablefmt="plain", disable_numparse=True, maxcolwidths=[widest])


def painted(text: str, code: str, colour: bool) -> str:
    """``text`` in the colour of an ANSI SGR ``code`` where colour is wanted, line by line."""
    if not colour:
        return text
    return "\n".join(f"\x1b[{code}m{line}{_RESET}" for line in text.splitlines())
