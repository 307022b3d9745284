"""Names of files fit for a sentence: what a terminal would obey is written out as an escape."""

from __future__ import annotations

_JOINERS = "\u200c\u200d"
"""Zero-width joiners: Persian and Indic names need them, and no terminal obeys them."""


def printable(name: str) -> str:
    """``name`` with control, bidirectional and undecodable characters as ``\\x1b`` or ``\\u202e``."""
    return "".join(char if char.isprintable() or char in _JOINERS else _escape(char) for char in name)


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
