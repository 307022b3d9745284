"""Text of a source made harmless for a terminal or a page: what is invisible becomes visible."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reconcile.schema import Span

# Control characters, line and paragraph separators, lone surrogates, interlinear annotation, the two
# noncharacters that XML refuses, and Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt,
# Unicode 16): bidirectional overrides, zero-width characters, variation selectors, tags.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_JOINERS = "\u200c\u200d"
_PRESENTATION = "\ufe0e\ufe0f"
_KEYCAP = "\u20e3"
_FIRST_JOINING_LETTER = 0x0600
ELLIPSIS = "…"
_WRITABLE = frozenset("\n\t\u200c\u200d\u200e\u200f\ufe0e\ufe0f") | {chr(c) for c in range(0xE0020, 0xE0080)}


def visible(text: str) -> str:
    r"""``text`` with unsafe characters written out, ESC as ``\x1b``; all others as they are.

    Joiners inside Arabic, Indic and emoji sequences and the presentation selectors of emoji
    stay, because the script needs them there.
    """
    return UNSAFE.sub(_shown, text)


def visible_part(text: str, span: Span, keep: str = "") -> str:
    """What ``span`` covers of ``visible(text)``: a joiner at its edge is judged by its neighbours
    outside. The characters of ``keep`` stay as they are."""
    parts, end = [], span.start
    for match in UNSAFE.finditer(text, span.start, span.end):
        parts += [text[end : match.start()], match[0] if match[0] in keep else _shown(match)]
        end = match.end()
    return "".join([*parts, text[end : span.end]])


def hidden(text: str) -> Iterator[int]:
    """Where the characters of ``text`` stand that ``visible`` writes out, in order."""
    return (match.start() for match in UNSAFE.finditer(text) if not is_needed(text, match.start()))


def unwritable(text: str) -> Iterator[str]:
    """The characters of ``text`` that nobody types on purpose, in order: line breaks, tabs and what
    emoji and scripts need are none of them."""
    return (match[0] for match in UNSAFE.finditer(text) if match[0] not in _WRITABLE)


def one_line(text: str) -> str:
    """``text`` on one line, runs of white space as one space, and visible."""
    return visible(" ".join(text.split()))


def shortened(text: str, limit: int) -> str:
    """``text``, cut to ``limit`` characters with an ellipsis where it is longer."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS


def escaped_in_json(document: str) -> str:
    r"""A JSON document with unsafe characters in its strings as ``\uXXXX``; it parses to the same.

    The line breaks between values stay: a JSON string holds none.
    """
    return UNSAFE.sub(lambda m: m[0] if m[0] == "\n" else _json_escape(m[0]), document)


def is_needed(text: str, at: int) -> bool:
    """Whether the unsafe character at ``at`` stays visible text's own: a joiner that its script needs or
    the presentation selector of an emoji."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] in _JOINERS:
        joined = is_needed(text, at - 1) if before and before in _PRESENTATION else _joins(before)
        return joined and _joins(after)
    if text[at] in _PRESENTATION:
        return after == _KEYCAP or (bool(before) and unicodedata.category(before) == "So")
    return False


def _shown(match: re.Match[str]) -> str:
    return match[0] if is_needed(match.string, match.start()) else _written_out(match[0])


def _written_out(character: str) -> str:
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _json_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def _joins(character: str) -> bool:
    """Whether ``character`` is a letter, mark or symbol of a script that uses joiners, or an emoji."""
    return (
        bool(character)
        and ord(character) >= _FIRST_JOINING_LETTER
        and unicodedata.category(character)[0] in "LMS"
        and not UNSAFE.match(character)
    )
