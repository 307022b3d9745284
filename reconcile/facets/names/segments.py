"""Cutting a run of capitalised words into names: titles off, peoples and countries apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reconcile import lexicons
from reconcile.comparison.romanisation import romanised
from reconcile.facets.names import gazetteer
from reconcile.facets.names.runs import Run
from reconcile.facets.names.words import Word
from reconcile.schema import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The words of one name; ``titled`` says that a title stands before it."""

    words: Run
    text: str
    titled: bool = False

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[0].start + len(self.text))


def segments(run: Run, text: str) -> Iterator[Segment]:
    """The names in ``run``, a run of capitalised words of ``text``."""
    yield from _cut(run, text, titled=False)


def given_name(word: Word) -> bool:
    """Whether the word is a given name, of which we know other forms or not."""
    name = romanised(word.text)
    return name in _given_names() or (word.capital and name in lexicons.words("forenames"))


def head_kind(words: Sequence[Word]) -> str:
    """The kind that the name's last word, or its last before "of", tells in name_heads.tsv; "" for none."""
    heads = lexicons.mapping("name_heads")
    cut = next((i for i, word in enumerate(words) if word.text in ("of", "for")), len(words))
    if len(words) < 2 or cut == 0:
        return ""
    return heads.get(words[cut - 1].lower, "") or heads.get(words[-1].lower, "")


def _cut(words: Run, text: str, *, titled: bool) -> Iterator[Segment]:
    if len(words) > 1 and words[0].text == "The" and words[1].text != "Hague":
        words = words[1:]
    if not words:
        return
    whole = _text(words, text)
    if any(known(whole) for known in _TABLES):
        yield _segment(words, text, titled=False)
    elif title := _title(words):
        yield from _cut(words[: title[0]], text, titled=False)
        yield from _cut(words[title[1] :], text, titled=True)
    elif length := _people_or_country(words, text):
        yield _segment(words[:length], text, titled=False)
        yield from _cut(words[length:], text, titled=titled)
    elif length := _people_at_end(words):
        yield from _cut(words[:-length], text, titled=titled)
        yield _segment(words[-length:], text, titled=False)
    else:
        yield _segment(words, text, titled=titled)


_TABLES = (gazetteer.organisation, gazetteer.territory, gazetteer.region, gazetteer.people)


def _title(words: Run) -> tuple[int, int] | None:
    """Where the titles in ``words`` begin and end, if they are no part of a name."""
    kinds = lexicons.mapping("titles")
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and (words[end].lower in kinds or (end > start and words[end].text == "of")):
            end += 1
        titles = [word for word in words[start:end] if kinds.get(word.lower) == "title"]
        leads = start == 0 < end and (words[0].lower in _BYGONE or any(map(given_name, words[end : end + 1])))
        if (titles or leads) and _stands_apart(words, start, end):
            return start, end
        start = max(end, start + 1)
    return None


_BYGONE = frozenset({"former", "ex", "acting", "then", "interim", "veteran"})


def _stands_apart(words: Run, start: int, end: int) -> bool:
    """Whether the titles do not belong to a surname ("Stephen King") or a body ("General Motors")."""
    if start and any(given_name(word) for word in words[:start]):
        return False
    if start and end == len(words) == 2 and words[start].lower in _surnames():
        return False
    if any(word.text == "of" for word in words[:start]) and not any(map(given_name, words[end:])):
        return False
    return end == len(words) or not head_kind(words[start:])


def _people_or_country(words: Run, text: str) -> int:
    """How many words at the front are a people or country that qualifies the name after it."""
    for length in range(min(3, len(words) - 1), 0, -1):
        front, rest = _text(words[:length], text), words[length:]
        people = gazetteer.people(front) or gazetteer.organisation(front) in _PARTIES
        country = gazetteer.territory(front)
        if not people and not country:
            continue
        known = gazetteer.organisation(_text(rest, text)) or rest[0].gap == "-"
        person = given_name(rest[0]) and len(rest) > 1
        if known or person or (people and not head_kind(words)):
            return length
        return length if gazetteer.people(_text(rest, text)) else 0
    return 0


def _people_at_end(words: Run) -> int:
    """1 where the last word is a people in the plural, or a party ("House Republicans")."""
    last = words[-1].text
    if len(words) < 2:
        return 0
    people = last.endswith("s") and gazetteer.people(last)
    return int(bool(people) or gazetteer.organisation(last) in _PARTIES)


_PARTIES = frozenset({"Republican Party", "Democratic Party", "Conservative Party"})


def _segment(words: Run, text: str, *, titled: bool) -> Segment:
    return Segment(words=words, text=_text(words, text), titled=titled)


def _text(words: Run, text: str) -> str:
    end = words[-1].end
    if text[end : end + 1] == "." and (
        words[-1].lower in _SHORTENED or gazetteer.abbreviated(text[words[0].start : end + 1])
    ):
        end += 1
    return text[words[0].start : end]


_SHORTENED = frozenset({"bros", "co", "corp", "inc", "jr", "ltd", "sr"})


@cache
def _surnames() -> frozenset[str]:
    """The titles that are family names too: "Naureen Shah"."""
    return frozenset(row[0] for row in lexicons.rows("titles") if row[2:] == ("surname",))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(
        romanised(form) for row in lexicons.rows("given_names") for form in " ".join(row).split() if form
    )
