"""Slots that hold a city, told as where something is or by its name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reconcile import lexicons
from reconcile.training.relation_classifier.examples import Relation
from reconcile.training.relation_classifier.minimal_pairs.calendar_slots import wider_or_narrower
from reconcile.training.relation_classifier.minimal_pairs.source import Source

Names = tuple[str, ...]
"""A name and its other spellings."""


@dataclass(frozen=True, slots=True)
class City:
    """A city and its country, told as where something is ("in Lyon") or by name alone."""

    name: str
    country: Names
    other_names: Names
    preposition: str = ""
    kind: str = "place"

    def same(self, source: Source) -> tuple[str, str]:
        return self.preposition + self.name, self.preposition + self.name

    def edited(self, relation: Relation, source: Source) -> tuple[str, str] | None:
        """The city and its country, its other name, another city."""
        own = self.preposition + self.name
        if relation == Relation.CONTRADICTION:
            return own, self._elsewhere(source)
        if self.other_names and relation == Relation.ENTAILMENT and source.chance(0.7):
            other = self.preposition + source.pick(self.other_names)
            return (own, other) if source.chance(0.5) else (other, own)
        if not self.preposition:
            return None
        return wider_or_narrower(relation, own, self.preposition + source.pick(self.country))

    def _elsewhere(self, source: Source) -> str:
        other = drawn_city(source, self.preposition)
        while other.name == self.name or other.country == self.country:
            other = drawn_city(source, self.preposition)
        country = self.preposition and source.chance(0.2)
        return self.preposition + (source.pick(other.country) if country else other.name)


def drawn_city(source: Source, preposition: str = "") -> City:
    """A city of this side's split."""
    name, country, other_names = source.pick(_cities(source.held_out))
    return City(name, country, other_names, preposition)


SMALLEST_CITY = 400
"""In thousands of people."""
CITIES_OF_A_COUNTRY = 10


@cache
def _cities(held_out: bool) -> tuple[tuple[str, Names, Names], ...]:
    countries = {code: tuple(names.split("|")) for code, names in lexicons.rows("countries", __package__)}
    found = [row for row in lexicons.rows("cities") if int(row[3]) >= SMALLEST_CITY]
    once = {name for name in {row[0] for row in found} if sum(row[0] == name for row in found) == 1}
    taken = dict.fromkeys(countries, 0)
    chosen = []
    side = Source(0, held_out=held_out)
    for name, code, *_ in found:
        if (
            name in once
            and _printed(name)
            and code.lower() in countries
            and taken[code.lower()] < CITIES_OF_A_COUNTRY
        ):
            taken[code.lower()] += 1
            if side.owns(name):
                chosen.append((name, countries[code.lower()], _other_names(name, code)))
    return tuple(chosen)


def _printed(name: str) -> bool:
    """Whether English news prints the name so: no marks of a transliteration, at most two words."""
    return max(name) <= "ÿ" and name.count(" ") < 2 and "’" not in name


PRINTED = {
    "Kiev",
    "Kharkov",
    "Odessa",
    "Calcutta",
    "Bombay",
    "Madras",
    "Rangoon",
    "Saigon",
    "Bangalore",
    "Peking",
    "Canton",
    "Lvov",
    "Chittagong",
}
"""Other names of cities that English news still prints."""


def _other_names(name: str, country: str) -> Names:
    return tuple(
        other
        for other, of, where in lexicons.rows("name_city_variants")
        if (of, where) == (name, country) and other in PRINTED
    )
