"""Sentences in other words that contradict each other: the difference that is why is told as a conflict."""

from __future__ import annotations

import pytest

from reconcile.models import Models
from tests.discrepancies.aligned import compared, contradicted, found, texts_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (
            "The mayor was cleared of taking bribes by the court.",
            "The court convicted the mayor of taking bribes.",
            ["cleared", "convicted"],
        ),
        (
            "The factory makes wooden toys.",
            "Plastic toys are made by the factory.",
            ["wooden toys", "Plastic toys"],
        ),
        (
            "The pilot ignored the warning from the tower.",
            "The pilot obeyed the warning from the tower at once.",
            ["ignored", "obeyed"],
        ),
    ],
)
def test_why_sentences_contradict_each_other_is_a_conflict(
    models: Models, left: str, right: str, why: list[str]
) -> None:
    assert compared(models, left, right).status != "conflict"
    for one, other, words in ((left, right, why), (right, left, why[::-1])):
        group = contradicted(models, one, other)
        assert group.status == "conflict"
        (conflict,) = (d for d in group.discrepancies if d.relation == "conflict")
        assert texts_of(conflict) == words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The tapestry was stolen from the abbey during the night.",
            "Thieves took the tapestry from the abbey overnight.",
        ),
        (
            "The mayor opened the bridge on Monday in front of a large crowd.",
            "In front of hundreds of people the bridge was inaugurated by the mayor on March 3.",
        ),
        (
            "About 40 people were treated in hospital after the fire.",
            "After the blaze 43 people were treated in hospital.",
        ),
    ],
)
def test_what_can_both_be_true_stays_what_it_was(models: Models, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert found(contradicted(models, one, other)) == found(compared(models, one, other))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The court upheld the ban on the party.", "The court refused to lift the ban on the party."),
        ("The judge declined to lift the ban on the march.", "The judge upheld the ban on the march."),
        (
            "The panel cleared the officer of wrongdoing.",
            "The panel found no wrongdoing by the officer.",
        ),
    ],
)
def test_to_refuse_the_opposite_is_no_contradiction(models: Models, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert contradicted(models, one, other).status != "conflict"


def test_two_speakers_who_contradict_each_other_are_no_conflict_of_sources(models: Models) -> None:
    left, right = "The pilot ignored the warning{}.", "The pilot obeyed the warning{}."
    assert contradicted(models, left.format(""), right.format("")).status == "conflict"
    speakers = ", mine owner Rolf Berg said", ", union leader Ana Vidal said"
    group = contradicted(models, left.format(speakers[0]), right.format(speakers[1]))
    assert ("wording", "conflict") not in found(group)
