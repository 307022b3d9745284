"""Two figures of two accounts: do they agree, and which is more exact?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile.comparison.quantity import compare_quantities, same_counted
from reconcile.schema import QuantityFacet, Side, Span, Verdict


def facet(
    text: str,
    low: float | None,
    high: float | None,
    *,
    unit: str | None = None,
    counted: str | None = None,
    figure: float | None = None,
    ordinal: bool = False,
) -> QuantityFacet:
    return QuantityFacet(
        span=Span(0, len(text)),
        text=text,
        low=None if low is None else Decimal(str(low)),
        high=None if high is None else Decimal(str(high)),
        figure=None if figure is None else Decimal(str(figure)),
        unit=unit,
        counted=counted,
        ordinal=ordinal,
    )


AROUND_30 = facet("around 30", 27, 33)
MORE_THAN_60 = facet("more than 60", 60, None)


@pytest.mark.parametrize(
    ("left", "right", "same_form"),
    [
        (facet("12", 12, 12), facet("a dozen", 12, 12), False),
        (AROUND_30, facet("some 30", 27, 33), False),
        (facet("12", 12, 12), facet("12", 12, 12), True),
        (facet("2 km", 2, 2, unit="kilometre"), facet("2,000 metres", 2000, 2000, unit="metre"), False),
        (facet("50 pence", 0.5, 0.5, unit="GBP"), facet("£0.50", 0.5, 0.5, unit="GBP"), False),
    ],
)
def test_equal_figures_agree(left: QuantityFacet, right: QuantityFacet, same_form: bool) -> None:
    comparison = compare_quantities(left, right)
    assert (comparison.verdict, comparison.same_form) == (Verdict.AGREE, same_form)


@pytest.mark.parametrize(
    ("exact", "loose"),
    [
        (facet("31", 31, 31), AROUND_30),
        (facet("75", 75, 75), MORE_THAN_60),
        (facet("60", 60, 60), MORE_THAN_60),
        (facet("60", 60, 60), facet("nearly 60", 54, 60)),
        (facet("30 to 32", 30, 32), AROUND_30),
        (MORE_THAN_60, facet("at least 60", 60, None)),
        (facet("27", 27, 27), facet("dozens", 24, 300)),
    ],
)
def test_what_lies_inside_is_more_exact(exact: QuantityFacet, loose: QuantityFacet) -> None:
    comparison = compare_quantities(exact, loose)
    assert (comparison.verdict, comparison.more_exact) == (Verdict.COMPATIBLE, Side.LEFT)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (AROUND_30, facet("45", 45, 45)),
        (facet("50", 50, 50), MORE_THAN_60),
        (facet("nearly 300", 270, 300), facet("more than 300", 300, None)),
        (facet("7.3", 7.3, 7.3, unit="magnitude"), facet("7.6", 7.6, 7.6, unit="magnitude")),
        (facet("2-1", 1, 2, unit="score"), facet("3-1", 1, 3, unit="score")),
        (facet("90 km", 90, 90, unit="kilometre"), facet("40 miles", 40, 40, unit="mile")),
    ],
)
def test_figures_outside_each_other_conflict(left: QuantityFacet, right: QuantityFacet) -> None:
    assert compare_quantities(left, right).verdict is Verdict.CONFLICT


def test_a_conflict_gives_its_reason_in_words() -> None:
    comparison = compare_quantities(facet("50", 50, 50), MORE_THAN_60)
    assert comparison.reason == "50 lies outside more than 60"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (facet("64 km", 64, 64, unit="kilometre"), facet("40 miles", 40, 40, unit="mile")),
        (facet("68F", 68, 68, unit="degree Fahrenheit"), facet("20.1C", 20.1, 20.1, unit="degree Celsius")),
        (
            facet("a third", 33.3333, 33.3333, unit="percent", figure=0.333333),
            facet("33%", 33, 33, unit="percent", figure=33),
        ),
    ],
)
def test_converted_figures_may_be_rounded(left: QuantityFacet, right: QuantityFacet) -> None:
    assert compare_quantities(left, right).verdict is Verdict.COMPATIBLE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (facet("$5", 5, 5, unit="USD"), facet("€5", 5, 5, unit="EUR")),
        (facet("5 percent", 5, 5, unit="percent"), facet("5 points", 5, 5, unit="percentage point")),
        (facet("5 km", 5, 5, unit="kilometre"), facet("5 kg", 5, 5, unit="kilogram")),
        (facet("third", 3, 3, ordinal=True), facet("three", 3, 3)),
        (facet("5 dead", 5, 5, counted="dead"), facet("9 injured", 9, 9, counted="injured")),
        (facet("40", 40, 40, unit="year", counted="age"), facet("40 years", 40, 40, unit="year")),
        (facet("$5 a barrel", 5, 5, unit="USD per barrel"), facet("$5", 5, 5, unit="USD")),
    ],
)
def test_different_things_stay_undecided(left: QuantityFacet, right: QuantityFacet) -> None:
    assert compare_quantities(left, right).verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("person", "people", True),
        ("killed", "dead", True),
        ("woman", "people", True),
        ("man", "woman", False),
        ("Dane", "people", True),
        ("Dane", "Swede", False),
        ("ship", "vessel", True),
        ("ship", "truck", False),
        (None, "truck", True),
        ("truck", "truck", True),
    ],
)
def test_which_nouns_count_the_same(one: str | None, other: str, same: bool) -> None:
    assert same_counted(facet("5", 5, 5, counted=one), facet("5", 5, 5, counted=other)) is same
