"""Two quotations held against each other word by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reconcile.lexicons.offices import office_in_full

MIN_WORDS = 2
"""Words below which a quotation is a word that the writer keeps away from, and no utterance."""

EDIT = "…"
"""Stands for what a source marked as its own edit: an ellipsis or words in square brackets."""

_MARKS = r"\u0300-\u036f"
_WORD = re.compile(
    rf"\.{{3,}}|…|\[[^\[\]]{{0,60}}\]|(?:[^\W\d_]\.){{2,}}|\d+:\d\d|&|\w[\w{_MARKS}]*(?:['’][\w{_MARKS}]+)*"
)
_SPELLINGS = (
    (re.compile(r"(?<=\w{3})our(?=$|s$|ed$|ing$|able$|ful$|ite$|hood$|er$|ers$)"), "or"),
    (re.compile(r"(?<=\w{3})is(?=e$|es$|ed$|ing$|ation$|ations$|er$|ers$)"), "iz"),
    (re.compile(r"ys(?=e$|ed$|es$|ing$)"), "yz"),
    (re.compile(r"(?<=[bt])re(?=$|s$|d$)"), "er"),
    (re.compile(r"ence(?=$|s$)"), "ense"),
    (re.compile(r"ogue(?=$|s$)"), "og"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$)"), "l"),
    (re.compile(r"amme(?=$|s$)"), "am"),
    (re.compile(r"^grey"), "gray"),
)
"""British endings and their American counterparts; both words of a pair go through them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a quotation as it is written, and in the form that is compared."""

    written: str
    compared: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words of one quotation and what the other has instead; one of the two may be empty."""

    left: str
    right: str


def quoted_words(quotation: str) -> list[Word]:
    """The words of a quotation; letter case, accents, punctuation and national spelling are no difference."""
    found = []
    for match in _WORD.finditer(quotation):
        written = match.group()
        is_edit = written[0] in ".…["
        found.append(Word(written=written, compared=EDIT if is_edit else _compared(written)))
    return found


def changes(left: Sequence[Word], right: Sequence[Word]) -> Iterator[Change]:
    """How one quotation differs from the other, in the order of the words.

    More words before or after are a longer quotation, not another one. What stands where either
    source marks an edit of its own is understood to be left out or replaced.
    """
    ours, theirs = [w.compared for w in left], [w.compared for w in right]
    blocks = SequenceMatcher(a=ours, b=theirs, autojunk=False).get_opcodes()
    for number, (operation, a, b, c, d) in enumerate(blocks):
        at_edge = number in (0, len(blocks) - 1) and (a == b or c == d)
        if operation == "equal" or at_edge or _is_edit(ours, a, b) or _is_edit(theirs, c, d):
            continue
        yield Change(left=_written(left[a:b]), right=_written(right[c:d]))


def _is_edit(words: Sequence[str], start: int, end: int) -> bool:
    """Whether an edit stands in the stretch or right beside it."""
    return EDIT in words[max(0, start - 1) : end + 1]


def _written(words: Sequence[Word]) -> str:
    return " ".join(word.written for word in words)


def _compared(word: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    folded = plain.casefold().replace("’", "'").replace(".", "").removesuffix(":00")
    folded = "and" if folded == "&" else office_in_full(folded)
    for pattern, other in _SPELLINGS:
        folded = pattern.sub(other, folded)
    return folded
