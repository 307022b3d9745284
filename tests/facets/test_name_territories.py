"""Names of countries and regions in the tables."""

from __future__ import annotations

import pytest

from reconcile.comparison.towns import cities
from reconcile.facets.names.gazetteer import (
    abbreviated,
    organisation,
    people,
    resolve_territory,
    territory,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Türkiye", "tr"),
        ("Turkey", "tr"),
        ("Czechia", "cz"),
        ("the Czech Republic", "cz"),
        ("Burma", "mm"),
        ("Swaziland", "sz"),
        ("U.S.", "us"),
        ("USA", "us"),
        ("the United States of America", "us"),
        ("Korea, Republic of", "kr"),
        ("Kingdom of Spain", "es"),
        ("St. Lucia", "lc"),
        ("Trinidad & Tobago", "tt"),
        ("Georgia", "ge"),
    ],
)
def test_variants_of_a_country_resolve_to_its_code(name: str, code: str) -> None:
    found = resolve_territory(name)
    assert found is not None
    assert found.code == code


def test_a_pronoun_and_a_city_are_no_country() -> None:
    assert territory("us") is None
    assert territory("Us") is None
    assert resolve_territory("Lyon") is None


def test_states_are_known_by_their_abbreviations() -> None:
    connecticut, columbia = abbreviated("Conn."), abbreviated("B.C.") or resolve_territory("B.C.")
    assert connecticut is not None
    assert columbia is not None
    assert (connecticut.name, columbia.name) == ("Connecticut", "British Columbia")


def test_older_names_of_cities_lead_to_the_city_of_today() -> None:
    assert cities("Kiev")[0] == cities("Kyiv")[0]
    assert cities("Bombay")[0].name == "Mumbai"
    assert cities("Vancouver")[0].region == "ca-bc"


def test_peoples_lead_to_their_country() -> None:
    for form, country in (("Americans", "United States"), ("Dutch", "Netherlands"), ("Turks", "Türkiye")):
        found = people(form)
        assert found is not None
        assert found[0] == country


def test_an_organisation_is_found_with_and_without_dots() -> None:
    assert organisation("F.B.I.") == organisation("FBI") == "Federal Bureau of Investigation"
    assert organisation("Al-Qaida") == organisation("al Qaeda") == "al-Qaeda"
