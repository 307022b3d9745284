"""Where two versions of one sentence differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from reconcile.comparison import compare
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.counterparts import NAMED, letters
from reconcile.discrepancies.exclusive_words import are_exclusive
from reconcile.discrepancies.synonyms import are_exchanged
from reconcile.lexicons import words
from reconcile.schema import AnyFacet, Claim, Span, Verdict

SHARED = 6
"""Words that two versions of a sentence have in common at least."""

SHARED_BESIDE_EXCLUSIVE = 4
"""The same where all that differs are two words of which only one can be true."""

CHANGED = 0.3
"""How many words of a version may be its own, for each that both have."""

ALIKE = 60
"""rapidfuzz ratio below which two sentences are no versions of one, whatever their words."""

WORD = re.compile(r"\w+(?:[.,:'’-]\w+)*")
_ANY = frozenset({"a", "an", "any", "some", "one", "several", "many", "few"})
_LEAST, _NEAR = 3, 8
"""Words, at least and at most, of two parties that change places and what stands between them."""
_ONE_PHRASE = 1
"""Unchanged words between two changes that make one of them."""

Places = tuple[tuple[str, Span], ...]
"""The source and the words of each end of an edit."""

_Change = tuple[int, int, int, int]
"""Where words differ: from and to in the left text, from and to in the right one, counted in words."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The words of a claim's sentence that stand in the place of others."""

    claim: Claim
    span: Span
    text: str

    @property
    def words(self) -> list[str]:
        """The words in lower case."""
        return folded_words(self.text)

    @property
    def is_proper(self) -> bool:
        """Whether one of the words has a capital that is not that of the sentence."""
        at_start = self.span.start == self.claim.sentence.start
        capitals = [word.start() for word in WORD.finditer(self.text) if word.group()[0].isupper()]
        return any(start > 0 or not at_start for start in capitals) or self._is_named

    @property
    def is_open(self) -> bool:
        """Whether the words leave open which one of a kind is meant."""
        before = WORD.findall(self.claim.text[: self.span.start - self.claim.span.start])
        return not _ANY.isdisjoint(word.casefold() for word in (*before[-1:], *self.words[:1]))

    @property
    def is_speaker(self) -> bool:
        """Whether the words are of who says it."""
        return self.claim.speaker is not None and self.claim.speaker.span.overlaps(self.span)

    @property
    def predicates(self) -> set[str]:
        """The lemmas of what is said to be done in these words."""
        return {one.predicate for one in self.claim.propositions if one.span.overlaps(self.span)}

    @property
    def _is_named(self) -> bool:
        return any(f.kind in NAMED and f.span.overlaps(self.span) for f in self.claim.facets)


@dataclass(frozen=True, slots=True)
class Edit:
    """The place in which two versions of a sentence differ, and both sentences. ``adds`` says that one has
    nothing in that place, so that a word beside it was taken in."""

    left: Edited
    right: Edited
    texts: tuple[str, str]
    adds: bool

    @property
    def ends(self) -> tuple[Edited, Edited]:
        return self.left, self.right

    @property
    def exchanges(self) -> bool:
        """Whether two words have changed places around the same others."""
        return _change_places(self.left.words, self.right.words)

    @property
    def verdicts(self) -> set[Verdict]:
        """What comparing the figures, times and names at both ends says."""
        return {compare(one, other).verdict for one, other in self.facets}

    @property
    def is_reworded(self) -> bool:
        """Whether all figures, times or names at both ends are one, so that only the words are others."""
        return self.verdicts == {Verdict.AGREE}

    @property
    def places(self) -> Places:
        return tuple((end.claim.source, end.span) for end in self.ends)

    @property
    def facets(self) -> list[tuple[AnyFacet, AnyFacet]]:
        """Every two facets of one kind that the words at both ends are part of."""
        return [
            (one, other)
            for one in self.left.claim.facets
            for other in self.right.claim.facets
            if one.kind is other.kind
            and one.span.overlaps(self.left.span)
            and other.span.overlaps(self.right.span)
        ]


def folded_words(text: str) -> list[str]:
    """The words of ``text`` in lower case, with one sort of apostrophe."""
    return [word.casefold().replace("’", "'") for word in WORD.findall(text)]


def edit_between(context: GroupContext, left: Claim, right: Claim) -> Edit | None:
    """Where the sentences of two claims differ; None unless they are versions of one and differ in one place,
    which lies in both claims, figures, times and names that are one in other words aside."""
    texts = context.words(left, left.sentence), context.words(right, right.sentence)
    if not (left.propositions and right.propositions) or fuzz.ratio(*texts) < ALIKE:
        return None
    ours, theirs = (list(WORD.finditer(text)) for text in texts)
    changes = _changes([w.group().casefold() for w in ours], [w.group().casefold() for w in theirs])
    edits = [_edit(change, (left, ours), (right, theirs), texts) for change in changes]
    told = [edit for edit in edits if edit.exchanges or not edit.is_reworded]
    if len(told) != 1:
        return None
    inside = all(end.claim.span.contains(end.span) for end in told[0].ends)
    return told[0] if inside else None


def _edit(
    change: _Change,
    left: tuple[Claim, list[re.Match[str]]],
    right: tuple[Claim, list[re.Match[str]]],
    texts: tuple[str, str],
) -> Edit:
    """A change, counted in the words of two claims' sentences, as one of the claims."""
    start, end, first, last = _with_word_beside(change, len(left[1]), len(right[1]))
    ours, theirs = _edited(*left, texts[0], start, end), _edited(*right, texts[1], first, last)
    return Edit(ours, theirs, texts, _adds(change))


def _edited(claim: Claim, found: list[re.Match[str]], sentence: str, start: int, end: int) -> Edited:
    """The words from ``start`` to ``end`` of those ``found`` in the sentence of a claim."""
    inside = Span(found[start].start(), found[end - 1].end())
    return Edited(claim, inside.shifted(claim.sentence.start), inside.of(sentence))


def _changes(ours: list[str], theirs: list[str]) -> list[_Change]:
    """The words that stand in the places of others; none where too much differs."""
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    shared = sum(block[2] - block[1] for block in blocks if block[0] == "equal")
    changes = [c for c in _merged(blocks) if not _is_trivial(ours[c[0] : c[1]], theirs[c[2] : c[3]])]
    least = SHARED_BESIDE_EXCLUSIVE if _is_exclusive(changes, ours, theirs) else SHARED
    if not changes or shared < least:
        return []
    start, end, first, last = whole = (changes[0][0], changes[-1][1], changes[0][2], changes[-1][3])
    if _change_places(ours[start:end], theirs[first:last]):
        return [whole]
    changed = sum(max(c[1] - c[0], c[3] - c[2]) for c in changes)
    return changes if changed <= CHANGED * shared else []


def _is_exclusive(changes: Sequence[_Change], ours: list[str], theirs: list[str]) -> bool:
    """Whether all that differs is a word in the place of another, and only one of the two can be true."""
    if len(changes) != 1:
        return False
    start, end, first, last = changes[0]
    return are_exclusive(ours[start:end], theirs[first:last])


def _change_places(ours: list[str], theirs: list[str]) -> bool:
    """Whether the first and the last word have changed places around the same words ("Oslo to Bergen")."""
    if not _LEAST <= len(ours) <= _NEAR:
        return False
    return ours[0] != ours[-1] and [ours[-1], *ours[1:-1], ours[0]] == theirs


def _merged(blocks: Sequence[tuple[str, int, int, int, int]]) -> list[_Change]:
    """Where the texts differ; changes in one phrase ("the European Council", "the Council of Europe") are
    one."""
    found: list[_Change] = []
    for tag, start, end, first, last in blocks:
        if tag == "equal":
            continue
        if found and start - found[-1][1] <= _ONE_PHRASE:
            begin, _, other_begin, _ = found.pop()
            found.append((begin, end, other_begin, last))
        else:
            found.append((start, end, first, last))
    return found


def _is_trivial(ours: list[str], theirs: list[str]) -> bool:
    """Whether only small words without weight differ, or plain synonyms."""
    if not {*ours, *theirs} - words("weightless_words"):
        return True
    same_letters = letters("".join(ours)) == letters("".join(theirs))
    return same_letters or are_exchanged(" ".join(ours), " ".join(theirs))


def _adds(change: _Change) -> bool:
    start, end, first, last = change
    return start == end or first == last


def _with_word_beside(change: _Change, ours: int, theirs: int) -> _Change:
    """The change; where it adds, with the word after it, or at the end of a text with that before it."""
    start, end, first, last = change
    if not _adds(change):
        return change
    if end < ours and last < theirs:
        return start, end + 1, first, last + 1
    return start - 1, end, first - 1, last
