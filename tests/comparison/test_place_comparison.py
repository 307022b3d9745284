"""Places compared: the same, inside one another, different."""

from __future__ import annotations

import pytest

from reconcile.comparison.place import compare_places
from reconcile.schema import PlaceFacet, PlaceKind, Side, Span, Verdict


def place(
    text: str,
    kind: PlaceKind,
    country: str | None,
    canonical: str | None = None,
    region: str | None = None,
) -> PlaceFacet:
    return PlaceFacet(
        span=Span(0, len(text)),
        text=text,
        place_kind=kind,
        country=country,
        canonical=canonical or text,
        region=region,
    )


def other(text: str) -> PlaceFacet:
    return place(text, PlaceKind.OTHER, None)


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


def test_the_short_form_of_a_state_is_the_same_form() -> None:
    compared = compare_places(BRITISH_COLUMBIA, place("British Columbia", PlaceKind.REGION, "CA"))
    assert (compared.verdict, compared.same_form) == (Verdict.AGREE, True)


@pytest.mark.parametrize(
    ("city", "country", "region"),
    [
        ("Palermo", "IT", "Sicily"),
        ("Lashkar Gāh", "AF", "Helmand"),
        ("Mosul", "IQ", "Nineveh"),
        ("Multan", "PK", "Punjab"),
    ],
)
def test_cities_lie_in_the_provinces_of_their_country(city: str, country: str, region: str) -> None:
    inner, outer = place(city, PlaceKind.CITY, country), place(region, PlaceKind.REGION, country)
    compared = compare_places(inner, outer)
    assert (compared.verdict, compared.more_exact) == (Verdict.COMPATIBLE, Side.LEFT)


def test_the_side_of_a_country_is_more_exact_and_opposite_sides_conflict() -> None:
    iraq = place("Iraq", PlaceKind.COUNTRY, "IQ")
    north, south, east = (
        place(f"{side} Iraq", PlaceKind.COUNTRY, "IQ", "Iraq") for side in ("northern", "southern", "eastern")
    )
    assert compare_places(iraq, north).more_exact is Side.RIGHT
    assert compare_places(north, south).verdict is Verdict.CONFLICT
    assert compare_places(north, east).verdict is Verdict.UNDECIDED
    city = compare_places(place("Mosul", PlaceKind.CITY, "IQ"), north)
    assert (city.more_exact, "can lie in" in city.reason) == (Side.LEFT, True)
    assert compare_places(north, TURKEY).verdict is Verdict.CONFLICT


def test_parts_of_the_world_hold_their_countries() -> None:
    egypt = place("Egypt", PlaceKind.COUNTRY, "EG")
    assert compare_places(egypt, other("North Africa")).more_exact is Side.LEFT
    assert compare_places(other("Africa"), other("North Africa")).more_exact is Side.RIGHT
    assert compare_places(other("Middle East"), other("North Africa")).verdict is Verdict.UNDECIDED
    assert compare_places(CANADA, other("North Africa")).verdict is Verdict.CONFLICT
    assert compare_places(VANCOUVER, other("North America")).more_exact is Side.LEFT


def test_a_district_lies_in_its_city_and_a_gulf_in_its_ocean() -> None:
    city = place("New York", PlaceKind.CITY, "US", "New York City")
    assert compare_places(place("Brooklyn", PlaceKind.OTHER, "US"), city).more_exact is Side.LEFT
    assert compare_places(other("Gulf of Aden"), other("Indian Ocean")).more_exact is Side.LEFT
    assert compare_places(other("Gulf of Aden"), other("Black Sea")).verdict is Verdict.UNDECIDED


def test_a_name_of_both_a_city_and_its_state_is_no_other_city() -> None:
    city = place("New York", PlaceKind.CITY, "US", "New York City")
    assert compare_places(city, place("Buffalo", PlaceKind.CITY, "US")).verdict is Verdict.UNDECIDED
    assert compare_places(city, place("Denver", PlaceKind.CITY, "US")).verdict is Verdict.CONFLICT


def test_towns_of_one_name_are_told_apart_by_their_state() -> None:
    ours = place("Springfield", PlaceKind.CITY, "US", region="us-il")
    theirs = place("Springfield", PlaceKind.CITY, "US", region="us-mo")
    plain = place("Springfield", PlaceKind.CITY, "US")
    assert compare_places(ours, theirs).verdict is Verdict.CONFLICT
    assert compare_places(ours, plain).verdict is Verdict.AGREE
