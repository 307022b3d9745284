"""Plans, possibilities and doubts that one account has and the other has not."""

from __future__ import annotations

import datetime as dt

import pytest

from reconcile.models import Models
from tests.discrepancies.aligned import compared, found, of_kind, texts_of

pytestmark = pytest.mark.model

DAYS = (dt.date(2031, 3, 3), dt.date(2031, 3, 4))


def test_a_firm_plan_differs_from_an_expected_one(models: Models) -> None:
    group = compared(
        models,
        "The charges are expected to include wire fraud.",
        "The charges will include wire fraud.",
    )
    assert ("modality", "wording") in found(group)


def test_a_possibility_differs_from_a_plan(models: Models) -> None:
    group = compared(models, "The move could undermine the inquiry.", "The move will hinder the inquiry.")
    assert ("modality", "wording") in found(group)


def test_what_is_considered_and_later_done_is_an_update(models: Models) -> None:
    group = compared(
        models,
        "The grain trader is weighing a bid for the mill.",
        "The grain trader has offered 40 million euros for the mill.",
        days=DAYS,
    )
    assert ("modality", "update") in found(group)


@pytest.mark.parametrize("hedged", ["a potential danger", "a possible danger"])
def test_a_hedged_noun_differs_from_a_plain_one(models: Models, hedged: str) -> None:
    group = compared(
        models, f"The fire poses {hedged} to drivers.", "The fire posed a threat to drivers there."
    )
    assert texts_of(of_kind(group, "modality")) == [hedged, "a threat"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The court scheduled a hearing on May 3.", "Both sides will offer arguments on May 3."),
        ("Clerks can use the program to read letters.", "Clerks use the program to read letters."),
        ("The mayor declared Monday to be a holiday.", "Monday is a holiday."),
        ("The clerk would only say that the pump is broken.", "The clerk said that the pump is broken."),
    ],
)
def test_what_is_as_certain_is_no_difference(models: Models, left: str, right: str) -> None:
    assert "modality" not in {kind for kind, _ in found(compared(models, left, right))}


@pytest.mark.parametrize(
    ("plan", "act"),
    [
        (
            "The regional commission may open proceedings against the mayor.",
            "The regional commission opened proceedings against the mayor.",
        ),
        ("Buses may replace the trains in the valley.", "In the valley, buses took the place of the trains."),
    ],
)
def test_a_plan_and_the_act_are_one_finding(models: Models, plan: str, act: str) -> None:
    assert found(compared(models, plan, act, days=DAYS)) == {("modality", "update")}


@pytest.mark.parametrize(("score", "differ"), [(0.7, False), (0.95, True)])
def test_a_hedge_on_another_verb_needs_surely_one_statement(
    models: Models, score: float, differ: bool
) -> None:
    group = compared(
        models,
        "The court said the dam inquiry apparently ended in May.",
        "The court closed the dam inquiry in May.",
        score=score,
    )
    assert (("modality", "wording") in found(group)) is differ
