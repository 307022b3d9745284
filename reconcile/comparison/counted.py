"""What two figures are said of: the same things, people in the same state, the age of one person?"""

from __future__ import annotations

from functools import cache

from reconcile.comparison.units import dimension, money_of, to_base
from reconcile.lexicons import alternatives, rows, words
from reconcile.schema import QuantityFacet

_AGE = "age"
_PERSON = "person"


def apart(left: QuantityFacet, right: QuantityFacet) -> str | None:
    """Why the two figures are of different things, None where they may be of one."""
    if left.ordinal != right.ordinal:
        return "a rank and a count are different things"
    if _are_names(left.bearer, right.bearer) and not _same_name(str(left.bearer), str(right.bearer)):
        return f"these are the ages of {' and '.join(sorted((str(left.bearer), str(right.bearer))))}"
    reasons = (
        (dimension(left.unit) != dimension(right.unit), "{} and {} measure different things"),
        (
            money_of(left.unit) != money_of(right.unit),
            "{} and {} are in different currencies, which are not converted",
        ),
        (not same_counted(left, right), "{} and {} count different things"),
        (
            left.state and right.state and left.state != right.state,
            "{} and {} count people to whom different things happened",
        ),
    )
    template = next((template for holds, template in reasons if holds), None)
    return paired_text(template, left, right) if template else None


def open_bearer(left: QuantityFacet, right: QuantityFacet) -> str | None:
    """Why two ages that differ prove nothing: nobody says that they are one person's."""
    if _AGE not in (left.counted, right.counted):
        return None
    one, other = left.bearer, right.bearer
    if _are_names(one, other) or one == other:
        return None
    alike = one is not None and other is not None and one.islower() and other.islower()
    if alike and _same_noun(str(one), str(other)):
        return None
    return paired_text("{} and {} may be the ages of different people", left, right)


def open_count(left: QuantityFacet, right: QuantityFacet) -> str | None:
    """Why two counts that exclude each other prove nothing: one may count a part of the other's things."""
    if left.unit is not None or right.unit is not None or left.counted == right.counted:
        return None
    if _is_model(left, right) or _is_model(right, left):
        return None
    if left.counted is None or right.counted is None:
        told = left.state is not None and left.state == right.state
        return None if told else paired_text("{} and {} may count different things", left, right)
    for whole, part in ((left, right), (right, left)):
        if _is_part(str(part.counted), str(whole.counted)) and not _exceeds(part, whole):
            return f"{part.text} may be some of {whole.text}"
    return None


def same_counted(left: QuantityFacet, right: QuantityFacet) -> bool:
    """Whether both figures count or measure the same thing; one without a noun fits any other."""
    if left.ordinal != right.ordinal or dimension(left.unit) != dimension(right.unit):
        return False
    if _AGE in (left.counted, right.counted):
        return left.counted == right.counted
    if left.counted is None or right.counted is None or _same_noun(left.counted, right.counted):
        return True
    return _is_model(left, right) or _is_model(right, left)


def counts_people(figure: QuantityFacet) -> bool:
    """Whether the figure counts persons: by its noun, a word for a people too, or by what befell them."""
    noun = (figure.counted or "").casefold()
    is_person = any(thing == _PERSON for thing, _ in _kinds().get(noun, ()))
    return figure.unit is None and bool(figure.state or is_person or noun.removesuffix("s") in _peoples())


def paired_text(template: str, left: QuantityFacet, right: QuantityFacet) -> str:
    """``template`` with both texts in an order that does not depend on the side."""
    return template.format(*sorted((left.text, right.text)))


def _are_names(one: str | None, other: str | None) -> bool:
    return bool(one and other and one[0].isupper() and other[0].isupper())


def _same_name(one: str, other: str) -> bool:
    """Whether one person may bear both: the last words are one, or all words of one are in the other."""
    words = one.casefold().split(), other.casefold().split()
    if words[0][-1] == words[1][-1]:
        return True
    return set(words[0]) <= set(words[1]) or set(words[1]) <= set(words[0])


def _is_part(part: str, whole: str) -> bool:
    """Whether ``whole`` is the general term of ``part`` ("people", "workers"); a state is none ("dead")."""
    kinds = _kinds_of(part), _kinds_of(whole)
    states = _states()
    return any(
        (thing, "") in kinds[1] and kind != "" and kind not in states for thing, kind in kinds[0]
    ) and not (kinds[0] & kinds[1])


def _exceeds(part: QuantityFacet, whole: QuantityFacet) -> bool:
    """Whether there are surely more of the part than of the whole; for people only."""
    if part.low is None or whole.high is None or _kind_is_place(part.counted):
        return False
    return to_base(part.low, part.unit) > to_base(whole.high, whole.unit)


def _kind_is_place(noun: str | None) -> bool:
    return noun is None or all(thing != _PERSON for thing, _ in _kinds_of(noun))


def _same_noun(left: str, right: str) -> bool:
    if left.casefold() == right.casefold():
        return True
    return any(
        thing == other and (kind == another or "" in (kind, another))
        for thing, kind in _kinds_of(left)
        for other, another in _kinds_of(right)
    )


def _is_model(model: QuantityFacet, other: QuantityFacet) -> bool:
    """Whether the noun is a model's designation that the other gives before its noun ("AK 47 guns")."""
    letters = _letters(str(model.counted))
    is_designation = any(map(str.isdecimal, letters)) and not letters.isdecimal()
    return is_designation and letters in _letters(other.text)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _kinds_of(noun: str) -> frozenset[tuple[str, str]]:
    """What a noun is and which kinds of it; a capitalised noun is taken for persons of a nation or group."""
    folded = noun.casefold()
    known = _kinds().get(folded, frozenset())
    is_person = noun[:1].isupper() or folded in words("person_nouns", "office_nouns")
    return frozenset({(_PERSON, folded)}) if is_person and not known else known


@cache
def _kinds() -> dict[str, frozenset[tuple[str, str]]]:
    found: dict[str, frozenset[tuple[str, str]]] = {}
    for row in rows("quantity_counted"):
        sense = (row[1], row[2] if len(row) > 2 else "")
        found[row[0]] = found.get(row[0], frozenset()) | {sense}
    return found


@cache
def _peoples() -> frozenset[str]:
    """What people of a country or faith are called, folded and in the singular."""
    return frozenset(form.casefold() for form in alternatives("demonyms"))


@cache
def _states() -> frozenset[str]:
    """Kinds of people that are states: "5 dead" and "5 people" may count the same."""
    return frozenset({row[2] for row in rows("quantity_states") if row[1] == "noun"}) | {"survivor"}
