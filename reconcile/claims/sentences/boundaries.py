"""Which marks inside a line end a sentence: rules where the evidence is clear, nupunkt elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from nupunkt import sent_spans

from reconcile.claims.sentences.abbreviations import Stop, stop_after
from reconcile.claims.sentences.candidates import Candidate, find_candidates
from reconcile.claims.sentences.enumerations import item_starts
from reconcile.claims.sentences.speech_tags import is_speech_tag
from reconcile.claims.sentences.stops import is_pronoun_i, is_starter, stop_ends
from reconcile.lexicons import words

VOTE_CONTEXT = 200
"""Characters on either side of a place that nupunkt is asked about."""

_ITEM_NUMBER = re.compile(r"\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}")
_ITEM_AHEAD = re.compile(r"[.)]+\s+\W*[A-Z]")
_LOWER_CASE_NAME = re.compile(r"(?:a[ldnrs]|el|ash)-[A-Z]|[a-z]{1,2}[A-Z]")
_JOINABLE = re.compile(r"[a-z]{2}\Z|\d\Z|[A-Z]{2}\Z")
_JOINED_WORD = re.compile(r"[A-Z][a-z]+\Z|[AI]\Z")
_ADDRESS = re.compile(r"[@/\\#]|www\.", re.IGNORECASE)
_GOES_ON = re.compile(r"[@/_(=]|\.\S")
_WEB_ENDINGS = frozenset({"com", "org", "net", "gov", "edu", "info", "news"})
_WEB_BEGINNINGS = frozenset({"http", "https", "www", "pic.twitter.com"})
_QUOTATION_MARKS = frozenset("\"”’»'")
_WORD_CHARACTER = re.compile(r"[^\W_]")


def sentence_starts(line: str) -> list[int]:
    """Where the sentences of one line after the first begin, in order."""
    items = item_starts(line)
    found = set(items)
    begin, first_word = 0, _first_word(line, 0)
    for candidate in find_candidates(line):
        if (item := _last(items, candidate.run)) > begin:
            begin, first_word = item, _first_word(line, item)
        ends = candidate.start in found or _ends(candidate, first_word >= candidate.run)
        if ends is None:
            ends = _nupunkt_ends(line, candidate)
        if ends:
            begin, first_word = candidate.start, _first_word(line, candidate.start)
            found.add(begin)
    return sorted(found)


def _first_word(line: str, begin: int) -> int:
    """Where the first letter or figure from ``begin`` on is; the end of the line if there is none."""
    match = _WORD_CHARACTER.search(line, begin)
    return match.start() if match else len(line)


def _last(items: Sequence[int], place: int) -> int:
    """The last of ``items``, which are in order, up to ``place``; 0 if there is none."""
    index = bisect_right(items, place)
    return items[index - 1] if index else 0


def _nupunkt_ends(line: str, candidate: Candidate) -> bool:
    """Whether nupunkt, which knows what stands after common abbreviations, ends a sentence here.

    It reads the surroundings only, as its time grows with the square of a hostile line.
    """
    first = max(0, candidate.mark - VOTE_CONTEXT)
    window = line[first : candidate.start + VOTE_CONTEXT]
    here = range(candidate.mark + 1 - first, candidate.start + 1 - first)
    return any(start in here for start, _ in sent_spans(window))


def _ends(candidate: Candidate, is_first: bool) -> bool | None:
    """Whether a sentence ends at the candidate; None where the rules do not know.

    ``is_first`` says that no word of the sentence stands before the run that the mark follows.
    """
    if is_first and (not candidate.before or _ITEM_NUMBER.fullmatch(candidate.before)):
        return False
    if not candidate.is_spaced:
        return _ends_joined(candidate)
    if not candidate.word:
        return _ends_before_sign(candidate)
    return _ends_before_small(candidate) if candidate.word[0].islower() else _ends_at_marks(candidate)


def _ends_at_marks(candidate: Candidate) -> bool | None:
    """Before a capital or a figure."""
    if candidate.marks == ".":
        return stop_ends(candidate)
    is_call = not {"!", "?"}.isdisjoint(candidate.marks)
    return _ends_with_call(candidate) if is_call else _ends_with_ellipsis(candidate)


def _ends_before_sign(candidate: Candidate) -> bool | None:
    """No word comes next: a tag, handle, signature or column opens a stretch of its own."""
    following = candidate.after
    if following.startswith(tuple(",;:)%&")) or not _WORD_CHARACTER.search(following):
        return False
    if following.startswith(tuple("#@|—–-")):
        is_lower = re.match(r"[-–—|]+\s*[a-z]", following) is not None
        return not is_lower and (candidate.marks != "." or stop_after(candidate.before) is Stop.FINAL)
    return None


def _ends_joined(candidate: Candidate) -> bool:
    """A missing space: "the dam.Nobody"; addresses and abbreviations are not split."""
    return (
        not candidate.marks.startswith(("..", "…"))
        and bool(_JOINED_WORD.match(candidate.word))
        and bool(_JOINABLE.search(candidate.before) or (candidate.closers and candidate.before))
        and stop_after(candidate.before) is Stop.FINAL
        and not _ADDRESS.search(candidate.before)
        and candidate.word.lower() not in _WEB_ENDINGS
        and _GOES_ON.match(candidate.after) is None
    )


def _ends_before_small(candidate: Candidate) -> bool:
    """A small letter goes on with the sentence, save in list items and names that begin with one."""
    if stop_after(candidate.before) is not Stop.FINAL:
        return False
    if candidate.word in _WEB_BEGINNINGS and candidate.after[:1] in (":", ".", "/"):
        return True
    if _ITEM_NUMBER.fullmatch(candidate.word) and _ITEM_AHEAD.match(candidate.after):
        return True
    return _LOWER_CASE_NAME.match(candidate.word) is not None and not candidate.openers


def _is_told(candidate: Candidate) -> bool:
    return not candidate.openers and is_speech_tag(candidate.word + candidate.after)


def _ends_with_ellipsis(candidate: Candidate) -> bool:
    """Before a capital, save the one that "I" has anyway; four stops are three and the full stop."""
    if candidate.closers.startswith("]") or not (candidate.before or candidate.previous):
        return False
    stops = candidate.marks.count(".") + 3 * candidate.marks.count("…")
    return stops > 3 or not is_pronoun_i(candidate)


def _ends_with_call(candidate: Candidate) -> bool:
    """An exclamation or question mark, which may also belong to a name or stand in brackets by itself."""
    if not candidate.before:
        return candidate.closers[:1] not in (")", "]")
    if _QUOTATION_MARKS.intersection(candidate.closers) and _is_told(candidate):
        return False
    is_name = candidate.before in words("sentence_exclamatory_names") and not candidate.closers
    return not is_name or is_starter(candidate)
