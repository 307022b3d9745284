"""Places compared: the same, inside one another, different."""

from __future__ import annotations

from reconcile.comparison.place import compare_places
from reconcile.schema import PlaceFacet, PlaceKind, Side, Span, Verdict


def place(text: str, kind: PlaceKind, country: str | None, canonical: str | None = None) -> PlaceFacet:
    return PlaceFacet(
        span=Span(0, len(text)), text=text, place_kind=kind, country=country, canonical=canonical or text
    )


TURKEY = place("Turkey", PlaceKind.COUNTRY, "TR", "Türkiye")
TURKIYE = place("Türkiye", PlaceKind.COUNTRY, "TR")
CANADA = place("Canada", PlaceKind.COUNTRY, "CA")
BRITISH_COLUMBIA = place("B.C.", PlaceKind.REGION, "CA", "British Columbia")
ONTARIO = place("Ontario", PlaceKind.REGION, "CA")
VANCOUVER = place("Vancouver", PlaceKind.CITY, "CA")
TORONTO = place("Toronto", PlaceKind.CITY, "CA")


def test_two_names_of_a_country_agree_in_another_form() -> None:
    compared = compare_places(TURKEY, TURKIYE)
    assert (compared.verdict, compared.same_form) == (Verdict.AGREE, False)


def test_everyday_initials_of_a_country_are_the_same_form() -> None:
    left = place("the U.S.", PlaceKind.COUNTRY, "US", "United States")
    right = place("United States", PlaceKind.COUNTRY, "US")
    compared = compare_places(left, right)
    assert (compared.verdict, compared.same_form) == (Verdict.AGREE, True)


def test_a_city_in_its_country_is_more_exact() -> None:
    compared = compare_places(CANADA, VANCOUVER)
    assert (compared.verdict, compared.more_exact) == (Verdict.COMPATIBLE, Side.RIGHT)


def test_a_city_in_its_province_is_more_exact_and_in_another_a_conflict() -> None:
    compared = compare_places(VANCOUVER, BRITISH_COLUMBIA)
    assert (compared.verdict, compared.more_exact) == (Verdict.COMPATIBLE, Side.LEFT)
    assert compare_places(VANCOUVER, ONTARIO).verdict is Verdict.CONFLICT


def test_different_cities_regions_and_countries_conflict() -> None:
    assert compare_places(VANCOUVER, TORONTO).verdict is Verdict.CONFLICT
    assert compare_places(ONTARIO, BRITISH_COLUMBIA).verdict is Verdict.CONFLICT
    assert compare_places(CANADA, TURKEY).verdict is Verdict.CONFLICT
    assert compare_places(VANCOUVER, TURKEY).verdict is Verdict.CONFLICT


def test_a_place_that_no_table_knows_is_left_undecided() -> None:
    hamlet = place("Lower Thrumble", PlaceKind.OTHER, None)
    assert compare_places(hamlet, CANADA).verdict is Verdict.UNDECIDED
    assert compare_places(hamlet, place("Brackmere", PlaceKind.OTHER, None)).verdict is Verdict.UNDECIDED


def test_towns_of_one_name_in_two_countries_conflict() -> None:
    ours, theirs = place("London", PlaceKind.CITY, "GB"), place("London", PlaceKind.CITY, "CA")
    assert compare_places(ours, theirs).verdict is Verdict.CONFLICT
