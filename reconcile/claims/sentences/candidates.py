"""Places where a sentence could end: a final mark, what closes with it, and what comes next."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CONTEXT = 60
"""Characters before a mark and after the next start that the rules look at."""

_MARKS = re.compile(r"[.!?…](?:[.!?…]|\s[.…](?!\w))*")
_SPACE = re.compile(r"\s+")
_CLOSERS = re.compile(r"(?:[”’»)\]}*_'\"]|\[\d{1,3}\])*")
_LATE_CLOSER = re.compile(r"\s+(?:[”»]|\"|'')(?=\s|\Z)")
_OPENERS = "\"'“”‘’«„([{*_¿¡"
_LEADING = _OPENERS + "•⁃‣▪●◦-–—"
_JOINED = re.compile(r".*[a-z]{2}[.!?](?=[A-Z][a-z])", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place between two stretches of one line.

    The left one ends with ``before``, a run without white space and opening marks that begins at
    ``run``, then ``marks``, then ``closers``, which are quotation marks and brackets. The right one
    begins at ``start`` with ``openers``, its first word ``word`` (empty if it has none) and ``after``.
    """

    run: int
    mark: int
    start: int
    is_spaced: bool
    previous: str
    before: str
    marks: str
    closers: str
    openers: str
    word: str
    after: str


def find_candidates(line: str) -> Iterator[Candidate]:
    """The candidates of ``line`` in order; none at its start or end."""
    straight = [mark.start() for mark in re.finditer('"', line)]
    for marks in _MARKS.finditer(line):
        end = _closed(line, marks.end(), straight)
        space = _SPACE.match(line, end)
        start = space.end() if space else end
        if marks.start() > 0 and start < len(line):
            yield _candidate(line, marks, end, start)


def _closed(line: str, end: int, straight: Sequence[int]) -> int:
    """Where the closing marks after ``end`` end; a straight quotation mark closes if one is open.

    ``straight`` has the places of all straight quotation marks in order.
    """
    closers = _CLOSERS.match(line, end)
    stop = closers.end() if closers else end
    while (
        stop > end
        and line[stop - 1] == '"'
        and line[stop : stop + 1].isalnum()
        and _opens(stop - 1, straight)
    ):
        stop -= 1
    late = _LATE_CLOSER.match(line, stop)
    if late and not (late.group().endswith('"') and _opens(late.end() - 1, straight)):
        return late.end()
    return stop


def _opens(place: int, straight: Sequence[int]) -> bool:
    return bisect_left(straight, place) % 2 == 0


def _candidate(line: str, marks: re.Match[str], end: int, start: int) -> Candidate:
    head = line[max(0, marks.start() - CONTEXT) : marks.start()]
    run = len(head) - len(head.split()[-1] if head and not head[-1].isspace() else "")
    before = head[run:].lstrip(_LEADING)
    joined = _JOINED.match(before)
    before = before[joined.end() :] if joined else before
    tail = line[start : start + CONTEXT]
    bare = tail.lstrip(_OPENERS)
    word = _WORD.match(bare)
    return Candidate(
        run=marks.start() - len(before),
        mark=marks.start(),
        start=start,
        is_spaced=start > end,
        previous=head[:run].rstrip(),
        before=before,
        marks=marks.group(),
        closers=line[marks.end() : end],
        openers=tail[: len(tail) - len(bare)],
        word=word.group() if word else "",
        after=bare[word.end() :] if word else bare,
    )
