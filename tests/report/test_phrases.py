"""What facets were read as, in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reconcile.report.phrases import reading, standing
from reconcile.schema import QuantityFacet, Span, TimeFacet, TimeForm
from tests.report.handmade_reports import mill_fire

SPAN, WORD = Span(0, 4), "word"


@pytest.mark.parametrize(
    ("low", "high", "unit", "shown"),
    [
        ("50", None, None, "50 or more"),
        (None, "3", "kilometre", "3 kilometre or less"),
        ("2.5E+9", "2.5E+9", "USD", "2,500,000,000 USD"),
        ("27.0", "33.0", None, "27 to 33"),
        ("7.30", "7.30", "percent", "7.3 percent"),
        (None, None, None, "any number"),
        ("1E+99999", "1E+99999", None, "1E+99999"),
        ("36.66666666666666666666666667", None, "percent", "36.6667 percent or more"),
        ("3333333.333333333333333333333", None, None, "3,333,333 or more"),
        ("123456789012.00000000000", None, None, "123,456,789,012 or more"),
    ],
)
def test_quantities(low: str | None, high: str | None, unit: str | None, shown: str) -> None:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    facet = QuantityFacet(span=SPAN, text=WORD, low=bounds[0], high=bounds[1], unit=unit)
    assert reading(facet) == f"“word” = {shown}"


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (259_200, 259_200, "3 days"),
        (5_400, 7_200, "90 to 120 minutes"),
        (7_200, None, "2 hours or more"),
        (90, 90, "90 seconds"),
        (3_600, 3_600, "1 hour"),
        (10**40, None, "1.000000000000000000000000000E+40 seconds or more"),
        (None, None, "any length"),
    ],
)
def test_durations(low: int | None, high: int | None, shown: str) -> None:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    facet = TimeFacet(
        span=SPAN, text=WORD, form=TimeForm.DURATION, length_low=bounds[0], length_high=bounds[1]
    )
    assert reading(facet) == f"“word” = {shown}"


def test_a_relative_date_without_an_anchor_is_unresolved() -> None:
    assert reading(TimeFacet(span=SPAN, text=WORD, form=TimeForm.CALENDAR)) == "“word” = unresolved"


def test_a_resolved_speaker_is_named_beside_the_words_of_the_article() -> None:
    claim = mill_fire().claims[0]
    assert claim.speaker is not None
    speaker = replace(claim.speaker, text="Mayor Ina Røst", resolved="Ina Røst", quoted=True)
    assert standing(replace(claim, speaker=speaker)) == "reported; Mayor Ina Røst = Ina Røst (said, quoted)"
