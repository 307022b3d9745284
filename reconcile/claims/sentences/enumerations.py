"""Items of a list that stands in one line: "1. Check the dam 2. Call the mayor", "• Dam • Mayor"."""

from __future__ import annotations

import re

_BULLET = re.compile(r"(?:(?<=\s)|\A)[•⁃‣▪●◦](?=\s*\S)")
_ITEM = re.compile(r"(?:(?<=\s)|\A)(\(?)(\d{1,3}|[a-z])(\.\)|[.)])\s+(?=\W?[A-Z])")


def item_starts(line: str) -> list[int]:
    """Where the items after the first begin; none unless the line itself begins with an item.

    Numbered items must begin with 1 or a and count on in one style, so that figures and initials in
    running text are none.
    """
    begin = len(line) - len(line.lstrip())
    if _BULLET.match(line, begin):
        return [bullet.start() for bullet in _BULLET.finditer(line, begin + 1)]
    first = _ITEM.match(line, begin)
    if first is None or first[2] not in ("1", "a"):
        return []
    return _counted(line, first)


def _counted(line: str, first: re.Match[str]) -> list[int]:
    starts: list[int] = []
    latest = first
    for item in _ITEM.finditer(line, first.end()):
        if (item[1], item[2], item[3]) == (first[1], _successor(latest[2]), first[3]):
            starts.append(item.start())
            latest = item
    return starts


def _successor(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)
