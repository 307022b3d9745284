"""Figures and times of two things in like words are no conflict; of one thing they are."""

from __future__ import annotations

import pytest

from tests.discrepancies.aligned import Compare, found

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
