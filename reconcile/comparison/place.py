"""Comparing two places: the same, one inside the other, or different ones."""

from __future__ import annotations

from functools import cache

from reconcile import lexicons
from reconcile.comparison.romanisation import romanised
from reconcile.schema import Comparison, PlaceFacet, PlaceKind, Side, Verdict

_RANK = {PlaceKind.COUNTRY: 0, PlaceKind.REGION: 1, PlaceKind.CITY: 2, PlaceKind.OTHER: 3}


def compare_places(left: PlaceFacet, right: PlaceFacet) -> Comparison:
    """Whether two places are one, or one lies in the other.

    AGREE for the same place (``same_form`` False for another name of it: Turkey, Türkiye);
    COMPATIBLE for a place in its region or country, the smaller more exact; CONFLICT for
    different countries, or different cities or regions; UNDECIDED where the tables do not tell.
    """
    if _same(left, right):
        return _agree(left, right)
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
    if _folded(left.canonical) != _folded(right.canonical):
        return False
    countries_fit = not (left.country and right.country) or left.country == right.country
    regions = {_region(left), _region(right)} - {""}
    return countries_fit and len(regions) < 2


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
        return _conflict(left, right, "are different cities")
    codes = _region(left), _region(right)
    if all(codes) and codes[0] != codes[1]:
        return _conflict(left, right, "are different regions")
    return _undecided(left, right)


def _compare_ranks(left: PlaceFacet, right: PlaceFacet) -> Comparison:
    """A country and a part of it, or a region and a city."""
    side = Side.LEFT if _RANK[left.place_kind] > _RANK[right.place_kind] else Side.RIGHT
    if PlaceKind.COUNTRY in (left.place_kind, right.place_kind):
        return _compatible(left, right, side)
    codes = _region(left), _region(right)
    if not all(codes):
        return _undecided(left, right)
    if codes[0] == codes[1]:
        return _compatible(left, right, side)
    return _conflict(left, right, "lie in different regions")


def _region(place: PlaceFacet) -> str:
    """The code of the region that a place is or lies in, "" where the tables do not tell."""
    if place.country is None:
        return ""
    table = _cities() if place.place_kind is PlaceKind.CITY else _regions()
    return table.get((_folded(place.canonical), place.country), "")


@cache
def _cities() -> dict[tuple[str, str], str]:
    table: dict[tuple[str, str], str] = {}
    for name, country, region, *_ in lexicons.rows("cities"):
        # The largest city of a name comes first.
        table.setdefault((name.casefold(), country), region)
    return table


@cache
def _regions() -> dict[tuple[str, str], str]:
    rows = (row for row in lexicons.rows("territories") if row[1] == "region")
    return {
        (_folded(name.partition(" (")[0]), code.partition("-")[0].upper()): code for code, _, name, _ in rows
    }


def _folded(name: str) -> str:
    return name.casefold()


def _written_alike(left: PlaceFacet, right: PlaceFacet) -> bool:
    """Whether the words are the same; everyday initials of a country count as the country's name."""
    forms = {_plain(place.text) for place in (left, right)}
    if len(forms) == 1:
        return True
    if left.text.casefold() == right.text.casefold():
        return True
    initials = {form for form in forms if len(form) <= 3 and form.isalpha()}
    return left.place_kind is PlaceKind.COUNTRY and bool(initials)


def _plain(text: str) -> str:
    words = romanised(text.replace(".", "")) if text.isascii() else text.casefold()
    return words.removeprefix("the ").replace(" ", "")


def _compatible(left: PlaceFacet, right: PlaceFacet, side: Side) -> Comparison:
    inner, outer = (left, right) if side is Side.LEFT else (right, left)
    reason = f"“{inner.text}” lies in “{outer.text}” and is more exact"
    return Comparison(verdict=Verdict.COMPATIBLE, reason=reason, more_exact=side)


def _conflict(left: PlaceFacet, right: PlaceFacet, how: str) -> Comparison:
    return Comparison(verdict=Verdict.CONFLICT, reason=f"{_both(left, right)} {how}")


def _undecided(left: PlaceFacet, right: PlaceFacet) -> Comparison:
    return Comparison(verdict=Verdict.UNDECIDED, reason=f"how {_both(left, right)} relate is not known")


def _both(left: PlaceFacet, right: PlaceFacet) -> str:
    """The two texts in an order that does not depend on the side."""
    first, second = sorted((left.text, right.text))
    return f"“{first}” and “{second}”"
