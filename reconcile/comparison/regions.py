"""Where places lie, by the tables: the region of a city, the parts of the world, of a city, of a sea."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reconcile import lexicons
from reconcile.comparison.towns import cities, outstanding
from reconcile.schema import PlaceFacet, PlaceKind


def region_of(place: PlaceFacet) -> str:
    """The code of the region that a place is or lies in, "" where the tables do not tell."""
    if place.country is None:
        return ""
    if place.region is not None:
        return place.region
    if place.place_kind is PlaceKind.CITY:
        namesakes = [city for city in cities(place.canonical) if city.country == place.country]
        meant = outstanding(namesakes)
        return meant.region if meant else ""
    if place.place_kind is PlaceKind.REGION:
        return region_named(place.canonical, place.country)
    return ""


def region_named(name: str, country: str) -> str:
    """The code of the region of a country that has this name, else ""."""
    return _regions().get((name.casefold(), country), "")


def abbreviates(short: str, name: str) -> bool:
    """Whether ``short`` is how addresses shorten the region ``name`` ("Calif.")."""
    return name.casefold() in _abbreviations().get(short.casefold(), ())


def members(place: PlaceFacet) -> frozenset[str] | None:
    """The codes, in lower case, of all that lies in a country or part of the world; None for the rest."""
    if place.place_kind is PlaceKind.COUNTRY and place.country:
        return frozenset({place.country.casefold()})
    return _world_parts().get(place.canonical.casefold())


def wholes(place: PlaceFacet, kind: str) -> tuple[str, ...]:
    """The cities, or waters, that a part of a city, or a sea, lies in: the nearest first, small letters."""
    return tuple(_chain(place.canonical.casefold(), kind))


def _chain(name: str, kind: str) -> Iterator[str]:
    while whole := _wholes().get((name, kind)):
        yield whole
        name = whole


@cache
def _regions() -> dict[tuple[str, str], str]:
    """Codes by name and country. A name of name_regions.tsv gets the code of any of its forms."""
    table: dict[tuple[str, str], str] = {}
    for code, name, *others in lexicons.rows("divisions"):
        for form in (name, *others):
            table[form.casefold(), code.partition("-")[0].upper()] = code
    for code, kind, name, _ in lexicons.rows("territories"):
        if kind == "region":
            table[name.partition(" (")[0].casefold(), code.partition("-")[0].upper()] = code
    for name, kind, country, *others in lexicons.rows("name_regions"):
        forms = [form.casefold() for form in (name, *"|".join(others).split("|"))]
        if kind == "region" and (code := next(filter(None, (table.get((f, country)) for f in forms)), "")):
            table.setdefault((name.casefold(), country), code)
    return table


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    names = {code: name.partition(" (")[0].casefold() for code, _, name, _ in lexicons.rows("territories")}
    short = (row for row in lexicons.rows("name_territory_variants") if len(row) > 2 or "." in row[0])
    rows = [row for row in short if "-" in row[1]]
    return {alias.casefold(): frozenset({names[code]}) for alias, code, *_ in rows}


@cache
def _world_parts() -> dict[str, frozenset[str]]:
    return {name.casefold(): frozenset(codes.split()) for name, codes in lexicons.rows("name_world_parts")}


@cache
def _wholes() -> dict[tuple[str, str], str]:
    return {(part.casefold(), kind): whole.casefold() for part, kind, whole in lexicons.rows("name_wholes")}
