"""Which words negate a statement, and which negate only a part of it."""

from __future__ import annotations

import pytest

from reconcile.facets.polarity import find_negations
from reconcile.schema import Span
from tests.conftest import Parse

pytestmark = pytest.mark.model


def negations(parse: Parse, text: str) -> list[str]:
    (sentence,) = parse(text)
    return [token.text for token in find_negations(sentence, sentence.span)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge collapsed.", []),
        ("The bridge did not collapse.", ["not"]),
        ("The bridge didn't collapse.", ["n't"]),
        ("The bridge didn’t collapse.", ["n’t"]),
        ("The dam never failed.", ["never"]),
        ("The owner refused to pay.", ["refused"]),
        ("The pump failed to start.", ["failed"]),
        ("The mayor declined to comment.", ["declined"]),
        ("The talks made no progress.", ["no"]),
        ("There was no progress in the talks.", ["no"]),
        ("Nobody was hurt.", ["Nobody"]),
        ("Neither side won.", ["Neither"]),
        ("The minister has no plans to resign.", ["no"]),
        ("The company denied the report.", ["denied"]),
        ("The spokesman did not say when the road would open.", ["not"]),
        ("Neither the mayor nor the council approved the plan.", ["Neither"]),
        ("Hardly anyone voted.", ["Hardly"]),
        ("There was a lack of progress.", ["lack"]),
        ("No flood warning was ever in force.", ["No"]),
        ("The bridge is no longer open.", ["no"]),
        ("The court was unable to reach a verdict.", ["unable"]),
        ("The bank has yet to respond.", ["yet"]),
        ("The firm rejected claims that it paid bribes.", ["rejected"]),
        ("The minister ruled out a new tax.", ["ruled"]),
    ],
)
def test_one_negating_word_negates(parse: Parse, text: str, expected: list[str]) -> None:
    assert negations(parse, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The owner did not refuse to pay.",
        "The company did not deny the report.",
        "Nobody denied that the dam was unsafe.",
        "No one was not hurt.",
        "The minister refused to rule out resigning.",
        "The union has not ruled out a strike.",
    ],
)
def test_two_negations_cancel_out(parse: Parse, text: str) -> None:
    assert len(negations(parse, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The engine failed.",
        "The men who did not vote left the hall.",
        "The two sides reached an agreement without a vote.",
        "Norway won.",
        "The alarm rang not only once.",
        "There is no doubt that the dam broke.",
        "The council did not approve the plan until Friday.",
        "The council dismissed the chief engineer.",
        "It is not clear whether the dam broke.",
        "It is not known who opened the dam.",
    ],
)
def test_what_does_not_negate_the_statement_is_left_alone(parse: Parse, text: str) -> None:
    assert negations(parse, text) == []


def test_only_the_words_inside_the_claim_count(parse: Parse) -> None:
    text = "The bridge stood because the dam did not break."
    (sentence,) = parse(text)
    stood = Span(0, text.index(" because"))
    assert find_negations(sentence, stood) == ()
    assert [t.text for t in find_negations(sentence, Span(text.index("the dam"), len(text)))] == ["not"]


def test_a_stretch_without_words_is_not_negated(parse: Parse) -> None:
    (sentence,) = parse("The bridge stood.")
    assert find_negations(sentence, Span(3, 4)) == ()
