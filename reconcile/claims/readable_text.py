"""A document's text as it is read: what a page mixes into its sentences is blanked, offsets kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reconcile.schema import Span

_PART = r"[\w.,'’()“”\"-]{0,30}"
_FIRST_NAMES = rf"(?:[A-Z(]{_PART}[ \u00a0]){{1,6}}"
_LAST = "MORE"
_HEADLINES = rf"(?=[A-Z‘'“\"(])[^\n]{{0,500}}?{_LAST}\b"
_INSET = re.compile(
    r"\b(?P<surname>[A-Z][\w'’-]{0,30}?)"
    rf"(?P<inset>[ \u00a0]?{_FIRST_NAMES}(?P=surname)(?:[ \u00a0](?:Jr|Sr|I+)\.?)?{_HEADLINES})"
)
"""A box of links behind a name, without a space: the full name, headlines, "MORE", as The Hill's pages
have it when they are copied ("Jane Doe Jane Ann DoeMayor quits over bridge MORE said")."""

_LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|\bt\.co/)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]’']")
_PLAIN_MARKS = str.maketrans({"―": "—", "‒": "–"})
"""Dashes that a parser takes for words, and the usual ones: horizontal bar, figure dash."""


def readable(text: str, insets: Iterable[Span]) -> str:
    """``text`` in the same length: links and its boxes of links are spaces, dashes are the usual ones."""
    parts, end = [], 0
    for inset in insets:
        parts += [text[end : inset.start], " " * len(inset)]
        end = inset.end
    plain = "".join((*parts, text[end:])).translate(_PLAIN_MARKS)
    return _LINK.sub(lambda link: " " * len(link.group()), plain)


def find_insets(text: str) -> Iterator[Span]:
    """The boxes of links that stand inside the sentences of ``text``, in order."""
    if _LAST in text:
        yield from (Span(*match.span("inset")) for match in _INSET.finditer(text))
