"""Two versions of one sentence: which changes contradict each other, which are told, which are none."""

from __future__ import annotations

import datetime as dt

import pytest

from reconcile.models import Models
from tests.discrepancies.aligned import edited, found, texts_of

pytestmark = pytest.mark.model

MONDAY, FRIDAY = dt.date(2031, 3, 3), dt.date(2031, 3, 7)


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("Fog was thick when cars piled up on the eastbound lanes near Swindon.", "westbound", "eastbound"),
        (
            "The two terms are to be served concurrently, the district court ruled.",
            "consecutively",
            "concurrently",
        ),
        ("The capsule splashed down in the Pacific Ocean after 11 days in orbit.", "Atlantic", "Pacific"),
        (
            "The freighter Corvina Bay lost power and drifted into a bridge on Monday.",
            "Corona Bay",
            "Corvina Bay",
        ),
        (
            "The agency on Friday upgraded the debt of the island republic by a notch.",
            "downgraded",
            "upgraded",
        ),
        ("The slick was seen by a crew 40 kilometres north of Aberdeen at daybreak.", "south", "north"),
        ("The accused man walked into the court on Monday in a red tie.", "purple", "red"),
    ],
)
def test_words_that_exclude_each_other_conflict(models: Models, left: str, right: str, words: str) -> None:
    group = edited(models, left, left.replace(words, right))
    assert group.status == "conflict"
    (conflict,) = (d for d in group.discrepancies if d.relation == "conflict")
    for text, expected in zip(texts_of(conflict), (words, right), strict=True):
        assert expected in text


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # A synonym, a spelling, an article, another order of a name's parts.
        (
            "The fire began in the cellar of the old town hall.",
            "The fire started in the cellar of the old town hall.",
        ),
        (
            "The harbour was closed to all ships for a whole day.",
            "The harbor was closed to all ships for a whole day.",
        ),
        # More exact, and one of a kind beside the one that is meant.
        (
            "The ships collided off a Polish port on Monday evening in fog.",
            "The ships collided off Gdynia on Monday evening in fog.",
        ),
        (
            "The council will vote on the plan for the old harbour next week.",
            "The council will vote on the plan for the old harbour on Tuesday.",
        ),
        (
            "Thousands of people marched through the capital on Sunday against the reform.",
            "Thousands of people marched through Warsaw on Sunday against the reform.",
        ),
        (
            "The storm hit the northern coast of the island on Monday morning.",
            "The storm hit the northeastern coast of the island on Monday morning.",
        ),
        # Somebody else does something else.
        (
            "Google raised its forecast for the year on Monday.",
            "Meta lowered its forecast for the year on Monday.",
        ),
        # The order of these words tells nothing.
        (
            "The mayor met the bishop in the old town on Monday at noon.",
            "The bishop met the mayor in the old town on Monday at noon.",
        ),
        (
            "On Monday in Paris the ministers signed a treaty on fishing.",
            "In Paris on Monday the ministers signed a treaty on fishing.",
        ),
        # What is added excludes nothing.
        (
            "The mayor opened the bridge over the river in front of a crowd.",
            "The mayor opened the new bridge over the river in front of a crowd.",
        ),
    ],
)
def test_what_may_both_be_true_does_not(models: Models, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert edited(models, one, other).status not in ("conflict", "update")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The train from Oslo to Bergen was carrying 120 people when it left the rails.",
            "The train from Bergen to Oslo was carrying 120 people when it left the rails.",
        ),
        (
            "Arsenal beat Chelsea 2-1 in the final on Sunday.",
            "Chelsea beat Arsenal 2-1 in the final on Sunday.",
        ),
    ],
)
def test_words_that_changed_places_conflict_where_their_order_tells(
    models: Models, left: str, right: str
) -> None:
    assert edited(models, left, right).status == "conflict"


def test_a_change_of_content_words_is_told_at_least(models: Models) -> None:
    group = edited(
        models,
        "The choir sang a psalm at the opening of the museum in Trondheim.",
        "The choir sang a ballad at the opening of the museum in Trondheim.",
    )
    assert any({"psalm", "ballad"} <= set(" ".join(texts_of(d)).split()) for d in group.discrepancies)


def test_two_changes_are_two_statements(models: Models) -> None:
    group = edited(
        models,
        "The youngest victim of the coach crash near Salta was a girl of three.",
        "The oldest survivor of the coach crash near Salta was a man of 88.",
    )
    assert group.status not in ("conflict", "update")


def test_what_was_so_when_it_was_written_may_have_changed_since(models: Models) -> None:
    texts = (
        "The three injured climbers are now at a field clinic in Lukla, their leader said.",
        "The three injured climbers are now at a teaching hospital in Kathmandu, their leader said.",
    )
    kinds = {relation for _, relation in found(edited(models, *texts, days=(MONDAY, FRIDAY)))}
    assert "conflict" not in kinds


def test_a_figure_in_other_words_is_no_second_change(models: Models) -> None:
    group = edited(
        models,
        "The ferry was heading north when it struck the old pier of the harbour at noon.",
        "The ferry was heading south when it struck the old pier of the harbour at 12 p.m.",
    )
    assert group.status == "conflict"


def test_a_change_is_told_of_the_claim_that_it_stands_in(models: Models) -> None:
    told = (
        "A storm hit the north coast on Monday, and the mill, which employs 90 people, has been closed since."
    )
    group = edited(models, told, told.replace("north", "south"))
    (conflict,) = (d for d in group.discrepancies if d.relation == "conflict")
    assert {value.claim[1:] for value in conflict.values} == {"1"}
    assert [value.text for value in conflict.values] == ["north", "south"]


def test_sentences_without_any_change_or_claim_are_nothing(models: Models) -> None:
    same = "The council will vote on the plan for the old harbour next week."
    assert edited(models, same, same).status == "agreement"


def test_short_sentences_conflict_where_only_one_of_two_words_can_be_true(models: Models) -> None:
    group = edited(models, "The village lies north of Hamra.", "The village lies south of Hamra.")
    assert found(group) == {("wording", "conflict")}
    group = edited(models, "The village lies west of Hamra.", "The village lies ahead of Hamra.")
    assert ("wording", "conflict") not in found(group)
