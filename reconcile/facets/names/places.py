"""Which place a name in running text means."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from reconcile import lexicons
from reconcile.comparison.towns import FAR_LARGER, City, cities, outstanding
from reconcile.facets.names import gazetteer
from reconcile.facets.names.mentions import Mention
from reconcile.schema import PlaceFacet, PlaceKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The countries and regions that an article names, by code."""

    countries: Set[str]
    regions: Set[str]


def certain_place(mention: Mention) -> bool:
    """Whether the tables know the name as a country or region, no matter who says it."""
    name = mention.text
    return bool(gazetteer.territory(name) or gazetteer.region(name) or side_of(name))


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
    return any(city.country == territory.country for city in cities(mention.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meaning:
    kind: PlaceKind
    name: str
    country: str | None = None
    region: str | None = None

    @classmethod
    def of_territory(cls, territory: gazetteer.Territory) -> _Meaning:
        region = territory.code if territory.kind is PlaceKind.REGION else None
        return cls(kind=territory.kind, name=territory.name, country=territory.country, region=region)

    @classmethod
    def of_division(cls, part: gazetteer.Division) -> _Meaning:
        return cls(kind=PlaceKind.REGION, name=part.name, country=part.country, region=part.code)


def place_facet(mention: Mention, text: str, setting: Setting) -> PlaceFacet:
    """The place that ``mention`` means, its kind OTHER and country None where no table knows it.

    The span holds a word for the side of the place before it: "northern Iraq".
    """
    meaning = _meaning(mention, text, setting)
    span = _with_side(mention) if meaning.kind is not PlaceKind.OTHER else mention.span
    return PlaceFacet(
        span=span,
        text=span.of(text),
        place_kind=meaning.kind,
        canonical=meaning.name,
        country=meaning.country,
        region=meaning.region,
    )


def _with_side(mention: Mention) -> Span:
    """The mention with the "northern", or "the south of", before it."""
    before, second, third = mention.before(), mention.before(2), mention.before(3)
    sides = lexicons.words("name_directions")
    if before is None or mention.words[0].gap != " ":
        return mention.span
    if before.lower in sides and not before.capital:
        return Span(before.start, mention.span.end)
    if before.text == "of" and second and third and second.text in sides and third.text == "the":
        return Span(second.start, mention.span.end)
    return mention.span


def _meaning(mention: Mention, text: str, setting: Setting) -> _Meaning:
    name, state = mention.text, state_after(mention, text)
    if (part := _part_named(mention)) is not None:
        return part
    if state is not None and state.country:
        return _in_state(name, state)
    if (region := gazetteer.region(name)) is not None:
        return _Meaning(kind=region[0], name=region[1], country=region[2])
    found, territory = cities(name), gazetteer.territory(name)
    if territory is not None and not (found and _is_rather(found[0], territory)):
        return _Meaning.of_territory(territory)
    return _city(found, setting) if found else _province_or_side(name, setting)


def _province_or_side(name: str, setting: Setting) -> _Meaning:
    """A province only of a country that the article names: provinces are called like many things."""
    if (province := gazetteer.division(name)) is not None and province.country in setting.countries:
        return _Meaning.of_division(province)
    base = side_of(name)
    return _Meaning.of_territory(base) if base else _Meaning(kind=PlaceKind.OTHER, name=name)


def _in_state(name: str, state: gazetteer.Territory) -> _Meaning:
    """The town in "Springfield, Ill."; the state is a country in "Odesa, Ukraine"."""
    named = [city for city in cities(name) if state.code in (city.region, city.country.lower())]
    if state.kind is PlaceKind.REGION:
        region: str | None = state.code
    else:
        meant = outstanding(named)
        region = meant.region or None if meant else None
    return _Meaning(
        kind=PlaceKind.CITY, name=named[0].name if named else name, country=state.country, region=region
    )


def _city(found: tuple[City, ...], setting: Setting) -> _Meaning:
    city = _likeliest(found, setting)
    namesakes = [other for other in found if other.country == city.country]
    sure = outstanding(namesakes) is city or city.region in setting.regions
    region = city.region or None if sure else None
    return _Meaning(kind=PlaceKind.CITY, name=city.name, country=city.country, region=region)


def side_of(name: str) -> gazetteer.Territory | None:
    """The country or region of which ``name`` names a side: "Eastern Ukraine"."""
    side, _, rest = name.partition(" ")
    return gazetteer.territory(rest) if side.casefold() in lexicons.words("name_directions") else None


def _part_named(mention: Mention) -> _Meaning | None:
    """The region in "Washington state", "Kandahar province", not the city of that name."""
    after = mention.after()
    if after is None or after.gap != " " or after.text not in ("state", "province", "oblast", "governorate"):
        return None
    found = gazetteer.territory(f"{mention.text} {after.text}") or gazetteer.territory(mention.text)
    if found and found.kind is PlaceKind.REGION:
        return _Meaning.of_territory(found)
    province = gazetteer.division(mention.text)
    return _Meaning.of_division(province) if province else None


def _is_rather(city: City, territory: gazetteer.Territory) -> bool:
    """Whether a region's name is rather its city's: Berlin, Moscow, New York."""
    large = city.capital or city.thousands >= 300
    return territory.kind is PlaceKind.REGION and large and city.country == territory.country


def _likeliest(found: tuple[City, ...], setting: Setting) -> City:
    """The largest, unless a not much smaller one lies in a region or country that the article names."""
    largest = found[0]
    if largest.capital:
        return largest
    rivals = [city for city in found if city.thousands * FAR_LARGER > largest.thousands]
    for near in (
        [city for city in rivals if city.region in setting.regions],
        [city for city in rivals if city.country in setting.countries],
    ):
        if near:
            return near[0]
    return largest
