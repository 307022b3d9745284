"""Comparing two names: the same person, body or nation, written alike or not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from math import prod

from rapidfuzz.distance import OSA

from reconcile import lexicons
from reconcile.comparison.romanisation import romanised, word_similarity
from reconcile.schema import Comparison, NameFacet, NameKind, Side, Verdict

SAME_PERSON = 0.7
"""Names of persons at least this alike are taken for one person's.

Tuned on half of OpenSanctions' name_bench (nomenklatura, MIT)."""

_DIFFERENT_PERSON = 0.5
"""Full names less alike than this are different persons'."""

_ALONE = {"last": 0.75, "other": 0.6}
"""A name of one word against a longer one, by whether it is the longer one's last word."""


def compare_names(left: NameFacet, right: NameFacet) -> Comparison:
    """Whether two names mean one person, body or people.

    AGREE for one and the same, ``same_form`` unless it is spelt otherwise or abbreviated;
    COMPATIBLE where one name has more parts; CONFLICT for names of one kind, both full, that
    plainly differ; UNDECIDED for the rest.
    """
    alike = _written_alike(left.text, right.text)
    if _words(left.canonical) == _words(right.canonical):
        fuller = _fuller_name(left, right)
        # "French" and "Frenchmen", "Kurds" and "Kurdish" are forms that grammar asks for.
        inflected = left.name_kind is right.name_kind and left.name_kind in _INFLECTED
        if fuller is None:
            return _agree(left, right, alike=alike or inflected)
        return _compatible(left, right, fuller)
    if left.name_kind is not right.name_kind:
        return _undecided(left, right)
    if left.name_kind is NameKind.PERSON:
        return _compare_persons(left, right, alike=alike)
    if left.name_kind is NameKind.ORGANISATION:
        return _compare_organisations(left, right, alike=alike)
    return _conflict(left, right) if left.name_kind is NameKind.NATIONALITY else _undecided(left, right)


def name_similarity(left: str, right: str) -> float:
    """How likely two names of persons are one person's, in [0, 1]; symmetric.

    Words are paired by spelling, sound, initials and known forms of a given name. Words left
    over on one side cost little (a middle name), on both sides a lot (another middle name).
    """
    shorter, longer = sorted((_person(left), _person(right)), key=lambda p: (len(p.words), p.words))
    if not shorter.words:
        return 0.0
    if shorter.generation != longer.generation or _initials_differ(shorter.words, longer.words):
        return 0.3
    return max(_joined(shorter.words, longer.words), _aligned(shorter.words, longer.words))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    words: tuple[str, ...]
    generation: str = ""


@lru_cache(maxsize=16_384)
def _person(name: str) -> _Person:
    kinds = lexicons.mapping("name_particles")
    words = _in_order(name)
    generation = {_GENERATIONS.get(w, w) for w in words[1:] if kinds.get(w) == "generation"} - {"senior"}
    bare = [w for i, w in enumerate(words) if not (i and kinds.get(w) in ("generation", "legal"))]
    titles = lexicons.words("titles")
    while len(bare) > 1 and bare[0] in titles:
        bare.pop(0)
    told = [w for w in bare if kinds.get(w) != "particle"] or bare
    once = tuple(w for i, w in enumerate(told) if not i or w != told[i - 1])
    return _Person(words=once, generation=" ".join(sorted(generation)))


_GENERATIONS = {"jr": "junior", "jnr": "junior", "sr": "senior", "snr": "senior"}


def _in_order(name: str) -> list[str]:
    """The romanised words, a surname put first ("Smith, John") moved to the end."""
    surname, comma, rest = name.partition(",")
    given = romanised(rest).split()
    if comma and given and lexicons.mapping("name_particles").get(given[0]) != "generation":
        return given + romanised(surname).split()
    return romanised(name).split()


def _initials_differ(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether both have middle initials and the first ones differ: George W., George H. W."""
    first = [next((w for w in words[1:-1] if len(w) == 1), "") for words in (left, right)]
    return bool(first[0] and first[1] and first[0] != first[1])


def _joined(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """0.9 for names that differ in where they are split into words, at most by one letter."""
    glued = "".join(left), "".join(right)
    if len(left) == len(right) or min(map(len, glued)) < 8:
        return 0.0
    return 0.9 if OSA.distance(*glued) <= 1 else 0.0


def _aligned(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The score of pairing the words of ``left``, the shorter name, with those of ``right``."""
    pairs = _paired(left, right)
    agreement = prod(pairs.values())
    if len(left) == 1:
        if len(right) == 1:
            return agreement if pairs else 0.0
        return agreement * _ALONE["last" if (0, len(right) - 1) in pairs else "other"] if pairs else 0.0
    surname = any(i == len(left) - 1 or j == len(right) - 1 for i, j in pairs)
    if len(pairs) < len(left) or not surname:
        return 0.5 * agreement * len(pairs) / len(left)
    return agreement - min(0.12, 0.03 * (len(right) - len(left)))


def _paired(left: tuple[str, ...], right: tuple[str, ...]) -> dict[tuple[int, int], float]:
    """Pairs of positions with their similarity, each word used once, the likest first."""
    scored = [
        (_similarity(a, b, surname=i == len(left) - 1 and j == len(right) - 1), -abs(i - j), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
    ]
    pairs: dict[tuple[int, int], float] = {}
    for score, _, i, j in sorted(scored, reverse=True):
        if score and all(i != m and j != n for m, n in pairs):
            pairs[i, j] = score
    return pairs


def _similarity(left: str, right: str, *, surname: bool) -> float:
    if len(left) == 1 or len(right) == 1:
        return 0.0 if surname or left[0] != right[0] else 1.0 if left == right else 0.85
    if surname or left == right:
        return word_similarity(left, right)
    forms = _given_names()
    ours, theirs = forms.get(left, frozenset()), forms.get(right, frozenset())
    if ours & theirs:
        return 0.92
    return 0.0 if ours and theirs else word_similarity(left, right)


@cache
def _given_names() -> dict[str, frozenset[str]]:
    """Each given name, romanised, to the head words of the rows that list it."""
    heads: dict[str, set[str]] = {}
    for head, *forms in lexicons.rows("given_names"):
        for name in (head, *" ".join(forms).split()):
            heads.setdefault(romanised(name), set()).add(head)
    return {name: frozenset(rows) for name, rows in heads.items()}


def _compare_persons(left: NameFacet, right: NameFacet, *, alike: bool) -> Comparison:
    score = name_similarity(left.canonical, right.canonical)
    if score >= SAME_PERSON:
        fuller = _fuller_name(left, right)
        return _agree(left, right, alike=alike) if fuller is None else _compatible(left, right, fuller)
    # Written with the same words, two names may be one whatever the article made of them.
    same_words = _words(left.text) == _words(right.text)
    full = not same_words and all(len(_person(f.canonical).words) > 1 for f in (left, right))
    return _conflict(left, right) if full and score < _DIFFERENT_PERSON else _undecided(left, right)


def _fuller_name(left: NameFacet, right: NameFacet) -> Side | None:
    """The side whose words have more parts; None where one is but a surname, as on second mention."""
    if {left.name_kind, right.name_kind} != {NameKind.PERSON}:
        return None
    lengths = [len(_person(facet.text).words) for facet in (left, right)]
    if min(lengths) < 2 or lengths[0] == lengths[1]:
        return None
    return Side.LEFT if lengths[0] > lengths[1] else Side.RIGHT


def _compare_organisations(left: NameFacet, right: NameFacet, *, alike: bool) -> Comparison:
    ours, theirs = _body(left.canonical), _body(right.canonical)
    if not ours or not theirs:
        return _undecided(left, right)
    if _same_body(left.canonical, right.canonical) or _words(left.text) == _words(right.text):
        return _agree(left, right, alike=alike)
    if set(ours) < set(theirs) or set(theirs) < set(ours):
        return _compatible(left, right, Side.LEFT if set(theirs) < set(ours) else Side.RIGHT)
    full = min(len(ours), len(theirs)) > 1 and not set(ours) & set(theirs)
    return _conflict(left, right) if full else _undecided(left, right)


def _same_body(left: str, right: str) -> bool:
    ours, theirs = _body(left), _body(right)
    glued = "".join(ours), "".join(theirs)
    if glued[0] == glued[1] or _initials(left, right) or _initials(right, left):
        return True
    # One wrong letter in ten: a different spelling, not a different body.
    return min(map(len, glued)) >= 8 and OSA.distance(*glued) * 10 <= max(map(len, glued))


def _body(name: str) -> tuple[str, ...]:
    """The words of an organisation's name without articles and legal form."""
    kinds = lexicons.mapping("name_particles")
    words = [w for w in _words(name) if w not in _LINKS]
    return tuple(w for i, w in enumerate(words) if not (i and kinds.get(w) == "legal"))


def _initials(short: str, long: str) -> bool:
    """Whether ``short`` is made of the first letters of ``long``."""
    letters = romanised(short).replace(" ", "")
    words = romanised(long).split()
    acronyms = {"".join(w[0] for w in some) for some in (words, [w for w in words if w not in _LINKS])}
    return len(words) > 1 and len(letters) > 1 and letters in acronyms


_INFLECTED = frozenset({NameKind.NATIONALITY, NameKind.OTHER})

_LINKS = frozenset({"the", "of", "and", "for", "on", "in", "to"})


def _words(name: str) -> tuple[str, ...]:
    """The words in lower case, dots and articles left out."""
    words = romanised(name.replace(".", "")).split()
    return tuple(w for w in words if w != "the") or tuple(words) or (name.casefold(),)


def _written_alike(left: str, right: str) -> bool:
    """Whether every word of the shorter stands in the longer, diacritics counted."""
    ours, theirs = (set(name.replace(".", "").casefold().replace("-", " ").split()) for name in (left, right))
    shorter, longer = sorted((ours - {"the"}, theirs - {"the"}), key=len)
    return shorter <= longer or "".join(sorted(ours)) == "".join(sorted(theirs))


def _agree(left: NameFacet, right: NameFacet, *, alike: bool) -> Comparison:
    kind = f"same {left.name_kind.value}" if left.name_kind is right.name_kind else "same"
    reason = f"{_both(left, right)} name the {kind}" + ("" if alike else ", spelt otherwise")
    return Comparison(verdict=Verdict.AGREE, reason=reason, same_form=alike)


def _compatible(left: NameFacet, right: NameFacet, fuller: Side) -> Comparison:
    more = left if fuller is Side.LEFT else right
    reason = f"{_both(left, right)} can name the same {more.name_kind.value}; “{more.text}” is fuller"
    return Comparison(verdict=Verdict.COMPATIBLE, reason=reason, more_exact=fuller)


def _conflict(left: NameFacet, right: NameFacet) -> Comparison:
    reason = f"{_both(left, right)} name a different {left.name_kind.value}"
    return Comparison(verdict=Verdict.CONFLICT, reason=reason)


def _undecided(left: NameFacet, right: NameFacet) -> Comparison:
    reason = f"{_both(left, right)} may or may not name the same"
    return Comparison(verdict=Verdict.UNDECIDED, reason=reason)


def _both(left: NameFacet, right: NameFacet) -> str:
    """The two texts in an order that does not depend on the side."""
    first, second = sorted((left.text, right.text))
    return f"“{first}” and “{second}”"
