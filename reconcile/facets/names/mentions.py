"""Names where they stand: the segments of an article with what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from reconcile import lexicons
from reconcile.comparison.towns import cities
from reconcile.facets.names import gazetteer
from reconcile.facets.names.runs import Run, capital_runs
from reconcile.facets.names.segments import Segment, given_name, segments
from reconcile.facets.names.words import Word, links, words_of
from reconcile.schema import ParsedSentence, Span

_CAPITALS_SHARE = 0.7
"""Share of capitals, among a line's letters or a headline's words, from which on they mean nothing."""

_CLOSED = frozenset(
    {"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "ADV", "INTJ", "PART", "NUM", "VERB", "PUNCT"}
)


_FUNCTION = frozenset({"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "PART"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence and its words; ``headline`` where most words are capitalised."""

    sentence: ParsedSentence
    words: tuple[Word, ...]
    headline: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A possible name in its sentence. ``first`` and ``last`` are positions in the line's words."""

    segment: Segment
    line: Line
    first: int

    @property
    def text(self) -> str:
        return self.segment.text

    @property
    def words(self) -> Run:
        return self.segment.words

    @property
    def span(self) -> Span:
        return self.segment.span

    def before(self, distance: int = 1) -> Word | None:
        """The word ``distance`` places before the name."""
        at = self.first - distance
        return self.line.words[at] if at >= 0 else None

    def after(self, distance: int = 1) -> Word | None:
        """The word ``distance`` places after the name."""
        at = self.first + len(self.words) + distance - 1
        return self.line.words[at] if at < len(self.line.words) else None


def lines(sentences: Sequence[ParsedSentence], text: str) -> tuple[Line, ...]:
    """The sentences in which capitals tell something, in order: lines all in capitals are left out."""
    found = []
    for sentence in sentences:
        words = words_of(sentence, text)
        if words and not _all_capitals(words):
            found.append(
                Line(sentence=sentence, words=words, headline=_headline(words, sentence.span.of(text)))
            )
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """The words that an article writes in small letters, and with a capital where none is called for."""

    small: frozenset[str]
    capital: frozenset[str]

    @classmethod
    def of(cls, prose: Sequence[Line]) -> Spelling:
        words = [word for line in prose for word in line.words]
        return cls(
            small=frozenset(word.text for word in words if word.text.islower()),
            capital=frozenset(word.text for word in words if word.capital and not word.opens),
        )


def mentions(line: Line, text: str, spelling: Spelling) -> Iterator[Mention]:
    """The possible names of a line of prose."""
    places = {word.start: number for number, word in enumerate(line.words)}
    for run in capital_runs(line.words):
        trimmed = _without_opener(run, spelling)
        for segment in segments(trimmed, text) if trimmed else ():
            if _tells(segment, spelling):
                yield Mention(segment=segment, line=line, first=places[segment.words[0].start])


def _tells(segment: Segment, spelling: Spelling) -> bool:
    """Whether the segment is more than a letter, a number, a shout or a word like "Internet"."""
    letters = any(letter.isalpha() for letter in segment.text) and len(segment.text) > 1
    alone = len(segment.words) == 1 and not segment.titled
    first = segment.words[0]
    if not letters or (alone and first.lower in links("generic")):
        return False
    if alone and first.token.pos in _FUNCTION and not first.text.isupper():
        return False
    return not _shouted(segment, spelling)


def _shouted(segment: Segment, spelling: Spelling) -> bool:
    """Whether capitals are for emphasis: ordinary words, or several long ones, that no table knows."""
    if (
        not segment.text.isupper()
        or gazetteer.organisation(segment.text)
        or gazetteer.territory(segment.text)
    ):
        return False
    long = [word for word in segment.words if len(word.text) > 3]
    return len(long) > 1 or all(word.lower in spelling.small for word in segment.words)


def _all_capitals(words: Sequence[Word]) -> bool:
    letters = [letter for word in words for letter in word.text if letter.isalpha()]
    upper = sum(letter.isupper() for letter in letters)
    return upper >= (_CAPITALS_SHARE if len(words) > 2 else 1) * len(letters)


def _headline(words: Sequence[Word], sentence: str) -> bool:
    long = [word for word in words if len(word.text) > 3 and word.text.isalpha()]
    capitals = sum(word.capital for word in long)
    return len(long) > 3 and capitals >= _CAPITALS_SHARE * len(long) and not sentence.endswith(".")


def _without_opener(run: Run, spelling: Spelling) -> Run:
    """The run without a first word that has its capital from its place in the sentence."""
    run = _without_shout(run)
    first = run[0]
    if not first.opens or _is_name(run, spelling):
        return run
    return run[1:]


def _without_shout(run: Run) -> Run:
    """The run without two or more long words all in capitals before words that are not: MUST WATCH The …"""
    loud = sum(1 for _ in takewhile(lambda word: len(word.text) > 3 and word.text.isupper(), run))
    return run[loud:] if 1 < loud < len(run) else run


def _is_name(run: Run, spelling: Spelling) -> bool:
    """Whether the capital of the first word, which opens a sentence, is a name's or a title's."""
    return _listed(run, spelling) or _spelt_as_name(run, spelling) or _tagged_as_name(run, spelling)


def _listed(run: Run, spelling: Spelling) -> bool:
    """Whether the tables know the word: a title before a name, a country, a given name."""
    first, alone, small = run[0], len(run) == 1, run[0].lower in spelling.small
    if not alone and first.lower in lexicons.words("titles"):
        return True
    if _begins_with_place(run):
        return True
    tables = (gazetteer.people, gazetteer.territory, gazetteer.organisation)
    if not small and any(known(first.text) for known in tables):
        return True
    common = alone and (small or first.token.pos in ("AUX", "ADV"))
    return given_name(first) and not common


def _begins_with_place(run: Run) -> bool:
    """Whether the first two or three words are a place that the tables know: "New York Gov. Lee"."""
    heads = (run[:length] for length in (2, 3) if length <= len(run))
    names = (" ".join(word.text for word in head) for head in heads if head[1].gap == " ")
    return any(gazetteer.territory(name) or cities(name) for name in names)


def _spelt_as_name(run: Run, spelling: Spelling) -> bool:
    """Whether it is an initialism, or has its capital elsewhere in the article too."""
    first = run[0]
    if len(first.text) > 1 and first.text.isupper():
        return True
    elsewhere = first.text in spelling.capital and first.lower not in spelling.small
    return elsewhere and first.token.pos not in _FUNCTION


def _tagged_as_name(run: Run, spelling: Spelling) -> bool:
    """Whether the parser takes it for a name, and nothing speaks against that."""
    first = run[0]
    if first.token.pos in _CLOSED or first.lower in spelling.small:
        return False
    if len(run) == 1:
        return bool(first.token.entity) and first.token.tag not in ("NNS", "NNPS")
    return first.token.pos == "PROPN" or bool(first.token.entity)
