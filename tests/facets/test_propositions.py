"""What a claim's predicates say of what."""

from __future__ import annotations

import pytest

from reconcile.facets.propositions import find_propositions
from reconcile.schema import Certainty, Polarity, Proposition
from tests.conftest import Parse

pytestmark = pytest.mark.model


def propositions(parse: Parse, text: str) -> tuple[Proposition, ...]:
    (sentence,) = parse(text)
    return find_propositions(sentence, sentence.span, None)


def test_active_and_passive_have_the_same_parts(parse: Parse) -> None:
    (active,) = propositions(parse, "The guard opened the north gate.")
    (passive,) = propositions(parse, "The north gate was opened by the guard.")
    assert (active.predicate, active.core, active.actor) == ("open", ("gate", "north"), ("guard",))
    assert (passive.predicate, passive.core, passive.actor) == ("open", ("gate", "north"), ("guard",))


def test_the_words_above_a_predicate_are_no_propositions_of_their_own(parse: Parse) -> None:
    (one,) = propositions(parse, "The company denied having known of the leak.")
    assert (one.predicate, one.polarity, one.certainty) == ("know", Polarity.NEGATED, Certainty.DENIED)


def test_without_negates_only_what_it_governs(parse: Parse) -> None:
    left, told = propositions(parse, "She left without telling the board.")
    assert (left.polarity, told.polarity) == (Polarity.AFFIRMED, Polarity.NEGATED)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("It is unclear whether the mayor knew of the plan.", "know"),
        ("Officials met to discuss the budget.", "discuss"),
        ("The government should close the plant.", "close"),
        ("Did the mayor know of the plan?", "know"),
    ],
)
def test_questions_purposes_and_demands_state_nothing(parse: Parse, text: str, predicate: str) -> None:
    found = {one.predicate: one.is_stated for one in propositions(parse, text)}
    assert not found[predicate]
