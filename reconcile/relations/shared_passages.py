"""Passages that two texts have in common nearly word for word, as where both use one agency's report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.schema import Document, Span

SHINGLE_WORDS = 5
"""Words of a shingle (Broder 1997)."""

PASSAGE_WORDS = 20
"""Words in common that make a passage: about one long sentence. Accounts written apart share names,
phrases and quotations, but hardly ever so many words of their own in a row."""

EDITED_WORDS = 8
"""Words that an editor may have changed, added or cut between two runs of one passage."""

# A combining mark belongs to the word before it.
_WORD = re.compile(r"\w[\w\u0300-\u036f]*")


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Where the same words stand in two texts."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Run:
    """``length`` words in common, from the word number ``left`` and ``right`` on."""

    left: int
    right: int
    length: int

    def goes_on_in(self, later: _Run) -> bool:
        gaps = later.left - self.left - self.length, later.right - self.right - self.length
        return all(0 <= gap <= EDITED_WORDS for gap in gaps)


def shared_passages(left: Document, right: Document, quoted: Sequence[Span]) -> tuple[SharedPassage, ...]:
    """The passages of both bodies, in the order of the right one.

    ``quoted`` are the quotations of the right text: they prove a common speaker, not a common
    text, and do not count towards the length of a passage.
    """
    ours, theirs = _words(left), _words(right)
    return tuple(
        SharedPassage(
            left=_covered(ours[chain[0].left : chain[-1].left + chain[-1].length]),
            right=_covered(theirs[chain[0].right : chain[-1].right + chain[-1].length]),
        )
        for chain in _chains(_runs(ours, theirs))
        if sum(_unquoted(theirs[run.right : run.right + run.length], quoted) for run in chain)
        >= PASSAGE_WORDS
    )


def _words(document: Document) -> list[_Word]:
    found = _WORD.finditer(document.text, document.body_start)
    return [_Word(_folded(match[0]), Span(*match.span())) for match in found]


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


def _runs(left: Sequence[_Word], right: Sequence[_Word]) -> Iterator[_Run]:
    """Runs of at least a shingle, as long as they go, from left to right in the right text."""
    first: dict[tuple[str, ...], int] = {}
    for number in range(len(left) - SHINGLE_WORDS + 1):
        first.setdefault(_shingle(left, number), number)
    number = 0
    while number <= len(right) - SHINGLE_WORDS:
        place = first.get(_shingle(right, number))
        if place is None:
            number += 1
            continue
        run = _Run(place, number, _common(left, right, place, number))
        yield run
        number += run.length


def _shingle(words: Sequence[_Word], number: int) -> tuple[str, ...]:
    return tuple(word.text for word in words[number : number + SHINGLE_WORDS])


def _common(left: Sequence[_Word], right: Sequence[_Word], ours: int, theirs: int) -> int:
    """How many words are the same from there on."""
    most = min(len(left) - ours, len(right) - theirs)
    same = (left[ours + n].text == right[theirs + n].text for n in range(most))
    return next((n for n, equal in enumerate(same) if not equal), most)


def _chains(runs: Iterator[_Run]) -> list[list[_Run]]:
    """Runs that follow each other with at most a few edited words between."""
    chains: list[list[_Run]] = []
    for run in runs:
        if chains and chains[-1][-1].goes_on_in(run):
            chains[-1].append(run)
        else:
            chains.append([run])
    return chains


def _covered(words: Sequence[_Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)


def _unquoted(words: Sequence[_Word], quoted: Sequence[Span]) -> int:
    return sum(not any(quotation.contains(word.span) for quotation in quoted) for word in words)
