"""Which place a name in running text means."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from reconcile.facets.names import gazetteer
from reconcile.facets.names.gazetteer import City
from reconcile.facets.names.mentions import Mention
from reconcile.schema import PlaceFacet, PlaceKind

_FAR_LARGER = 8
"""How many times more people make a city the one meant whatever countries the article names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The countries and regions that an article names, by code."""

    countries: Set[str]
    regions: Set[str]


def certain_place(mention: Mention) -> bool:
    """Whether the tables know the name as a country or region, no matter who says it."""
    return bool(gazetteer.territory(mention.text) or gazetteer.region(mention.text))


def state_after(mention: Mention, text: str) -> gazetteer.Territory | None:
    """The state, province or country that follows after a comma ("Springfield, Ill.")."""
    words = [word for word in (mention.after(), mention.after(2)) if word is not None]
    if not words or words[0].gap != ", " or not words[0].capital:
        return None
    for last in reversed(words):
        name = text[words[0].start : last.end]
        dotted = text[words[0].start : last.end + 1]
        if found := gazetteer.abbreviated(dotted) or gazetteer.abbreviated(name):
            return found
        if (found := gazetteer.territory(name)) and _holds(found, mention):
            return found
    return None


def _holds(territory: gazetteer.Territory, mention: Mention) -> bool:
    """Whether "name, territory" is an address, not two items of a list."""
    if territory.kind is PlaceKind.REGION:
        return territory.country in ("US", "CA", "AU") and not certain_place(mention)
    return any(city.country == territory.country for city in gazetteer.cities(mention.text))


def place_facet(mention: Mention, text: str, setting: Setting) -> PlaceFacet:
    """The place that ``mention`` means, its kind OTHER and country None where no table knows it."""
    kind, name, country = _meaning(mention, text, setting)
    return PlaceFacet(span=mention.span, text=mention.text, place_kind=kind, canonical=name, country=country)


def _meaning(mention: Mention, text: str, setting: Setting) -> tuple[PlaceKind, str, str | None]:
    if (part := _part_named(mention)) is not None:
        return part.kind, part.name, part.country
    state = state_after(mention, text)
    found = gazetteer.cities(mention.text)
    if state is not None and state.country:
        named = [city for city in found if state.code in (city.region, city.country.lower())]
        return PlaceKind.CITY, named[0].name if named else mention.text, state.country
    if (region := gazetteer.region(mention.text)) is not None:
        return region
    territory = gazetteer.territory(mention.text)
    if territory is not None and not (found and _is_rather(found[0], territory)):
        return territory.kind, territory.name, territory.country
    if found:
        city = _likeliest(found, setting)
        return PlaceKind.CITY, city.name, city.country
    return PlaceKind.OTHER, mention.text, None


def _part_named(mention: Mention) -> gazetteer.Territory | None:
    """The region in "Washington state", "Quebec province", not the city of that name."""
    after = mention.after()
    if after is None or after.gap != " " or after.text not in ("state", "province", "oblast"):
        return None
    found = gazetteer.territory(f"{mention.text} {after.text}") or gazetteer.territory(mention.text)
    return found if found and found.kind is PlaceKind.REGION else None


def _is_rather(city: City, territory: gazetteer.Territory) -> bool:
    """Whether a region's name is rather its city's: Berlin, Moscow, New York."""
    large = city.capital or city.thousands >= 300
    return territory.kind is PlaceKind.REGION and large and city.country == territory.country


def _likeliest(found: tuple[City, ...], setting: Setting) -> City:
    """The largest, unless a not much smaller one lies in a region or country that the article names."""
    largest = found[0]
    if largest.capital:
        return largest
    rivals = [city for city in found if city.thousands * _FAR_LARGER > largest.thousands]
    for near in (
        [city for city in rivals if city.region in setting.regions],
        [city for city in rivals if city.country in setting.countries],
    ):
        if near:
            return near[0]
    return largest
