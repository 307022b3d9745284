"""Comparing two places: the same, one inside the other, or different ones."""

from __future__ import annotations

from reconcile import lexicons
from reconcile.comparison.regions import abbreviates, members, region_named, region_of, wholes
from reconcile.comparison.romanisation import romanised
from reconcile.schema import Comparison, PlaceFacet, PlaceKind, Side, Verdict

_RANK = {PlaceKind.COUNTRY: 0, PlaceKind.REGION: 1, PlaceKind.CITY: 2, PlaceKind.OTHER: 3}

_OPPOSITE = ({"north", "south"}, {"east", "west"})


def compare_places(left: PlaceFacet, right: PlaceFacet) -> Comparison:
    """Whether two places are one, or one lies in the other.

    AGREE for the same place (``same_form`` False for another name of it: Turkey, Türkiye);
    COMPATIBLE for a place in its city, region, country or part of the world, the smaller more
    exact; CONFLICT for different countries, or different cities or regions; UNDECIDED where the
    tables do not tell.
    """
    compared = _compare_wholes(left, right)
    sides = _side(left), _side(right)
    return compared if sides[0] == sides[1] else _compare_sides(left, right, sides, compared)


def _side(place: PlaceFacet) -> str:
    """The side of its place that a text tells ("northern Iraq": north), else ""; North Korea is whole."""
    first, _, rest = place.text.casefold().partition(" ")
    whole = not rest or place.canonical.casefold().startswith(first)
    return "" if whole else lexicons.mapping("name_directions").get(first, "")


def _compare_sides(
    left: PlaceFacet, right: PlaceFacet, sides: tuple[str, str], compared: Comparison
) -> Comparison:
    """Two places of which one at least is only a side of what is named."""
    if compared.verdict is Verdict.AGREE:
        if not all(sides):
            return _compatible(left, right, Side.LEFT if sides[0] else Side.RIGHT)
        opposite = set(sides) in _OPPOSITE
        return _conflict(left, right, "are opposite sides") if opposite else _undecided(left, right)
    if compared.more_exact is not None and (sides[1] if compared.more_exact is Side.LEFT else sides[0]):
        # No table tells in which part of a country a city lies.
        return _compatible(left, right, compared.more_exact, lies="can lie")
    return compared


def _compare_wholes(left: PlaceFacet, right: PlaceFacet) -> Comparison:
    if _same(left, right):
        return _agree(left, right)
    if (listed := _compare_listed(left, right)) is not None:
        return listed
    if left.country and right.country and left.country != right.country:
        return _conflict(left, right, "lie in different countries")
    if not left.country or not right.country or PlaceKind.OTHER in (left.place_kind, right.place_kind):
        return _within_or_unknown(left, right)
    if left.place_kind is right.place_kind:
        return _compare_peers(left, right)
    return _compare_ranks(left, right)


def _same(left: PlaceFacet, right: PlaceFacet) -> bool:
    if PlaceKind.COUNTRY in (left.place_kind, right.place_kind) and left.country and right.country:
        return left.place_kind is right.place_kind and left.country == right.country
    if left.canonical.casefold() != right.canonical.casefold():
        return False
    countries_fit = not (left.country and right.country) or left.country == right.country
    return countries_fit and not _apart(region_of(left), region_of(right))


def _apart(ours: str, theirs: str) -> bool:
    """Whether two codes are of different regions. GeoNames' numbers ("-g12") say nothing about others."""
    return bool(ours and theirs) and ours != theirs and ("-g" in ours) == ("-g" in theirs)


def _compare_listed(left: PlaceFacet, right: PlaceFacet) -> Comparison | None:
    """What the tables of parts of the world, of cities and of seas say; None where they do not tell."""
    inside = _is_part(left, right), _is_part(right, left)
    if inside[0] != inside[1]:
        return _compatible(left, right, Side.LEFT if inside[0] else Side.RIGHT)
    ours, theirs = members(left), members(right)
    if ours and theirs and not ours & theirs and not _regional(ours, theirs):
        return _conflict(left, right, "have nothing in common")
    return None


def _regional(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one holds regions of countries and the other countries: they may overlap."""
    return any("-" in code for code in ours) != any("-" in code for code in theirs)


def _is_part(inner: PlaceFacet, outer: PlaceFacet) -> bool:
    whole = outer.canonical.casefold()
    in_city = outer.place_kind is PlaceKind.CITY and whole in wholes(inner, "city")
    return in_city or whole in wholes(inner, "water") or _part_of_world(inner, outer)


def _part_of_world(inner: PlaceFacet, outer: PlaceFacet) -> bool:
    whole = members(outer)
    if whole is None or outer.place_kind is PlaceKind.COUNTRY:
        return False
    part = members(inner)
    codes = {inner.country.casefold(), region_of(inner)} - {""} if inner.country else set()
    return part < whole if part else bool(codes & whole)


def _agree(left: PlaceFacet, right: PlaceFacet) -> Comparison:
    alike = _written_alike(left, right)
    reason = f"{_both(left, right)} are the same place" + ("" if alike else " under different names")
    return Comparison(verdict=Verdict.AGREE, reason=reason, same_form=alike)


def _within_or_unknown(left: PlaceFacet, right: PlaceFacet) -> Comparison:
    """Something in a country, and that country; else nothing is known."""
    if left.country and left.country == right.country and left.place_kind is not right.place_kind:
        for side, whole in ((Side.RIGHT, left), (Side.LEFT, right)):
            if whole.place_kind is PlaceKind.COUNTRY:
                return _compatible(left, right, side)
    return _undecided(left, right)


def _compare_peers(left: PlaceFacet, right: PlaceFacet) -> Comparison:
    """Two cities, or two regions, of one country."""
    if left.place_kind is PlaceKind.CITY:
        if _names_home(left, right) or _names_home(right, left):
            return _undecided(left, right)
        return _conflict(left, right, "are different cities")
    if _apart(region_of(left), region_of(right)):
        return _conflict(left, right, "are different regions")
    return _undecided(left, right)


def _names_home(city: PlaceFacet, other: PlaceFacet) -> bool:
    """Whether the city's name is also that of the region of the other: New York and Buffalo."""
    return bool(city.country and (code := region_named(city.text, city.country))) and code == region_of(other)


def _compare_ranks(left: PlaceFacet, right: PlaceFacet) -> Comparison:
    """A country and a part of it, or a region and a city."""
    side = Side.LEFT if _RANK[left.place_kind] > _RANK[right.place_kind] else Side.RIGHT
    if PlaceKind.COUNTRY in (left.place_kind, right.place_kind):
        return _compatible(left, right, side)
    ours, theirs = region_of(left), region_of(right)
    if ours and ours == theirs:
        return _compatible(left, right, side)
    return (
        _conflict(left, right, "lie in different regions")
        if _apart(ours, theirs)
        else _undecided(left, right)
    )


def _written_alike(left: PlaceFacet, right: PlaceFacet) -> bool:
    """Whether the words are the same; initials of a country, the short form of a state count as its name."""
    forms = {_plain(place.text) for place in (left, right)}
    if len(forms) == 1 or left.text.casefold() == right.text.casefold():
        return True
    if abbreviates(left.text, right.text) or abbreviates(right.text, left.text):
        return True
    initials = {form for form in forms if len(form) <= 3 and form.isalpha()}
    return {left.place_kind, right.place_kind} == {PlaceKind.COUNTRY} and bool(initials)


def _plain(text: str) -> str:
    words = romanised(text.replace(".", "")) if text.isascii() else text.casefold()
    return words.removeprefix("the ").replace(" ", "")


def _compatible(left: PlaceFacet, right: PlaceFacet, side: Side, *, lies: str = "lies") -> Comparison:
    inner, outer = (left, right) if side is Side.LEFT else (right, left)
    reason = f"“{inner.text}” {lies} in “{outer.text}” and is more exact"
    return Comparison(verdict=Verdict.COMPATIBLE, reason=reason, more_exact=side)


def _conflict(left: PlaceFacet, right: PlaceFacet, how: str) -> Comparison:
    return Comparison(verdict=Verdict.CONFLICT, reason=f"{_both(left, right)} {how}")


def _undecided(left: PlaceFacet, right: PlaceFacet) -> Comparison:
    return Comparison(verdict=Verdict.UNDECIDED, reason=f"how {_both(left, right)} relate is not known")


def _both(left: PlaceFacet, right: PlaceFacet) -> str:
    """The two texts in an order that does not depend on the side."""
    first, second = sorted((left.text, right.text))
    return f"“{first}” and “{second}”"
