"""Runs of capitalised words that may hold names, small words between them included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from reconcile import lexicons
from reconcile.facets.names.words import Word, links

Run = tuple[Word, ...]

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def capital_runs(words: Sequence[Word]) -> Iterator[Run]:
    """The runs of a sentence, in order; dates and "I" are in none."""
    start = 0
    while start < len(words):
        if not _begins(words, start):
            start += 1
            continue
        end = start + 1
        while (further := _continued(words, start, end)) > end:
            end = further
        yield tuple(words[start:end])
        start = end


def _begins(words: Sequence[Word], at: int) -> bool:
    word, following = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.gap.endswith(("@", "#")) or (word.gap in ("/", ".") and at and not words[at - 1].capital):
        return False  # a handle, or the tail of an address
    if _ORDINAL.fullmatch(word.text):
        heads = lexicons.mapping("name_heads")
        return following is not None and following.capital and heads.get(following.lower) == "place"
    if _named(word):
        # "D-Conn." and "R-Ohio" give a party and a state; the letter is no name.
        return not (len(word.text) == 1 and following is not None and following.gap in ("-", "–"))
    return (
        following is not None and word.text in links("prefix") and following.gap == "-" and _named(following)
    )


def _named(word: Word) -> bool:
    """Whether the word may be in a name: capitalised, no date, no "I"."""
    if not word.capital or word.text == "I" or word.text[:2] in ("I'", "I’"):
        return False
    return word.lower not in links("calendar") or word.token.entity == "PERSON"


def _continued(words: Sequence[Word], start: int, end: int) -> int:
    """Where a run that holds ``words[start:end]`` ends if it goes on, else ``end``."""
    if end >= len(words):
        return end
    if _named(words[end]):
        return end + 1 if _adjoins(words[end - 1], words[end]) else end
    after = end
    if _second_syllable(words[start:end], words[end]):
        return end + 1
    if words[end].text in links("particle"):
        while (
            after < len(words) and words[after].text in links("particle") and words[after].gap in (" ", "-")
        ):
            after += 1
    elif _linked(words[start:end], words, end):
        after = end + 2 if words[end + 1 : end + 2] and words[end + 1].text == "the" else end + 1
    if after > end and after < len(words) and _named(words[after]) and words[after].gap in (" ", "-"):
        return after + 1
    return end


def _second_syllable(run: Sequence[Word], word: Word) -> bool:
    """Whether a word after a hyphen ends an East Asian given name: the "un" of "Kim Jong-un"."""
    if len(run) < 2 or word.gap != "-" or not 1 < len(word.text) < 6:
        return False
    family = run[-2].text in lexicons.words("family_names_first") and len(run[-1].text) < 6
    return family or word.token.pos in ("PROPN", "X")


def _adjoins(before: Word, after: Word) -> bool:
    if after.gap in (" ", "-", " & ", "\u00a0"):
        return not before.text.endswith("’s")
    if after.gap == ". ":
        return len(before.text) == 1 or before.lower in links("initial")
    return after.gap == ", " and after.lower in _AFTER_COMMA


_AFTER_COMMA = frozenset({"jr", "sr", "inc", "ltd", "llc"})


def _linked(run: Sequence[Word], words: Sequence[Word], at: int) -> bool:
    """Whether "of", "and", "for" at ``at`` stands inside the name of a body, place or work."""
    link, heads, titles = words[at], lexicons.words("name_heads"), lexicons.words("titles")
    if link.gap != " " or at + 1 >= len(words):
        return False
    if link.text == "of":
        office = run[-1].lower in titles and words[at + 1].lower in titles
        return office or run[-1].lower in heads or run[-1].lower in _OF_HEADS
    if link.text in ("and", "for"):
        label = link.token.entity
        whole = label == "ORG" and words[at + 1].token.entity == label and run[-1].token.entity == label
        ahead = takewhile(_named, words[at + 1 : at + 5])
        return whole and any(word.lower in heads for word in (*run, *ahead))
    return False


_OF_HEADS = frozenset(
    {"house", "bay", "duke", "isle", "city", "people", "republic", "state", "states", "king", "ministry"}
)
