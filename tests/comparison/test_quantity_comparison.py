"""Two figures of two accounts: do they agree, and which is more exact?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile.comparison.counted import counts_people
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
    approximate: bool = False,
    state: str | None = None,
    bearer: str | None = None,
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
        approximate=approximate,
        state=state,
        bearer=bearer,
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


def age(text: str, years: float, bearer: str | None) -> QuantityFacet:
    return facet(text, years, years, unit="year", counted="age", figure=years, bearer=bearer)


def people(text: str, low: float, counted: str | None = "people", state: str | None = None) -> QuantityFacet:
    return facet(text, low, low, counted=counted, figure=low, state=state)


SEVERAL = facet("several towns", 3, 12, counted="town", approximate=True)
DOZENS = facet("dozens of towns", 24, 300, counted="town", approximate=True)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (age("45", 45, "Anna Kowalski"), age("43", 43, "Tom Lee"), Verdict.UNDECIDED),
        (age("45", 45, "Anna Kowalski"), age("45", 45, "Tom Lee"), Verdict.UNDECIDED),
        (age("45", 45, "Anna Kowalski"), age("43", 43, "Kowalski"), Verdict.CONFLICT),
        (age("45", 45, "Anna Kowalski"), age("43", 43, None), Verdict.UNDECIDED),
        (age("45", 45, "Anna Kowalski"), age("45", 45, "baker"), Verdict.AGREE),
        (age("45", 45, "man"), age("43", 43, "man"), Verdict.CONFLICT),
        (age("45", 45, "man"), age("7", 7, "girl"), Verdict.UNDECIDED),
    ],
)
def test_only_ages_of_one_person_are_compared(
    left: QuantityFacet, right: QuantityFacet, verdict: Verdict
) -> None:
    assert compare_quantities(left, right).verdict is verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (people("12", 12, state="dead"), people("15", 15, state="injured"), Verdict.UNDECIDED),
        (people("12", 12, state="dead"), people("15", 15, state="dead"), Verdict.CONFLICT),
        (people("12", 12, None, "dead"), people("15 people", 15, "people", "dead"), Verdict.CONFLICT),
        (people("12 dead", 12, "dead", "dead"), people("15 people", 15), Verdict.CONFLICT),
        (people("12 people", 12), people("9 workers", 9, "worker"), Verdict.UNDECIDED),
        (people("12 people", 12), people("15 workers", 15, "worker"), Verdict.CONFLICT),
        (people("12 people", 12), people("12 workers", 12, "worker"), Verdict.AGREE),
        (people("12", 12, None), people("9 boats", 9, "boat"), Verdict.UNDECIDED),
        (people("5 states", 5, "state"), people("3 countries", 3, "country"), Verdict.UNDECIDED),
        (people("19 posts", 19, "post"), people("22 embassies", 22, "embassy"), Verdict.UNDECIDED),
        (people("19 missions", 19, "mission"), people("22 outposts", 22, "outpost"), Verdict.CONFLICT),
    ],
)
def test_counts_of_other_people_or_of_a_part_do_not_contradict(
    left: QuantityFacet, right: QuantityFacet, verdict: Verdict
) -> None:
    assert compare_quantities(left, right).verdict is verdict
    assert compare_quantities(right, left).verdict is verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict", "reason"),
    [
        (
            facet("19 towns", 19, 19, counted="town", figure=19),
            SEVERAL,
            Verdict.COMPATIBLE,
            "19 towns is more exact than several towns, which leaves room for it",
        ),
        (
            facet("280 towns", 280, 280, counted="town", figure=280),
            DOZENS,
            Verdict.COMPATIBLE,
            "280 towns is more exact than dozens of towns and within it",
        ),
        (
            facet("2,000 towns", 2000, 2000, counted="town", figure=2000),
            SEVERAL,
            Verdict.CONFLICT,
            "2,000 towns lies outside several towns",
        ),
        (
            facet("300", 300, 300, figure=300),
            facet("over 300", 300, None, figure=300),
            Verdict.COMPATIBLE,
            "300 is the bound that over 300 names",
        ),
        (
            facet("more than 10,000", 10_000, None, figure=10_000),
            facet("at least 10,000", 10_000, None, figure=10_000),
            Verdict.COMPATIBLE,
            "more than 10,000 is more exact than at least 10,000 and within it",
        ),
        (
            facet("the majority", 50, 100, unit="percent", approximate=True),
            facet("75 percent", 75, 75, unit="percent", figure=75),
            Verdict.COMPATIBLE,
            "75 percent is more exact than the majority and within it",
        ),
        (
            facet("three-quarters", 75, 75, unit="percent", figure=0.75),
            facet("more than 80 percent", 80, None, unit="percent", figure=80),
            Verdict.CONFLICT,
            "three-quarters lies outside more than 80 percent",
        ),
        (
            facet("a dozen", 12, 12, figure=12),
            facet("at least 14", 14, None, figure=14),
            Verdict.CONFLICT,
            "a dozen lies outside at least 14",
        ),
        (
            facet("about a dozen", 10.8, 13.2, figure=12, approximate=True),
            facet("at least 14", 14, None, figure=14),
            Verdict.CONFLICT,
            "about a dozen and at least 14 cannot both be true",
        ),
        (
            facet("a dozen", 12, 12, figure=12),
            facet("13", 13, 13, figure=13),
            Verdict.COMPATIBLE,
            "13 and a dozen agree within rounding",
        ),
        (
            facet("1.3 million", 1_300_000, 1_300_000, figure=1_300_000),
            facet("1,284,000", 1_284_000, 1_284_000, figure=1_284_000),
            Verdict.COMPATIBLE,
            "1,284,000 and 1.3 million agree within rounding",
        ),
        (
            facet("61 percent", 61, 61, unit="percent", figure=61),
            facet("61.4 percent", 61.4, 61.4, unit="percent", figure=61.4),
            Verdict.COMPATIBLE,
            "61 percent and 61.4 percent agree within rounding",
        ),
        (
            facet("30", 30, 30, figure=30),
            facet("32", 32, 32, figure=32),
            Verdict.CONFLICT,
            "30 and 32 cannot both be true",
        ),
    ],
)
def test_the_reason_says_how_the_figures_lie(
    left: QuantityFacet, right: QuantityFacet, verdict: Verdict, reason: str
) -> None:
    comparison = compare_quantities(left, right)
    assert (comparison.verdict, comparison.reason) == (verdict, reason)


def test_rates_of_different_times_are_not_compared() -> None:
    hourly = facet("$15 an hour", 15, 15, unit="USD per hour", figure=15)
    yearly = facet("$50,000 a year", 50_000, 50_000, unit="USD per year", figure=50_000)
    assert compare_quantities(hourly, yearly).verdict is Verdict.UNDECIDED
    other = facet("$20 an hour", 20, 20, unit="USD per hour", figure=20)
    assert compare_quantities(hourly, other).verdict is Verdict.CONFLICT


def test_measures_far_apart_are_of_two_things() -> None:
    reach = facet("2,000 kilometres", 2_000, 2_000, unit="kilometre", figure=2_000)
    spread = facet("eight metres", 8, 8, unit="metre", figure=8)
    assert compare_quantities(reach, spread).verdict is Verdict.UNDECIDED
    shorter = facet("1,700 kilometres", 1_700, 1_700, unit="kilometre", figure=1_700)
    assert compare_quantities(reach, shorter).verdict is Verdict.CONFLICT


def test_counts_and_sums_far_apart_conflict_all_the_same() -> None:
    few, many = (
        facet("12 people", 12, 12, counted="people"),
        facet("12,000 people", 12_000, 12_000, counted="people"),
    )
    assert compare_quantities(few, many).verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("figure", "counts"),
    [
        (facet("five people", 5, 5, counted="people"), True),
        (facet("five Swedes", 5, 5, counted="Swedes"), True),
        (facet("five", 5, 5, state="dead"), True),
        (facet("five AK-47s", 5, 5, counted="AK-47"), False),
        (facet("five ships", 5, 5, counted="ship"), False),
        (facet("5 km", 5, 5, unit="kilometre"), False),
    ],
)
def test_which_figures_are_of_people(figure: QuantityFacet, counts: bool) -> None:
    assert counts_people(figure) is counts


def test_a_figure_without_any_bound_contradicts_nothing() -> None:
    loose = facet("far less than the more than $30", None, None, unit="USD", figure=30)
    assert compare_quantities(loose, facet("$19", 19, 19, unit="USD", figure=19)).verdict is Verdict.UNDECIDED


def test_a_figure_far_above_a_lower_bound_is_hardly_what_that_was_meant_for() -> None:
    bound = facet("more than 3.4 million", 3_400_000, None, counted="case")
    far, near = (facet(f"{n:,}", n, n, counted="case") for n in (13_300_000, 3_900_000))
    assert compare_quantities(bound, far).verdict is Verdict.UNDECIDED
    assert compare_quantities(near, bound).verdict is Verdict.COMPATIBLE
