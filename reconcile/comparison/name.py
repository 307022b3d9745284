"""Comparing two names: the same person, body or nation, written alike or not."""

from __future__ import annotations

from functools import cache

from rapidfuzz.distance import OSA

from reconcile import lexicons
from reconcile.comparison.person import (
    DIFFERENT_PERSON,
    SAME_PERSON,
    name_similarity,
    one_tells_generation,
    parts_of,
    split_otherwise,
)
from reconcile.comparison.romanisation import romanised, word_similarity
from reconcile.schema import Comparison, NameFacet, NameKind, Side, Verdict


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


def _compare_persons(left: NameFacet, right: NameFacet, *, alike: bool) -> Comparison:
    score = name_similarity(left.canonical, right.canonical)
    if score >= SAME_PERSON:
        fuller = _fuller_name(left, right)
        return _agree(left, right, alike=alike) if fuller is None else _compatible(left, right, fuller)
    if one_tells_generation(left.canonical, right.canonical):
        if not one_tells_generation(left.text, right.text):
            return _undecided(left, right)  # Which of the two a bare surname means is a guess.
        told = bool(parts_of(left.canonical).generation)
        return _compatible(left, right, Side.LEFT if told else Side.RIGHT)
    # Written with the same words, two names may be one whatever the article made of them.
    same_words = _words(left.text) == _words(right.text)
    full = not same_words and all(len(parts_of(f.canonical).words) > 1 for f in (left, right))
    return _conflict(left, right) if full and score < DIFFERENT_PERSON else _undecided(left, right)


def _fuller_name(left: NameFacet, right: NameFacet) -> Side | None:
    """The side whose words tell more; None where one is but a surname, as on second mention."""
    if {left.name_kind, right.name_kind} != {NameKind.PERSON}:
        return None
    parts = [parts_of(facet.text).words for facet in (left, right)]
    if min(map(len, parts)) < 2 or split_otherwise(left.text, right.text):
        return None
    ours, theirs = ((sum(len(word) > 1 for word in words), len(words)) for words in parts)
    return None if ours == theirs else Side.LEFT if ours > theirs else Side.RIGHT


def _compare_organisations(left: NameFacet, right: NameFacet, *, alike: bool) -> Comparison:
    ours, theirs = _body(left.canonical), _body(right.canonical)
    if not ours or not theirs:
        return _undecided(left, right)
    if _same_body(left.canonical, right.canonical) or _words(left.text) == _words(right.text):
        return _agree(left, right, alike=alike)
    if any(facet.text.casefold() in lexicons.words("name_heads") for facet in (left, right)):
        return _undecided(left, right)  # "the Court" points to a name given before
    if set(ours) < set(theirs) or set(theirs) < set(ours):
        return _compatible(left, right, Side.LEFT if set(theirs) < set(ours) else Side.RIGHT)
    full = min(len(ours), len(theirs)) > 1 and not set(ours) & set(theirs)
    return _conflict(left, right) if full else _undecided(left, right)


def _same_body(left: str, right: str) -> bool:
    ours, theirs = _body(left), _body(right)
    glued = "".join(ours), "".join(theirs)
    if glued[0] == glued[1] or sorted(ours) == sorted(theirs):
        return True  # "Justice Department", "Department of Justice"
    if _initials(left, right) or _initials(right, left):
        return True
    # One wrong letter in ten, or the sound of each word: a different spelling, not a different body.
    near = min(map(len, glued)) >= 8 and OSA.distance(*glued) * 10 <= max(map(len, glued))
    return near or _sounds_alike(ours, theirs)


def _sounds_alike(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether each word is a romanisation of its counterpart: Hezbollah, Hizbullah."""
    return len(ours) == len(theirs) and all(
        a == b or (min(len(a), len(b)) > 4 and word_similarity(a, b) >= _SOUND)
        for a, b in zip(ours, theirs, strict=True)
    )


_SOUND = 0.9


def _body(name: str) -> tuple[str, ...]:
    """The words of an organisation's name without articles and legal form, initials spelt out."""
    kinds = lexicons.mapping("name_particles")
    words = [w for w in _words(_spelt_out(name)) if w not in _LINKS]
    return tuple(w for i, w in enumerate(words) if not (i and kinds.get(w) == "legal"))


def are_initials(left: str, right: str) -> bool:
    """Whether one is made of three initials or more of the other, or of those that are known for it."""
    pairs = ((left, right), (right, left))
    return any(
        (_is_long(short) and _initials(short, long)) or _stands_for(short, long) for short, long in pairs
    )


def _is_long(initials: str) -> bool:
    return len(_letters(" ".join(_words(initials)))) >= _TELLING and initials.replace(".", "")[-2:].isupper()


def _stands_for(initials: str, name: str) -> bool:
    long = _initialisms().get(" ".join(initials.split()[-1:]).replace(".", ""))
    return long is not None and _words(long) == _words(name)


def _spelt_out(name: str) -> str:
    """The name with the initials inside it in full: "UN Security Council"."""
    words = name.split()
    return " ".join(_initialisms().get(w.replace(".", ""), w) for w in words) if len(words) > 1 else name


@cache
def _initialisms() -> dict[str, str]:
    """The long forms of bodies and countries that initials stand for."""
    long = {short: name for short, name in lexicons.rows("acronyms") if short.isupper()}
    return {**long, "US": "United States", "UK": "United Kingdom", "EU": "European Union"}


def _initials(short: str, long: str) -> bool:
    """Whether ``short`` is made of the first letters of ``long``."""
    letters = romanised(short).replace(" ", "")
    words = romanised(long).split()
    acronyms = {"".join(w[0] for w in some) for some in (words, [w for w in words if w not in _LINKS])}
    return len(words) > 1 and len(letters) > 1 and letters in acronyms


_INFLECTED = frozenset({NameKind.NATIONALITY, NameKind.OTHER})

_TELLING = 3
"""Initials that seldom are those of two names."""

_LINKS = frozenset({"the", "of", "and", "for", "on", "in", "to"})


def _words(name: str) -> tuple[str, ...]:
    """The words in lower case, dots and articles left out."""
    words = romanised(name.replace(".", "")).split()
    return tuple(w for w in words if w != "the") or tuple(words) or (name.casefold(),)


def _written_alike(left: str, right: str) -> bool:
    """Whether every word of the shorter stands in the longer, diacritics counted and initials spelt out."""
    left, right = _spelt_out(left), _spelt_out(right)
    ours, theirs = (set(name.replace(".", "").casefold().replace("-", " ").split()) for name in (left, right))
    shorter, longer = sorted((ours - {"the"}, theirs - {"the"}), key=len)
    return shorter <= longer or _letters(left) == _letters(right)


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


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
