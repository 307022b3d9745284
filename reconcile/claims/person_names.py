"""Find the names of persons in parsed sentences, with their titles, and the full name behind a short one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.lexicons import mapping, words
from reconcile.lexicons.offices import office_kind
from reconcile.schema import ParsedSentence, Span, Token

LONGEST_NAME = 5
"""Words of a person's name."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BODIES = frozenset({"ORG", "GPE", "NORP"})
_WEIGHTY = frozenset({"ADJ", "ADV", "AUX", "NOUN", "PROPN", "VERB"})
_HEADLINE_WORDS = 4
"""Words from which on a sentence with capitals only may be a headline."""
_ACRONYM = 3
"""Capitals from which on a first word is no initials: "INS Mysore" is a ship, "JD Lee" a person."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A run of name words with the titles before them and the head token."""

    words: tuple[str, ...]
    titles: tuple[str, ...]
    span: Span
    sentence: int
    head: Token


@dataclass(frozen=True, slots=True)
class FullNames:
    """The persons' full names of an article, by the words they end and begin with (in lower case)."""

    by_end: dict[tuple[str, ...], set[str]]
    by_start: dict[tuple[str, ...], set[str]]


def find_person_names(sentences: Sequence[ParsedSentence]) -> list[PersonName]:
    """Names of several words or with a title or label, and the single words that repeat one of them.

    Of a headline in which every word is capitalised, where names have no end that can be seen, only those
    that stand elsewhere too or are plainly a given name and a surname.
    """
    runs = [
        (number, *_split_titles(run))
        for number, sentence in enumerate(sentences)
        for run in _capitalised_runs(sentence)
    ]
    headlines = {number for number, sentence in enumerate(sentences) if _is_in_title_case(sentence)}
    sure = [(titles, run) for number, titles, run in runs if number not in headlines]
    full = {_name_words(run) for titles, run in sure if _is_full(titles, run)}
    full |= {_name_words(run) for _, titles, run in runs if _is_plain(run) and _is_full(titles, run)}
    parts = {words[at] for words in full for at in (0, -1)}
    parts |= {run[0].text for titles, run in sure if _is_short(titles, run, set())}
    parts |= _single_names(sentences)
    return [
        PersonName(
            words=_name_words(run),
            titles=tuple(token.text.lower() for token in titles),
            span=Span(run[0].start, run[-1].end),
            sentence=number,
            head=run[-1],
        )
        for number, titles, run in runs
        if _is_short(titles, run, parts)
        or (_name_words(run) in full if number in headlines else _is_full(titles, run))
    ]


def index_full_names(names: Sequence[PersonName]) -> FullNames:
    """The names of several words that are no part of a longer one, by their endings and beginnings."""
    by_surname: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        if len(name.words) > 1:
            by_surname.setdefault(name.words[-1], set()).add(name.words)
    index = FullNames(by_end={}, by_start={})
    for several in by_surname.values():
        for full in several:
            if not any(set(full) < set(other) for other in several):
                _enter(index, full)
    return index


def resolve_name(name: PersonName, full_names: FullNames) -> str:
    """The one full name that ends (or else begins) with its words; these when there is none or several.

    "Mrs. Lee" is no Peter Lee.
    """
    wanted = tuple(word.lower() for word in name.words)
    told = _gender_of_title(name)
    for parts in (full_names.by_end, full_names.by_start):
        fits = {full for full in parts.get(wanted, ()) if not told or _gender_of(full) in {told, ""}}
        if fits:
            return next(iter(fits)) if len(fits) == 1 else " ".join(name.words)
    return " ".join(name.words)


def known_genders(names: Sequence[PersonName], full: FullNames) -> dict[str, str]:
    """The gender of each person whose given name, title or office tells it."""
    genders: dict[str, str] = {}
    for name in names:
        resolved = resolve_name(name, full)
        told = _gender_of_title(name) or _gender_of(resolved)
        if told:
            genders.setdefault(resolved, told)
    return genders


def _gender_of_title(name: PersonName) -> str:
    known = mapping("pronoun_genders")
    return next((known[title] for title in name.titles if title in known), "")


def _gender_of(full_name: str) -> str:
    """The gender that the given name of a full name tells; none of a lone surname."""
    given, _, surname = full_name.partition(" ")
    return mapping("pronoun_genders").get(given, "") if surname else ""


def _enter(index: FullNames, name: tuple[str, ...]) -> None:
    lowered = tuple(word.lower() for word in name)
    for size in range(1, len(name) + 1):
        index.by_end.setdefault(lowered[-size:], set()).add(" ".join(name))
        index.by_start.setdefault(lowered[:size], set()).add(" ".join(name))


def _name_words(run: Sequence[Token]) -> tuple[str, ...]:
    """The words of a name; what a hyphen joins is one."""
    joined: list[str] = []
    for index, token in enumerate(run):
        if index and run[index - 1].end == token.start:
            joined[-1] += token.text
        else:
            joined.append(token.text)
    return tuple(joined)


def _capitalised_runs(sentence: ParsedSentence) -> Iterator[list[Token]]:
    """Proper nouns in a row, with the particles inside names; the possessive ending ends a run."""
    run: list[Token] = []
    for token in sentence.tokens:
        is_name = token.pos == "PROPN" or (token.entity == "PERSON" and token.text[:1].isupper())
        is_name = is_name and (token.entity not in {"DATE", "TIME"} or token.dep in _SUBJECTS)
        is_joined = bool(run) and run[-1].end == token.start and (token.text in "-‑" or run[-1].text in "-‑")
        is_particle = bool(run) and token.text.islower() and token.text in words("name_particles")
        if is_joined or is_particle or (is_name and token.text[:1].isalpha()):
            run.append(token)
        else:
            yield from _whole(run)
            run = []
    yield from _whole(run)


def _whole(run: list[Token]) -> Iterator[list[Token]]:
    while run and (
        run[-1].text in "-‑" or (run[-1].text.islower() and run[-1].text in words("name_particles"))
    ):
        run.pop()
    if run and not all(token.text.isupper() and len(token.text) > 3 for token in run):
        yield run


def _split_titles(run: list[Token]) -> tuple[list[Token], list[Token]]:
    """Titles and the name after them."""
    last = max((i for i, token in enumerate(run[:-1]) if _is_title(token.text)), default=-1)
    name = run[last + 1 :]
    # "the ambassador to Norway Ann Lee": a place that the parser joins to the name
    while len(name) > 2 and name[0].entity in _BODIES and name[1].entity == "PERSON":
        name = name[1:]
    return run[: last + 1], name


def _is_title(word: str) -> bool:
    bare = word.lower().rstrip(".")
    return bare in mapping("titles") or office_kind(bare) == "person"


def _is_full(titles: Sequence[Token], run: Sequence[Token]) -> bool:
    """Whether the run is a person's name of several words."""
    if not 1 < len(run) <= LONGEST_NAME or any(office_kind(token.text) == "body" for token in run):
        return False
    if len(run) == 2 and _is_acronym(run[0].text) and not run[1].text.isupper():
        return False
    labelled = sum(token.entity == "PERSON" for token in run) * 2 > len(run)
    other = sum(token.entity in _BODIES for token in run) * 2 > len(run)
    return labelled or (not other and (bool(titles) or run[0].text in mapping("pronoun_genders")))


def _is_plain(run: Sequence[Token]) -> bool:
    """Whether the run is a given name and a surname, with no more than initials between them."""
    between = all(token.text.endswith(".") for token in run[1:-1])
    return between and run[0].text in mapping("pronoun_genders") and run[-1].entity == "PERSON"


def _is_short(titles: Sequence[Token], run: Sequence[Token], parts: set[str]) -> bool:
    """Whether the run is one word that names a person."""
    if len(run) != 1:
        return False
    return run[0].text in parts or (bool(titles) and not office_kind(run[0].text))


def _is_acronym(word: str) -> bool:
    return len(word) >= _ACRONYM and word.isalpha() and word.isupper()


def _is_in_title_case(sentence: ParsedSentence) -> bool:
    """Whether it is a headline by its capitals; what ends in a full stop is none."""
    weighty = [token for token in sentence.tokens if token.pos in _WEIGHTY and token.text[:1].isalpha()]
    in_capitals = len(weighty) >= _HEADLINE_WORDS and not any(t.text[0].islower() for t in weighty)
    return in_capitals and sentence.tokens[-1].text != "."


def _single_names(sentences: Sequence[ParsedSentence]) -> set[str]:
    """Single words that the parser takes for persons nearly always and that act somewhere."""
    labels: dict[str, list[bool]] = {}
    acting: set[str] = set()
    for sentence in sentences:
        for token in sentence.tokens:
            if token.pos == "PROPN":
                labels.setdefault(token.text, []).append(token.entity == "PERSON")
                if token.dep in _SUBJECTS:
                    acting.add(token.text)
    return {word for word in acting if sum(labels[word]) * 4 >= len(labels[word]) * 3}
