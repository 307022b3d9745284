"""When one source affirms what another negates, and when only the words look so."""

from __future__ import annotations

import datetime as dt

import pytest

from reconcile.models import Models
from tests.discrepancies.aligned import Compare, compared, found, of_kind, texts_of

pytestmark = pytest.mark.model

MONDAY, FRIDAY = dt.date(2031, 3, 3), dt.date(2031, 3, 7)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The talks made progress.", "The talks made no progress."),
        ("A flood warning was in force.", "No flood warning was ever in force."),
        ("The guard opened the gate.", "The gate was never opened."),
        ("The alarm went off.", "No alarm sounded."),
        ("The owner paid the fine.", "The owner failed to pay the fine."),
        ("The company had received an offer.", "The company denied that it had received an offer."),
        ("The church tower collapsed.", "The church tower was still standing."),
        ("The council approved the plan.", "The council never approved the plan."),
        ("He left the hall after the vote in Oslo.", "He did not leave the hall after the vote in Oslo."),
        ("She resigned after the vote in Oslo.", "She did not resign after the vote in Oslo."),
        # The office is beside the name, or left out.
        (
            "The finance minister, Maria Lopez, resigned on Monday after a row over the budget.",
            "Lopez did not resign on Monday after a row over the budget.",
        ),
        ("The mayor, Ann Lee, backed the plan.", "Mayor Ann Lee opposed the plan."),
        (
            "The court has acquitted the former manager Jens Rohloff of fraud.",
            "Jens Rohloff was convicted of fraud by judges in Frankfurt.",
        ),
        ("The ferry had 15 guests, and all died there.", "The ferry had 15 guests, and none died there."),
    ],
)
def test_one_predicate_of_the_same_things_conflicts(compare: Compare, left: str, right: str) -> None:
    assert ("polarity", "conflict") in found(compare(left, right))
    assert ("polarity", "conflict") in found(compare(right, left))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The north gate was opened.", "The south gate was not opened."),
        (
            "The Labour Party supports the bill on nuclear energy.",
            "The Green Party opposes the bill on nuclear energy.",
        ),
        (
            "Minister Peter Kohler supported the tax plan on Monday.",
            "Minister Anna Kohler opposed the tax plan on Monday.",
        ),
        (
            "Peter Kohler's son was arrested in Berlin on Monday over the theft.",
            "Kohler was not arrested in Berlin on Monday over the theft.",
        ),
        ("She resigned after the vote in Oslo.", "He did not resign after the vote in Oslo."),
        ("He resigned after the vote in Oslo.", "He did not resign before the vote in Oslo."),
        ("He left after the first vote in Oslo.", "He did not leave after the vote in Oslo."),
        ("She resigned after the vote in Oslo.", "She did not resign after the fire at the mill."),
        ("The council approved the plan.", "The council did not approve the budget."),
        ("Anna Berg signed the letter.", "Karl Huber did not sign the letter."),
        ("The minister refused to rule out a strike ban.", "The minister did not rule out a strike ban."),
        ("The mayor knew of the leak.", "It is unclear whether the mayor did not know of the leak."),
        ("The plant may close.", "The plant may not close."),
        ("The guard opened the gate.", "If the guard had not opened the gate, the boat would have sunk."),
        ("The ministers met on March 3, 2031.", "The ministers did not meet on March 5, 2031."),
        ("There is no doubt that the dam broke.", "The dam broke."),
    ],
)
def test_other_things_doubts_and_questions_do_not(compare: Compare, left: str, right: str) -> None:
    assert "polarity" not in {kind for kind, _ in found(compare(left, right))}


def test_a_source_that_gives_both_sides_contradicts_nobody(compare: Compare) -> None:
    group = compare(
        "The gate was opened, the union said. The gate was not opened, the company said.",
        "The gate was opened.",
    )
    assert "polarity" not in {kind for kind, _ in found(group)}


def test_what_had_not_happened_yet_may_have_happened_since(compare: Compare) -> None:
    texts = ("The court has not yet charged the driver.", "The court charged the driver.")
    assert ("polarity", "update") in found(compare(*texts, days=(MONDAY, FRIDAY)))
    assert ("polarity", "conflict") in found(compare(*texts, days=(MONDAY, MONDAY)))


def test_the_values_are_the_words_that_negate_and_affirm(compare: Compare) -> None:
    group = compare("No alarm sounded.", "The alarm went off.")
    assert texts_of(of_kind(group, "polarity")) == ["No alarm sounded", "went off"]
    assert "A negates what the other affirms" in of_kind(group, "polarity").explanation


@pytest.mark.parametrize(
    ("none", "some"),
    [
        ("No one was hurt in the fire.", "Two people were hurt in the fire."),
        ("There were no injuries in the fire.", "A guard and two firemen were injured in the fire."),
        ("No deaths were reported in the storm.", "The storm killed four people."),
    ],
)
def test_nobody_against_a_count_is_a_conflict(models: Models, none: str, some: str) -> None:
    group = compared(models, none, some)
    assert ("polarity", "conflict") in found(group)


@pytest.mark.parametrize(
    ("none", "some"),
    [
        ("No one else was hurt in the fire.", "Two people were hurt in the fire."),
        ("No one was killed in the fire.", "Two people were hurt in the fire."),
        ("No one was seriously hurt in the fire.", "Two people were hurt in the fire."),
    ],
)
def test_nobody_else_and_another_harm_are_no_conflict(models: Models, none: str, some: str) -> None:
    assert "conflict" not in {relation for _, relation in found(compared(models, none, some))}


def test_harm_that_a_later_story_counts_is_an_update(models: Models) -> None:
    days = (dt.date(2031, 3, 4), dt.date(2031, 3, 5))
    group = compared(models, "No one was hurt.", "Two people were hurt.", days=days)
    assert ("polarity", "update") in found(group)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The jury found Berg guilty.", "The jury found Berg not guilty."),
        ("The strike was called off.", "The strike went ahead."),
        ("The court upheld the ban.", "The court overturned the ban."),
    ],
)
def test_outcomes_that_exclude_each_other_conflict(models: Models, left: str, right: str) -> None:
    assert ("polarity", "conflict") in found(compared(models, left, right))


def test_a_weekday_that_may_lie_ahead_or_back_keeps_no_two_claims_apart(models: Models) -> None:
    # "the plan … on Monday" may be of a Monday to come, "was approved on Monday" is of the last one.
    group = compared(
        models,
        "The harbour council rejected the plan for a new pier on Monday evening.",
        "On Monday evening the plan for a new pier was approved by the council of the harbour.",
    )
    assert ("polarity", "conflict") in found(group)


def test_a_verb_is_told_with_its_particle(models: Models) -> None:
    group = compared(
        models,
        "The union accepted the offer of the railway on Thursday.",
        "The railway's offer was turned down by the union on Thursday.",
    )
    assert texts_of(of_kind(group, "polarity")) == ["accepted", "turned down"]


@pytest.mark.parametrize(
    ("left", "right", "conflicts"),
    [
        ("He was acquitted of bribery.", "The court convicted him of bribery.", True),
        ("He was acquitted of bribery.", "The court convicted her of bribery.", False),
        ("He was acquitted of bribery.", "The court convicted him of fraud.", False),
        ("The suspect denied the charge.", "The suspect admitted the charge.", True),
        # What was begun or managed was done; what was tried need not have been.
        ("Hale went on to work for the campaign.", "Hale did not work for the campaign.", True),
        ("The minister managed to sell the airline.", "The minister did not sell the airline.", True),
        ("The minister tried to sell the airline.", "The minister did not sell the airline.", False),
    ],
)
def test_verbs_say_whether_it_was_done(models: Models, left: str, right: str, *, conflicts: bool) -> None:
    assert (("polarity", "conflict") in found(compared(models, left, right))) is conflicts
