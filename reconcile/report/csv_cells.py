r"""Cells of a table that a spreadsheet opens without harm and that read back as exactly what was written.

A cell that a spreadsheet would take for a formula, or a number where it is none, gets an apostrophe in
front, as does such a beginning after a semicolon or a line break: a program that splits a table of
commas at semicolons begins a cell there. What is invisible is written out as in the other views
(``\x1b``); where a text already has such a sequence, the backslashes before it are doubled, and an
escape after backslashes doubles those too. Line feeds stay.
"""

from __future__ import annotations

import re

from reconcile.report.safe_text import UNSAFE, is_needed, visible

# OWASP, "CSV Injection": these make a spreadsheet read a cell as a formula; the full-width
# forms do so in some languages of Excel.
FORMULA_TRIGGERS = tuple("=+-@\t\r\n＝＋－＠")
_FORMULA = re.compile(rf"'*[{re.escape(''.join(FORMULA_TRIGGERS))}]")
# Tabs, which some programs split at, are written out.
_INNER = re.compile(r"(?<=[;\n])(?='*[=+\-@＝＋－＠])")
_INNER_GUARDED = re.compile(r"(?<=[;\n])'(?='*[=+\-@＝＋－＠])")
# An id of hex digits such as 123456789012 or 12345678e001 would be shown and saved as a rounded number.
_NUMBER = re.compile(r"'*(?:[0-9]{12,}|[0-9]+[eE][0-9]+)")
_CODE = r"x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}"
_TO_ESCAPE = re.compile(rf"(?P<slashes>\\*)(?P<raw>{UNSAFE.pattern})|(?P<doubled>\\+)(?=(?P<code>{_CODE}))")
_ESCAPED = re.compile(rf"(\\+)({_CODE})")
_LINE_BREAK = re.compile(r"\r\n?")


def written(text: str) -> str:
    """``text`` as a cell; ``read(written(text)) == text`` for every text."""
    return guarded(_TO_ESCAPE.sub(_escape, text))


def guarded(text: str) -> str:
    """``text`` with an apostrophe wherever a spreadsheet would see a formula or a number where none is."""
    cell = _INNER.sub("'", text)
    return f"'{cell}" if _looks_active(cell) else cell


def read(cell: str) -> str:
    """What ``written`` was given. A spreadsheet's line breaks become line feeds."""
    text = _LINE_BREAK.sub("\n", cell)
    text = text[1:] if text.startswith("'") and _looks_active(text) else text
    return _ESCAPED.sub(_unescape, _INNER_GUARDED.sub("", text))


def _looks_active(cell: str) -> bool:
    return bool(_FORMULA.match(cell) or _NUMBER.fullmatch(cell))


def _escape(match: re.Match[str]) -> str:
    if match["doubled"] is not None:
        return match["doubled"] * 2 if _is_unsafe(match["code"]) else match["doubled"]
    if match["raw"] == "\n" or is_needed(match.string, match.start("raw")):
        return match[0]
    return match["slashes"] * 2 + visible(match["raw"])


def _unescape(match: re.Match[str]) -> str:
    slashes, code = match[1], match[2]
    if not _is_unsafe(code):
        return match[0]
    return "\\" * (len(slashes) // 2) + (chr(int(code[1:], 16)) if len(slashes) % 2 else code)


def _is_unsafe(code: str) -> bool:
    """Whether ``written`` would write the character of this code out."""
    number = int(code[1:], 16)
    return number <= 0x10FFFF and chr(number) != "\n" and bool(UNSAFE.match(chr(number)))
