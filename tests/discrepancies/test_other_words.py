"""Other words for the same thing: which an editor would note, and which are plain synonyms."""

from __future__ import annotations

import pytest

from reconcile.discrepancies.synonyms import are_exchanged
from tests.discrepancies.aligned import Compare, found, of_kind, texts_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("hurt", "injured"),
        ("attorneys", "lawyer"),
        ("stopped by", "visited"),
        ("begun", "started"),
        ("companies", "firm"),
        ("halted", "stopping"),
    ],
)
def test_synonyms_in_any_inflection_are_exchanged(left: str, right: str) -> None:
    assert are_exchanged(left, right)
    assert are_exchanged(right, left)


@pytest.mark.parametrize(
    ("left", "right"), [("captured", "arrested"), ("tiny", "small"), ("town", "village")]
)
def test_what_grades_or_narrows_is_not_exchanged(left: str, right: str) -> None:
    assert not are_exchanged(left, right)


@pytest.mark.model
@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nobody was hurt in the collapse of the crane.", "Nobody was injured in the collapse of the crane."),
        ("The attorney of the driver left the court.", "The lawyer of the driver left the court."),
    ],
)
def test_plain_synonyms_are_no_difference(compare: Compare, left: str, right: str) -> None:
    assert not found(compare(left, right))


@pytest.mark.model
def test_another_verb_between_the_same_things_is_wording(compare: Compare) -> None:
    group = compare(
        "On Sunday the coast guard captured nine smugglers.",
        "The coast guard arrested nine smugglers at the weekend, near the old port.",
    )
    assert texts_of(of_kind(group, "wording")) == ["captured", "arrested"]


@pytest.mark.model
def test_a_verb_of_another_act_is_no_other_word(compare: Compare) -> None:
    group = compare(
        "The coast guard boarded a trawler and towed it to Vardø.",
        "The coast guard towed a ferry and boarded it in Vardø.",
    )
    assert "wording" not in {kind for kind, _ in found(group)}


@pytest.mark.model
def test_different_modifiers_of_one_noun_are_wording(compare: Compare) -> None:
    group = compare(
        "The thieves fled in a white van.", "After the raid the men got away in a grey van, a guard saw."
    )
    assert texts_of(of_kind(group, "wording")) == ["white", "grey"]


@pytest.mark.model
def test_verb_and_term_are_reported_once(compare: Compare) -> None:
    group = compare(
        "The navy captured nine smugglers off the cape.", "The navy arrested nine smugglers off the cape."
    )
    assert [d.kind.value for d in group.discrepancies] == ["wording"]
