"""Posts of social media that a page embeds: the words, then a dash, the name, the handle and the date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.schema import Span, Speaker

TAIL = 120
"""Characters at the end of a line in which the handle of a post is looked for."""

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_POST = re.compile(
    r"(?P<words>.*[^\s—–-])\s*(?P<dash>[—–]|--)\s*"
    r"(?P<name>[^\s—–(][^—–(]{0,60}?)\s*\(@\w{1,30}\)(?:\s+[^(]{0,40}\d{4})?\s*",
)
_BYLINE = re.compile(
    r"\W*\w[^(]{0,60}\(@\w{1,30}\)(?:\s+(?:[A-Z][a-z]+\.? \d{1,2},|\d{1,2} [A-Z][a-z]+\.?,?) \d{4})?\W*"
)
_WORD = re.compile(r"\S+")
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|t\.co/)")


def find_posts(text: str, start: int = 0) -> Iterator[tuple[Span, Speaker]]:
    """The words of each embedded post from ``start`` on, without links at their end, and who posted it.

    The cue is the dash before the name.
    """
    for line in _LINE.finditer(text, start):
        if "(@" not in line.group()[-TAIL:]:
            continue
        match = _POST.fullmatch(text, line.start(), line.end())
        words = _without_links(match["words"]).strip() if match else ""
        if match and words:
            place = text.index(words, match.start())
            yield Span(place, place + len(words)), _author(match)


def is_byline(sentence: str) -> bool:
    """Whether a sentence is no more than who posted something, and when."""
    return _BYLINE.fullmatch(sentence) is not None


def _without_links(words: str) -> str:
    """The words without links at their end. Word by word, as one pattern for all links would take time by the
    square of the text's length."""
    end = len(words)
    for word in reversed(list(_WORD.finditer(words))):
        link = _LINK.search(word.group())
        if link is None:
            break
        end = word.start() + link.start()
        if link.start() > 0:
            break
    return words[:end]


def _author(match: re.Match[str]) -> Speaker:
    return Speaker(
        text=match["name"],
        span=Span(*match.span("name")),
        cue=match["dash"],
        cue_span=Span(*match.span("dash")),
    )
