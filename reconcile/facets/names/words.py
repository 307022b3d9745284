"""The words of a sentence as names need them: abbreviations and apostrophes whole, hyphens apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reconcile import lexicons
from reconcile.schema import ParsedSentence, Token

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?!\w)|[^\W_]+(?:[’'](?![sS]\b)[^\W\d_]+)*")
_OPENING = re.compile(r"[\"“‘«:;—–•*\[]|\s['\-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word with its offsets, the characters before it, and the parser's token that it is (part) of.

    ``opens`` says that it starts the sentence or what a quotation mark, colon or dash sets off,
    where a capital means nothing.
    """

    start: int
    end: int
    text: str
    gap: str
    token: Token
    opens: bool

    @property
    def lower(self) -> str:
        """Small letters, without dots: "Sen" and "U.S." are "sen" and "us"."""
        return self.text.replace(".", "").casefold()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def words_of(sentence: ParsedSentence, text: str) -> tuple[Word, ...]:
    """The words of ``sentence``; none where the parser gave no tokens."""
    if not sentence.tokens:
        return ()
    found: list[Word] = []
    before, number = sentence.span.start, 0
    for match in _WORD.finditer(text, sentence.span.start, sentence.span.end):
        start, end = match.span()
        while number + 1 < len(sentence.tokens) and sentence.tokens[number].end <= start:
            number += 1
        gap = text[before:start]
        opens = not found or bool(_OPENING.search(gap)) or _ended(found[-1], gap)
        token = sentence.tokens[number]
        found.append(Word(start=start, end=end, text=match[0], gap=gap, token=token, opens=opens))
        before = end
    return tuple(found)


def _ended(word: Word, gap: str) -> bool:
    """Whether a sentence ends between ``word`` and the gap's end, though it was not cut there."""
    return gap.startswith(("! ", "? ")) or (
        gap == ". " and len(word.text) > 1 and word.lower not in links("initial") and word.text.islower()
    )


@cache
def links(role: str) -> frozenset[str]:
    """The small words of a role in name_links.tsv."""
    return frozenset(row[0] for row in lexicons.rows("name_links") if row[1] == role)
