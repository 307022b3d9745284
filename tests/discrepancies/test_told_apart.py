"""Values that look different and are not, or are of two things."""

from __future__ import annotations

import datetime as dt

import pytest

from reconcile.discrepancies.spellings import find_variants
from reconcile.schema import NameFacet, NameKind, Span
from tests.discrepancies.aligned import Compare, found
from tests.handmade_claims import claim

pytestmark = pytest.mark.model

MONDAY, LATER = dt.date(2031, 3, 3), dt.date(2031, 3, 10)


def test_a_middle_name_is_a_matter_of_wording(compare: Compare) -> None:
    texts = "Adam Berg opened the bridge.", "Adam B. Berg opened the bridge."
    assert found(compare(*texts)) == {("name", "wording")}


def test_another_meeting_after_the_story_is_no_conflict(compare: Compare) -> None:
    texts = "The two leaders met on Sunday.", "The two leaders met on March 8, 2031."
    assert ("time", "conflict") not in found(compare(*texts, days=(MONDAY, LATER)))
    assert ("time", "conflict") in found(compare(*texts, days=(LATER, LATER)))


def test_times_of_two_nouns_date_two_things(compare: Compare) -> None:
    texts = (
        "The ministry acted after Tuesday’s announcement of the court.",
        "The ministry acted after the court’s ruling of June 2030.",
    )
    assert ("time", "conflict") not in found(compare(*texts))


def test_decades_counted_back_exclude_no_year(compare: Compare) -> None:
    texts = "The herd shrank a century ago.", "The herd shrank in 2007."
    assert ("time", "conflict") not in found(compare(*texts))


def test_people_and_supporters_are_counted_together(compare: Compare) -> None:
    texts = "1,800 people had signed the petition.", "Some 2,500 supporters had signed the petition."
    assert "quantity" in {kind for kind, _ in found(compare(*texts))}


def test_a_negation_with_a_curly_apostrophe_is_one(compare: Compare) -> None:
    texts = "The bridge isn’t as safe as they said.", "The bridge isn't as safe as they said."
    assert found(compare(*texts)) == set()


@pytest.mark.parametrize(("written", "noted"), [("Mike", False), ("Mike Berg", True)])
def test_a_first_name_is_no_spelling_of_a_surname(written: str, *, noted: bool) -> None:
    left = claim("A1", f"{written} spoke.", facets=[_person(written, "Mike Berg")])
    right = claim("B1", "Berg spoke.", facets=[_person("Berg", "Michael Berg")])
    fuller = claim("B2", "Michael Berg ran.", facets=[_person("Michael Berg", "Michael Berg")])
    assert bool(list(find_variants([left, right, fuller]))) is noted


def _person(text: str, canonical: str) -> NameFacet:
    return NameFacet(span=Span(0, len(text)), text=text, canonical=canonical, name_kind=NameKind.PERSON)
