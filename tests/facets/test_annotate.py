"""Facets of all kinds beside each other in one claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.models import Models
from reconcile.pipeline import extract

pytestmark = pytest.mark.model


def test_the_letters_of_a_currency_are_no_name(models: Models, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Damage was put at $US1 million, the council said.\n", encoding="utf-8")
    facets = [facet for claim in extract([path], models=models).claims for facet in claim.facets]
    assert [facet.text for facet in facets] == ["$US1 million"]


def test_a_name_inside_what_is_counted_stays_one(models: Models, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Some 30 NATO countries agreed on the plan.\n", encoding="utf-8")
    facets = [facet for claim in extract([path], models=models).claims for facet in claim.facets]
    assert {facet.text for facet in facets} == {"Some 30 NATO countries", "NATO"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The train ran at 140 kilometres an hour.", ["140 kilometres an hour"]),
        ("A magnitude-6.4 earthquake struck at noon.", ["6.4", "noon"]),
    ],
)
def test_the_hour_of_a_speed_is_no_time_and_a_magnitude_no_label(
    models: Models, tmp_path: Path, text: str, expected: list[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{text}\n", encoding="utf-8")
    facets = [facet for claim in extract([path], models=models).claims for facet in claim.facets]
    assert [facet.text for facet in facets] == expected
