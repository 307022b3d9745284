"""Letters that a case-blind pattern takes for others are read as these, and end no run."""

from __future__ import annotations

import datetime as dt

import pytest

from reconcile.discrepancies.strength import wordings
from reconcile.documents.written_dates import read_date
from reconcile.facets.quantity import find_quantities
from reconcile.facets.temporal import find_times
from reconcile.models.parser import SpacyParser
from reconcile.schema import Span
from reconcile.settings import DEFAULT_PARSER

PUBLISHED = dt.date(2025, 3, 5)
TEXT = "Five minutes later in May, dozens of billions were lost, give or take half a million, in six months."


@pytest.mark.model
@pytest.mark.parametrize(("letter", "lookalike"), [("i", "ı"), ("i", "İ"), ("s", "ſ")])
def test_lookalikes_in_words_of_the_tables_are_read(letter: str, lookalike: str) -> None:
    text = TEXT.replace(letter, lookalike)
    (sentence,) = SpacyParser(DEFAULT_PARSER).parse(text, [(Span(0, len(text)), 0)])
    found = [*find_times(sentence, text, PUBLISHED), *find_quantities(sentence, text, ())]
    assert all(facet.text == text[facet.span.start : facet.span.end] for facet in found)
    assert any(lookalike in facet.text for facet in found)


def test_a_dotless_month_is_a_month() -> None:
    stated = read_date("Aprıl 5, 2024")
    assert stated is not None
    assert (stated.text, stated.day) == ("Aprıl 5, 2024", dt.date(2024, 4, 5))


def test_a_dotless_wording_has_its_grade() -> None:
    (plain,), (dotless,) = wordings("It found little sign"), wordings("It found lıttle sıgn")
    assert (plain.scale, plain.grade, plain.span) == (dotless.scale, dotless.grade, dotless.span)
