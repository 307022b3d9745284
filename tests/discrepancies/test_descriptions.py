"""Descriptions of one thing that stand in for one another in two claims."""

from __future__ import annotations

import pytest

from reconcile.discrepancies.counterpart_features import FEATURES, MODEL
from reconcile.discrepancies.counterparts import content_words, letters
from reconcile.models.weighted_features import BIAS
from tests.discrepancies.aligned import Compare, found, of_kind, texts_of


def test_the_shipped_table_weighs_every_feature() -> None:
    assert set(MODEL.weights) == {*FEATURES, BIAS}


def test_marks_accents_and_national_spelling_make_no_other_words() -> None:
    assert letters("Jürgen O’Hara-Šimić") == letters("Jurgen O'Hara Simic")
    assert content_words("the grey harbours") == content_words("Gray harbors")


@pytest.mark.model
def test_another_noun_for_the_same_person_is_noted(compare: Compare) -> None:
    group = compare(
        "The former Danish intelligence agent Bo Lind wrote the report for the bank.",
        "The bank got the report from Bo Lind, a respected former Danish intelligence officer.",
    )
    values = texts_of(of_kind(group, "name"))
    assert "agent" in values[0]
    assert "officer" in values[1]


@pytest.mark.model
@pytest.mark.parametrize(
    ("description", "relation"),
    [
        ("a former Danish intelligence officer", "wording"),
        ("a respected former Danish intelligence officer in Oslo", "precision"),
    ],
)
def test_a_description_that_tells_more_is_the_more_exact(
    compare: Compare, description: str, relation: str
) -> None:
    group = compare(
        "The former Danish intelligence agent Bo Lind wrote the report for the bank.",
        f"The bank got the report from Bo Lind, {description}.",
    )
    assert of_kind(group, "name").relation.value == relation


@pytest.mark.model
def test_a_likelier_difference_is_surer_but_never_surer_than_its_group(compare: Compare) -> None:
    group = compare(
        "The former Danish intelligence agent Bo Lind wrote the report for the bank.",
        "The bank got the report from Bo Lind, a respected former Danish intelligence officer.",
    )
    assert all(0 < finding.confidence < group.confidence for finding in group.discrepancies)


@pytest.mark.model
@pytest.mark.parametrize(
    ("left", "right"),
    [
        # A title by a newspaper's own rules, an accent, a plain synonym.
        ("Mr. Lind opened the harbour on Monday.", "President Lind opened the harbour on Monday."),
        ("Ana Šimić opened the harbour on Monday.", "Ana Simic opened the harbour on Monday."),
        ("Their new lawyer spoke to the press.", "Their new attorney spoke to the press."),
        # What points back to something described before.
        ("The director thanked the crew.", "The Danish director thanked the crew."),
    ],
)
def test_what_no_editor_would_note_is_left_alone(compare: Compare, left: str, right: str) -> None:
    assert not {kind for kind, _ in found(compare(left, right))} & {"wording"}
