"""Slots that hold a name: a person, an office, a company, a list of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reconcile import lexicons
from reconcile.training.relation_classifier.examples import Relation
from reconcile.training.relation_classifier.minimal_pairs.calendar_slots import wider_or_narrower
from reconcile.training.relation_classifier.minimal_pairs.place_slots import Names, drawn_city
from reconcile.training.relation_classifier.minimal_pairs.source import Source


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed set of things, each with its names."""

    sort: str
    names: Names
    kind: str = "name"

    def same(self, source: Source) -> tuple[str, str]:
        return source.two(self.names)

    def edited(self, relation: Relation, source: Source) -> tuple[str, str] | None:
        """Two names of one thing, or two things; nothing is left open."""
        if relation == Relation.NEUTRAL:
            return None
        if relation == Relation.ENTAILMENT:
            return _other_name(self.names, source)
        other = drawn_choice(self.sort, source, other_than=self)
        return source.pick(self.names), source.pick(other.names)


def _other_name(names: Names, source: Source) -> tuple[str, str] | None:
    if len(names) == 1:
        return None
    one, other = source.random.sample(names, 2)
    return one, other


TABLES = {"country": "countries"}
KINDS = {"quarter": "time", "ordinal": "figure", "country": "place"}


def drawn_choice(sort: str, source: Source, other_than: Choice | None = None) -> Choice:
    """A thing of a sort; another one than that given."""
    pool = source.pool(TABLES[sort]) if sort in TABLES else source.pool("choices", sort)
    names = source.pick(pool)
    while other_than and names == other_than.names:
        names = source.pick(pool)
    return Choice(sort, names, KINDS.get(sort, "name"))


@dataclass(frozen=True, slots=True)
class Person:
    """A person with given name, surname and "Ms" or "Mr"."""

    given: Names
    surname: Names
    title: str
    kind: str = "name"

    @property
    def name(self) -> str:
        return f"{self.given[0]} {self.surname[0]}"

    def same(self, source: Source) -> tuple[str, str]:
        return self.name, self.name

    def edited(self, relation: Relation, source: Source) -> tuple[str, str] | None:
        """The name and its short or other form, or another person's."""
        if relation == Relation.NEUTRAL:
            return None
        if relation == Relation.CONTRADICTION:
            return self._another(source)
        spelled = f"{source.pick(self.given)} {source.pick(self.surname)}"
        if spelled != self.name and source.chance(0.8):
            return (self.name, spelled) if source.chance(0.5) else (spelled, self.name)
        return self.name, source.pick((self.surname[0], f"{self.title} {self.surname[0]}"))

    def _another(self, source: Source) -> tuple[str, str]:
        other = drawn_person(source)
        while other.given == self.given or other.surname == self.surname:
            other = drawn_person(source)
        if source.chance(0.3):
            return self.name, f"{self.given[0]} {other.surname[0]}"
        return self.name, other.name


def drawn_person(source: Source) -> Person:
    """A person with a name of one language."""
    language = source.pick(_languages())
    sex = source.pick("fm")
    while True:
        given = source.pick(_names(language, sex))
        surname = source.pick(_names(language, "s"))
        if source.owns(surname[0]):
            return Person(given, surname, "Ms" if sex == "f" else "Mr")


@cache
def _languages() -> tuple[str, ...]:
    return tuple(dict.fromkeys(row[0] for row in lexicons.rows("names", __package__)))


@cache
def _names(language: str, part: str) -> tuple[Names, ...]:
    found = lexicons.rows("names", __package__)
    return tuple(
        tuple(name.split("/"))
        for of, which, names in found
        if (of, which) == (language, part)
        for name in names.split()
    )


@dataclass(frozen=True, slots=True)
class Official:
    """A person with an office."""

    role: str
    person: Person
    kind: str = "name"

    @property
    def full(self) -> str:
        return f"{self.role} {self.person.name}"

    def same(self, source: Source) -> tuple[str, str]:
        return self.full, self.full

    def edited(self, relation: Relation, source: Source) -> tuple[str, str]:
        """The office with and without the name, or another office or person."""
        if relation != Relation.CONTRADICTION:
            wide = source.pick((f"the {self.role.lower()}", f"{self.role} {self.person.surname[0]}"))
            return wider_or_narrower(
                relation, self.full, wide if relation == Relation.ENTAILMENT else f"the {self.role.lower()}"
            )
        other = drawn_official(source)
        while other.role == self.role or other.person.surname == self.person.surname:
            other = drawn_official(source)
        return self.full, f"{self.role} {other.person.name}"


def drawn_official(source: Source) -> Official:
    """An office with its holder."""
    return Official(source.pick(source.pool("choices", "role"))[0], drawn_person(source))


@dataclass(frozen=True, slots=True)
class Several:
    """A list of cities or of persons."""

    names: Names
    places: bool
    kind: str = "list"

    def same(self, source: Source) -> tuple[str, str]:
        text = self._text(self.names)
        return text, text if source.chance(0.5) else self._text(
            tuple(source.random.sample(self.names, len(self.names)))
        )

    def edited(self, relation: Relation, source: Source) -> tuple[str, str]:
        """The list and a part of it; "only" and "but not" exclude the rest."""
        left_out = source.pick(self.names)
        few = tuple(name for name in self.names if name != left_out)
        whole, part = self._text(self.names), self._text(few)
        if relation != Relation.CONTRADICTION:
            only = "only " + whole
            return wider_or_narrower(relation, *((only, whole) if source.chance(0.3) else (whole, part)))
        without = f"{part} but not {'in ' if self.places else ''}{left_out}"
        excluding = source.pick(("only " + part, without))
        return (whole, excluding) if source.chance(0.6) else (excluding, whole)

    def _text(self, names: Names) -> str:
        listed = ", ".join(names[:-1]) + f" and {names[-1]}" if len(names) > 1 else names[0]
        return f"in {listed}" if self.places else listed


def drawn_several(source: Source, *, places: bool) -> Several:
    """Three or four names, all different."""
    names: dict[str, None] = {}
    size = source.pick((3, 3, 4))
    while len(names) < size:
        names[drawn_city(source).name if places else drawn_person(source).name] = None
    return Several(tuple(names), places)
