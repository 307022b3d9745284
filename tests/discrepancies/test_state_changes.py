"""What held in the earlier story and no longer holds in the later one is an update."""

from __future__ import annotations

import datetime as dt

import pytest

from reconcile.models import Models
from tests.discrepancies.aligned import compared, found, of_kind, texts_of

pytestmark = pytest.mark.model

MONDAY, FRIDAY = dt.date(2031, 3, 3), dt.date(2031, 3, 7)
MORNING = dt.datetime(2031, 3, 3, 8, 30, tzinfo=dt.UTC)
EVENING = dt.datetime(2031, 3, 3, 20, 0, tzinfo=dt.UTC)
UPDATE = ("polarity", "update")

CHANGES = [
    ("The road was closed after the slide.", "The road reopened on Friday.", ["closed", "reopened"]),
    ("Three miners are trapped underground.", "The miners were freed on Friday.", ["trapped", "freed"]),
    ("The fire was burning out of control.", "Crews contained the fire.", ["burning", "contained"]),
    ("The rebels hold 12 hostages.", "Soldiers freed the 12 hostages.", ["hold", "freed"]),
]


@pytest.mark.parametrize(("earlier", "later", "words"), CHANGES)
def test_a_state_that_a_later_story_says_has_ended_is_an_update(
    models: Models, earlier: str, later: str, words: list[str]
) -> None:
    group = compared(models, earlier, later, days=(MONDAY, FRIDAY))
    assert texts_of(of_kind(group, "polarity")) == words
    assert UPDATE in found(group)


@pytest.mark.parametrize(("earlier", "later", "words"), CHANGES)
def test_of_stories_of_one_day_or_the_other_order_none_is_told(
    models: Models, earlier: str, later: str, words: list[str]
) -> None:
    assert UPDATE not in found(compared(models, earlier, later))
    assert UPDATE not in found(compared(models, later, earlier, days=(MONDAY, FRIDAY)))


def test_stories_of_one_day_are_ordered_by_the_hour_where_both_give_it(models: Models) -> None:
    earlier, later, _ = CHANGES[0]
    assert UPDATE in found(compared(models, earlier, later, days=(MORNING, EVENING)))
    assert UPDATE not in found(compared(models, earlier, later, days=(EVENING, MORNING)))


def test_states_that_exclude_each_other_may_follow_upon_each_other(models: Models) -> None:
    texts = ("The bridge is closed.", "The bridge is open.")
    assert found(compared(models, *texts)) == {("polarity", "conflict")}
    assert found(compared(models, *texts, days=(MONDAY, FRIDAY))) == {UPDATE}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("The road was closed and may be opened again soon.", "The road opened on Friday."),
        ("The road was closed.", "The road may reopen on Friday."),
        ("The road was closed.", "The tunnel reopened on Friday."),
        ("The road was closed on Monday.", "The road, closed on Monday, reopened on Friday."),
    ],
)
def test_no_change_without_a_state_that_ended_unforeseen(models: Models, earlier: str, later: str) -> None:
    assert UPDATE not in found(compared(models, earlier, later, days=(MONDAY, FRIDAY)))
