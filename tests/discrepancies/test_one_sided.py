"""What one account gives and the other leaves out, leaves open or tells less exactly."""

from __future__ import annotations

import datetime as dt

import pytest

from reconcile.models import Models
from tests.discrepancies.aligned import compared, found, of_kind, texts_of

pytestmark = pytest.mark.model

MONDAY, TUESDAY = dt.date(2031, 3, 3), dt.date(2031, 3, 4)


def test_a_day_that_only_one_account_gives_an_act_is_reported_with_the_others_verb(models: Models) -> None:
    group = compared(
        models,
        "The storm battered the island on March 2.",
        "The storm slammed into the island, tearing roofs off houses.",
    )
    assert texts_of(of_kind(group, "time")) == ["March 2", "slammed"]


def test_how_long_something_took_is_reported_where_only_one_says_it(models: Models) -> None:
    group = compared(
        models,
        "Soldiers blocked the bridge for almost two hours while they searched the car.",
        "Soldiers blocked the bridge and searched the car.",
    )
    assert texts_of(of_kind(group, "time")) == ["almost two hours", "blocked"]


@pytest.mark.parametrize(
    ("dating", "other"),
    [
        ("The storm may hit the island on March 6.", "The storm hit the island, tearing roofs off houses."),
        ("Nobody was hurt in the fire on Sunday.", "Nobody was hurt in the fire."),
        ("The clerk read it in a Sunday newspaper.", "The clerk read it in a newspaper."),
        ("The clerk said on Sunday that the bridge was safe.", "The clerk said that the bridge was safe."),
    ],
)
def test_a_time_of_a_plan_a_noun_or_a_report_is_not_missed(models: Models, dating: str, other: str) -> None:
    assert ("time", "precision") not in found(compared(models, dating, other))


def test_a_day_that_the_other_account_gives_elsewhere_is_not_missing(models: Models) -> None:
    group = compared(
        models,
        "The storm battered the island on March 2.",
        "The storm slammed into the island. It had formed over the sea on March 2.",
    )
    assert ("time", "precision") not in found(group)


@pytest.mark.parametrize(
    ("silent", "telling", "kind", "gap"),
    [
        (
            "The minister did not say when the bridge would reopen.",
            "The bridge will reopen on Thursday.",
            "time",
            "did not say when",
        ),
        (
            "The council has not yet decided how much each family will get.",
            "Each family will get 5,000 euros.",
            "quantity",
            "has not yet decided how much",
        ),
        (
            "It was unclear how many people were on the boat.",
            "There were 52 people on the boat.",
            "quantity",
            "unclear how many",
        ),
        (
            "No date has been set for the hearing.",
            "The hearing will be held on March 20.",
            "time",
            "No date has been set",
        ),
        (
            "The library will stay closed until further notice.",
            "The library will open again on Saturday.",
            "time",
            "until further notice",
        ),
        (
            "There were no immediate reports of deaths in the landslide.",
            "Three people died in the landslide.",
            "quantity",
            "no immediate reports of deaths",
        ),
    ],
)
def test_what_was_open_and_a_later_story_gives_is_an_update(
    models: Models, silent: str, telling: str, kind: str, gap: str
) -> None:
    group = compared(models, silent, telling, days=(MONDAY, TUESDAY))
    assert (kind, "update") in found(group)
    assert texts_of(of_kind(group, kind))[0] == gap


def test_what_one_of_two_accounts_of_a_day_leaves_open_is_precision(models: Models) -> None:
    group = compared(
        models,
        "The minister did not say when the bridge would reopen.",
        "The bridge will reopen on Thursday.",
    )
    assert ("time", "precision") in found(group)


def test_asked_when_something_happened_is_no_open_question(models: Models) -> None:
    group = compared(
        models,
        "The crew did not stop when the bridge was opened.",
        "The bridge was opened on Monday.",
        days=(MONDAY, TUESDAY),
    )
    assert ("time", "update") not in found(group)


def test_a_plan_that_a_later_story_moves_is_an_update(models: Models) -> None:
    group = compared(
        models,
        "The next attempt could take place on Friday.",
        "A new attempt will be made on Saturday.",
        days=(MONDAY, TUESDAY),
    )
    assert ("time", "update") in found(group)


def test_the_site_within_a_city_is_more_exact(models: Models) -> None:
    group = compared(
        models,
        "The clerks were moved to Lisbon.",
        "All the clerks were moved to the embassy in Lisbon.",
    )
    assert texts_of(of_kind(group, "place")) == ["Lisbon", "the embassy in Lisbon"]


@pytest.mark.parametrize(
    "there", ["the city of Lisbon", "Lisbon"], ids=["what the place is", "the place itself"]
)
def test_what_kind_of_place_it_is_is_no_site(models: Models, there: str) -> None:
    group = compared(models, "The clerks were moved to Lisbon.", f"All the clerks were moved to {there}.")
    assert ("place", "precision") not in found(group)


def test_places_that_only_one_account_adds_to_a_list_are_reported(models: Models) -> None:
    group = compared(
        models,
        "Flights between Portugal, Spain and Morocco were cancelled.",
        "Flights between Portugal and Spain were cancelled.",
    )
    assert ("place", "precision") in found(group)


def test_a_kind_that_only_one_account_gives_of_equal_figures_is_reported(models: Models) -> None:
    group = compared(
        models, "The yard had only two welders.", "The yard had only two licensed welders on that day."
    )
    assert ("quantity", "precision") in found(group)


def test_a_prison_term_is_an_amount(models: Models) -> None:
    group = compared(
        models,
        "Prosecutors asked for a prison sentence of up to nine years.",
        "Prosecutors asked for a prison sentence of between seven and nine years.",
    )
    assert ("quantity", "precision") in found(group)
    assert ("time", "precision") not in found(group)


def test_a_model_is_counted_by_its_name(models: Models) -> None:
    group = compared(
        models, "The troops seized seven AK-47s.", "The troops seized 12 AK 47 guns and two grenades."
    )
    assert ("quantity", "conflict") in found(group)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The interview aired earlier this week.", "The interview aired this week."),
        ("The tax fell in the previous year.", "The tax fell the year before."),
        ("He praised the recent closure of the mill.", "He praised the closure of the mill last week."),
    ],
)
def test_a_time_in_other_words_is_not_more_exact(models: Models, left: str, right: str) -> None:
    assert ("time", "precision") not in found(compared(models, left, right))


def test_a_conflict_and_a_more_exact_figure_of_three_accounts_are_two_findings(models: Models) -> None:
    group = compared(
        models,
        "The raid killed 200 rebels by 2008.",
        "The raid killed 300 rebels by 2008.",
        "The raid killed more than 290 rebels by 2008.",
    )
    quantities = {relation for kind, relation in found(group) if kind == "quantity"}
    assert quantities == {"conflict", "precision"}
