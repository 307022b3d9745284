"""Figures and times of two things in like words are no conflict; of one thing they are."""

from __future__ import annotations

import pytest

from reconcile.models import Models
from tests.discrepancies.aligned import Compare, compared, found

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Another period, place, kind or state is spoken of.
        (
            "Navarro Foods had sales of 2.4 billion euros in the first quarter of 2030.",
            "Navarro Foods had sales of 2.7 billion euros in the second quarter of 2030.",
        ),
        (
            "The maker had revenue of 1.3 billion dollars last year.",
            "The maker had a profit of 96 million dollars last year.",
        ),
        (
            "The upper house passed the bill by 27 votes.",
            "The lower house passed the bill by 102 votes.",
        ),
        (
            "The police made 63 arrests during the match on Sunday.",
            "Medics treated 41 people for injuries during the match on Sunday.",
        ),
        (
            "Marston Foods reported sales of 5.1 billion euros last year.",
            "Halbert Foods had sales of 1.2 billion euros last year.",
        ),
        ("Shares in Noventis fell by 4 percent.", "Shares in Quarrin fell by 9 percent."),
        ("Three of the climbers were found.", "One of the four climbers was found."),
        (
            "The economy of Norway grew by 3.4 percent last year.",
            "The economy of Denmark grew by 2.1 percent last year.",
        ),
    ],
)
def test_figures_of_two_things_do_not_conflict(compare: Compare, left: str, right: str) -> None:
    assert ("quantity", "conflict") not in found(compare(left, right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The police made 63 arrests during the match.", "The police arrested 41 people during the match."),
        # One body by a longer, a shorter name and its initials.
        ("General Motors cut 3,000 jobs.", "GM cut 5,000 jobs."),
        ("The Red Cross treated 30 people.", "The International Red Cross treated 43 people."),
        # Part of a sum, and what a figure is said not to be.
        (
            "The council agreed to cut 600 million euros, including 350 million from schools.",
            "The council agreed to cut 400 million euros.",
        ),
        ("The toll rose to 16 people in the flood.", "The flood left nine dead."),
        ("The clashes resulted in 12 deaths on Monday.", "The clashes cost 15 people their lives on Monday."),
        # The sort of somebody else.
        (
            "The blast killed 12 people and injured a man at the market on Monday.",
            "The blast killed 19 people and injured a woman at the market on Monday.",
        ),
        (
            "The bus-sized asteroid passed within 34,000 kilometres of Earth.",
            "Astronomers tracked the rock as it missed our planet by 340,000 kilometres.",
        ),
    ],
)
def test_figures_of_one_thing_do(compare: Compare, left: str, right: str) -> None:
    assert ("quantity", "conflict") in found(compare(left, right))


def test_what_rose_in_two_months_is_neither_one_rise_nor_one_month(models: Models) -> None:
    group = compared(
        models, "Fuel prices rose by 4 percent in May.", "Fuel prices rose by 6 percent in June."
    )
    assert found(group) == set()
    assert group.summary == "A and B seem to say the same, but not of the same thing or time."


def test_a_value_that_both_sources_have_is_not_held_against_another_of_one(models: Models) -> None:
    group = compared(
        models,
        "The quake injured 300 people in Norrby.",
        "The quake injured 300 people in Norrby. The quake injured 45 people in Norrby itself.",
    )
    assert ("quantity", "conflict") not in found(group)
