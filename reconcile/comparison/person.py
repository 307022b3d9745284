"""How likely two names of persons are one person's: words paired by spelling, sound and known forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from math import prod

from rapidfuzz.distance import OSA

from reconcile import lexicons
from reconcile.comparison.romanisation import romanised, skeleton, word_similarity

SAME_PERSON = 0.7
"""Names of persons at least this alike are taken for one person's.

Tuned on half of OpenSanctions' name_bench (nomenklatura, MIT)."""

DIFFERENT_PERSON = 0.5
"""Full names less alike than this are different persons'."""

_NEAR = 0.62
"""Two given names that are not forms of one, but a letter apart (Rob, Rod): a slip or another person."""

_ALONE = {"last": 0.75, "other": 0.6}
"""A name of one word against a longer one, by whether it is the longer one's last word."""


def name_similarity(left: str, right: str) -> float:
    """How likely two names of persons are one person's, in [0, 1]; symmetric.

    Words are paired by spelling, sound, initials and known forms of a given name. Words left
    over on one side cost little (a middle name), on both sides a lot (another middle name).
    """
    ours, theirs = parts_of(left), parts_of(right)
    if ours.generation.replace("senior", "") != theirs.generation.replace("senior", ""):
        return min(0.3, _words_similarity(ours.words, theirs.words))
    return _words_similarity(ours.words, theirs.words)


def one_tells_generation(left: str, right: str) -> bool:
    """Whether the names are alike but for a "Jr." that only one has: father, son, or left off."""
    ours, theirs = parts_of(left), parts_of(right)
    one = bool(ours.generation) != bool(theirs.generation)
    return one and _words_similarity(ours.words, theirs.words) >= SAME_PERSON


def split_otherwise(left: str, right: str) -> bool:
    """Whether two names of different length have the same letters: JK Rowling, J. K. Rowling."""
    ours, theirs = parts_of(left).words, parts_of(right).words
    initials = [sum(len(word) == 1 for word in words) for words in (ours, theirs)]
    same_letters = "".join(ours) == "".join(theirs)
    return len(ours) != len(theirs) and (same_letters or (not any(initials) and bool(_joined(ours, theirs))))


def _words_similarity(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    shorter, longer = sorted((left, right), key=lambda words: (len(words), words))
    if not shorter:
        return 0.0
    if _initials_differ(shorter, longer):
        return 0.3
    return max(_joined(shorter, longer), _aligned(shorter, longer))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonParts:
    """The romanised words of a name without titles and particles; generation is "senior" for "Sr."."""

    words: tuple[str, ...]
    generation: str = ""


@lru_cache(maxsize=16_384)
def parts_of(name: str) -> PersonParts:
    """The parts of a name, a surname put first moved to the end."""
    kinds = lexicons.mapping("name_particles")
    words = _in_order(name)
    generation = {_GENERATIONS.get(w, w) for w in words[1:] if kinds.get(w) == "generation"}
    bare = [w for i, w in enumerate(words) if not (i and kinds.get(w) in ("generation", "legal"))]
    titles = lexicons.words("titles")
    while len(bare) > 1 and bare[0] in titles:
        bare.pop(0)
    told = [w for w in bare if kinds.get(w) != "particle"] or bare
    once = tuple(w for i, w in enumerate(told) if not i or w != told[i - 1])
    return PersonParts(words=once, generation=" ".join(sorted(generation)))


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
    """Pairs of positions with their similarity, each word used once, the likest first.

    The last words are surnames; what stands alone on both sides may be a given name.
    """
    last = (len(left) - 1, len(right) - 1)
    scored = [
        (_similarity(a, b, surname=(i, j) == last != (0, 0)), -abs(i - j), i, j)
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
    likeness = word_similarity(left, right)
    if not (_known(left) and _known(right)):
        return likeness
    same_sound = skeleton(left) == skeleton(right)
    if same_sound and not (ours and theirs):
        return likeness
    return _NEAR if likeness or OSA.distance(left, right) == 1 else 0.0


def _known(given: str) -> bool:
    """Whether a romanised word is a given name of some country."""
    return given in _given_names() or given in lexicons.words("forenames")


@cache
def _given_names() -> dict[str, frozenset[str]]:
    """Each given name, romanised, to the head words of the rows that list it."""
    heads: dict[str, set[str]] = {}
    for head, *forms in lexicons.rows("given_names"):
        for name in (head, *" ".join(forms).split()):
            heads.setdefault(romanised(name), set()).add(head)
    return {name: frozenset(rows) for name, rows in heads.items()}
