"""What looks like a conflict or an addition in news and is none."""

from __future__ import annotations

import datetime as dt

import pytest

from reconcile.models import Models
from tests.discrepancies.aligned import DAY, compared, found, of_kind, texts_of

pytestmark = pytest.mark.model


def test_times_of_two_acts_do_not_conflict(models: Models) -> None:
    group = compared(
        models,
        "The letter was printed in the club's yearbook in 1994.",
        "Despite admitting on Tuesday that he knew it, the mayor says the letter was printed there.",
    )
    assert ("time", "conflict") not in found(group)


@pytest.mark.parametrize(
    "before",
    ["Officials believe that a rocket likely hit the barge.", "A rocket may have hit the barge."],
)
def test_a_belief_about_the_past_is_no_plan_that_came_true(models: Models, before: str) -> None:
    days = (dt.date(2031, 3, 3), dt.date(2031, 3, 4))
    group = compared(models, before, "The barge was struck by a rocket.", days=days)
    assert ("modality", "update") not in found(group)


@pytest.mark.parametrize("some", ["six new", "six more", "another six", "six extra"])
def test_what_comes_on_top_does_not_conflict_with_the_total(models: Models, some: str) -> None:
    group = compared(
        models,
        f"The clerk has applied to {some} offices.",
        "In all, the clerk has applied to 20 offices.",
    )
    assert ("quantity", "conflict") not in found(group)


def test_times_of_one_act_conflict(models: Models) -> None:
    group = compared(
        models, "The tanker sank off the coast on Sunday.", "The tanker sank off the coast on Monday."
    )
    assert ("time", "conflict") in found(group)


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("The trial begins on 4 May.", "The trial begins on Monday, 5 May.", "time"),
        ("The gunman held out for two hours.", "The gunman held out for almost three hours.", "time"),
        ("The plane took off at 9:15 a.m.", "The plane took off at 9:50 a.m.", "time"),
        ("The court gave him 18 months in prison.", "He was sentenced to two years in prison.", "quantity"),
        ("The vote was 52 to 48.", "The vote was 53 to 47.", "quantity"),
    ],
)
def test_one_act_has_one_time_and_one_result(models: Models, left: str, right: str, kind: str) -> None:
    assert (kind, "conflict") in found(compared(models, left, right))


def test_who_took_the_chair_and_who_took_the_train_are_two_acts(models: Models) -> None:
    group = compared(models, "Lee took the train on Monday.", "Lee took the chair on Tuesday.")
    assert ("time", "conflict") not in found(group)


def test_whom_an_article_names_elsewhere_it_need_not_name_again(models: Models) -> None:
    named = "Tom Hale won the vote."
    assert ("name", "precision") in found(compared(models, named, "The mayor won the vote."))
    group = compared(models, named, "The mayor won the vote. Hale thanked the town.")
    assert ("name", "precision") not in found(group)


def test_everyday_names_of_a_country_are_one(models: Models) -> None:
    group = compared(models, "The pact was signed by America.", "The pact was signed by the United States.")
    assert "name" not in {kind for kind, _ in found(group)}


@pytest.mark.parametrize(
    ("ours", "theirs", "differs"),
    [
        ("mother ship", "mother vessel", True),
        ("Café Vik", "Cafe\u0301 Vik", False),
        ("reckless", "rash", False),
    ],
)
def test_terms_of_two_words_are_quoted_to_the_letter(
    models: Models, ours: str, theirs: str, differs: bool
) -> None:
    group = compared(models, f"Lee called it a “{ours}”.", f"Lee called it a “{theirs}”.")
    assert (("quote", "wording") in found(group)) is differs


def test_what_happens_on_one_day_does_not_happen_on_another(models: Models) -> None:
    group = compared(
        models,
        "The port will reopen on Sunday.",
        "The port will not reopen on Monday.",
        days=(dt.date(2031, 3, 4), dt.date(2031, 3, 5)),
    )
    assert not {("time", "conflict"), ("time", "update")} & found(group)


def test_recently_is_not_dated_by_another_act(models: Models) -> None:
    group = compared(
        models,
        "Having recently moved to the valley, the clerk sued the bank.",
        "The clerk sued the bank on Monday.",
    )
    assert ("time", "precision") not in found(group)


def test_recently_is_dated_by_the_same_act(models: Models) -> None:
    group = compared(models, "The clerk recently sued the bank.", "The clerk sued the bank on Monday.")
    assert ("time", "precision") in found(group)


def test_what_comes_on_top_is_no_other_count(models: Models) -> None:
    group = compared(
        models,
        "Five drivers are also expected to testify this week.",
        "Nine drivers are expected to testify this week.",
    )
    assert ("quantity", "conflict") not in found(group)


def test_what_stands_before_a_figure_makes_no_kind_of_what_is_counted(models: Models) -> None:
    plain = "Four clerks left the harbour office."
    assert ("quantity", "precision") not in found(
        compared(models, plain, "The heroic four clerks left the harbour office.")
    )
    assert ("quantity", "precision") in found(
        compared(models, plain, "Four senior clerks left the harbour office.")
    )


def test_two_counts_of_one_thing_conflict(models: Models) -> None:
    group = compared(
        models,
        "Five drivers are expected to testify this week.",
        "Nine drivers are expected to testify this week.",
    )
    assert ("quantity", "conflict") in found(group)


def test_who_defends_himself_does_not_contradict_the_source_of_the_charge(models: Models) -> None:
    group = compared(
        models,
        "Several farmers claimed that the inspector misled the council.",
        "“I did not mislead the council,” the inspector said.",
    )
    assert ("polarity", "conflict") not in found(group)


def test_the_same_name_at_the_start_of_a_sentence_is_whole(models: Models) -> None:
    text = "He wants a new deal. New York Gov. Dana Marlow signed the ferry bill."
    group = compared(models, "On Sunday, New York Gov. Dana Marlow signed the ferry bill.", text)
    assert ("place", "conflict") not in found(group)


def test_a_country_before_what_is_its_own_is_no_place_of_the_act(models: Models) -> None:
    group = compared(
        models,
        "The summit in Texas brought together the envoy and the premier.",
        "The summit brought together U.S. envoy Carl Brandt and the premier.",
    )
    assert ("place", "precision") not in found(group)


def test_one_man_is_not_named_for_several(models: Models) -> None:
    group = compared(
        models, "Three senators opposed the ferry bill.", "Senator Dana Marlow opposed the ferry bill."
    )
    assert not any(d.explanation.startswith("one names") for d in group.discrepancies)


def test_one_man_is_named_for_one(models: Models) -> None:
    group = compared(models, "A senator opposed the ferry bill.", "Dana Marlow opposed the ferry bill.")
    assert set(texts_of(of_kind(group, "name"))) == {"A senator", "Dana Marlow"}


def test_what_is_current_is_not_dated(models: Models) -> None:
    group = compared(
        models, "The town keeps its current policy on ferries.", "The town keeps its policy on ferries."
    )
    assert ("time", "precision") not in found(group)


def test_a_sum_that_is_only_supposed_contradicts_none(models: Models) -> None:
    group = compared(
        models,
        "The council will raise the ferry fare to 12 euros next year.",
        "If the council were to raise the ferry fare to 9 euros next year, it would lose money.",
    )
    assert "conflict" not in {relation for _, relation in found(group)}


def test_sums_conflict_where_the_other_words_are_of_one_thing(models: Models) -> None:
    group = compared(
        models,
        "The ferry was carrying 900 tonnes of salt, according to the harbour office.",
        "The ferry was carrying 1,400 tonnes of salt, according to its agent.",
    )
    assert ("quantity", "conflict") in found(group)


def test_a_toll_that_a_later_story_says_has_risen_is_an_update(models: Models) -> None:
    group = compared(
        models,
        "The collision injured 14 people, the coast guard said.",
        "The number of people hurt in the collision has risen to 17, the coast guard said.",
        days=(dt.date(2031, 3, 5), dt.date(2031, 3, 7)),
    )
    assert ("quantity", "update") in found(group)


def test_the_same_word_on_another_day_of_publication_is_no_other_time(models: Models) -> None:
    days = (dt.date(2031, 3, 6), dt.date(2031, 3, 13))
    told = "She will be heard by the judges on Friday."
    group = compared(models, told, f"{told[:-1]}, her lawyer said.", days=days)
    assert not found(group) & {("time", "conflict"), ("time", "update")}


def test_the_day_of_a_thing_is_not_the_day_of_what_is_told_of_it(models: Models) -> None:
    group = compared(
        models,
        "Thursday’s announcement follows a ruling of the Port Ellis court.",
        "An announcement followed a ruling of the Port Ellis court in January.",
    )
    assert ("time", "conflict") not in found(group)
    moved = compared(models, "Tuesday’s strike stopped all trains.", "Wednesday’s strike stopped all trains.")
    assert ("time", "conflict") in found(moved)


def test_examples_of_who_was_hurt_may_be_others(models: Models) -> None:
    group = compared(
        models,
        "In August, 12 people, including five soldiers, were killed in an attack on a hotel in Sarrat.",
        "In August, 12 people, including four doctors, were killed in an attack on a hotel in Sarrat.",
    )
    assert ("quantity", "conflict") not in found(group)
    same = compared(
        models,
        "In August, 12 people, including five soldiers, were killed in an attack on a hotel in Sarrat.",
        "In August, 12 people, including four soldiers, were killed in an attack on a hotel in Sarrat.",
    )
    assert ("quantity", "conflict") in found(same)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The raid would have violated his rights.", "The raid violated his rights."),
        ("On Thursday the judge will appear before the senate.", "The judge is before the senate."),
    ],
)
def test_what_would_have_been_or_merely_is_is_no_plan_that_came_true(
    models: Models, before: str, after: str
) -> None:
    days = (dt.date(2031, 3, 3), dt.date(2031, 3, 4))
    group = compared(models, before, after, days=days, score=0.95)
    assert ("modality", "update") not in found(group)


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        ("The fire has burned 1,000 acres.", "The fire has burned 2,500 acres.", "update"),
        ("The fire has burned 2,500 acres.", "The fire has burned 1,000 acres.", "conflict"),
        (
            "The storm caused damage of 15 million euros.",
            "The damage that the storm caused has risen to 22 million euros.",
            "update",
        ),
        ("The tower is 120 metres high.", "The tower is 140 metres high.", "conflict"),
        ("The bank raised its rate by 2 percent.", "The bank raised its rate by 5 percent.", "conflict"),
        (
            "The mayor met workers on the 12th day of the strike.",
            "The mayor met workers on the 14th day of the strike.",
            "update",
        ),
    ],
)
def test_a_measure_that_grows_is_updated_by_a_later_story(
    models: Models, before: str, after: str, relation: str
) -> None:
    group = compared(models, before, after, days=[DAY, DAY + dt.timedelta(days=2)])
    assert found(group) == {("quantity", relation)}


def test_a_lesser_office_is_no_more_exact_one(models: Models) -> None:
    left, right = "A state attorney opened the inquiry.", "An assistant state attorney opened the inquiry."
    assert not any(relation == "precision" for _, relation in found(compared(models, left, right)))
