"""Clauses: which parts of a sentence stand as statements of their own."""

from __future__ import annotations

import pytest

from reconcile.claims.clauses import split_clauses
from reconcile.schema import ParsedSentence, Span
from tests.conftest import Parse

pytestmark = pytest.mark.model

CASES = {
    "coordination": (
        "The mayor closed the old harbour bridge on Monday and the council ordered a full inspection of it.",
        ["The mayor closed the old harbour bridge on Monday", "the council ordered a full inspection of it."],
    ),
    "coordination with but": (
        "The rescuers found the climbers alive, but two of them had frozen hands and could not walk on.",
        [
            "The rescuers found the climbers alive",
            "two of them had frozen hands and could not walk on.",
        ],
    ),
    "relative clause": (
        "Firefighters who had worked through the whole night left the burned warehouse shortly before dawn.",
        [
            "Firefighters who had worked through the whole night",
            "left the burned warehouse shortly before dawn.",
        ],
    ),
    "adverbial clause": (
        "The ferry turned back to the port after its engine failed in the middle of the strait.",
        ["The ferry turned back to the port", "after its engine failed in the middle of the strait."],
    ),
    "purpose": (
        "The company sold its northern forests to a state fund to pay back the loans of last year.",
        ["The company sold its northern forests to a state fund", "to pay back the loans of last year."],
    ),
    "fronted event phrase": (
        "After a meeting between the two delegations in Bern, the mediator told reporters that talks go on.",
        [
            "After a meeting between the two delegations in Bern",
            "the mediator told reporters that talks go on.",
        ],
    ),
    "short clauses stay together": (
        "The storm tore roofs off, flooded cellars and cut power.",
        ["The storm tore roofs off, flooded cellars and cut power."],
    ),
    "a mere cue stays with what it reports": (
        "The bridge will stay shut for at least another week, officials said.",
        ["The bridge will stay shut for at least another week, officials said."],
    ),
    "a short statement": ("The plane landed safely.", ["The plane landed safely."]),
}


def clauses(parse: Parse, text: str) -> list[str]:
    return [clause.span.of(text) for sentence in parse(text) for clause in split_clauses(sentence, text)]


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_a_sentence_is_cut_where_a_new_statement_begins(parse: Parse, text: str, expected: list[str]) -> None:
    assert clauses(parse, text) == expected


def test_reported_speech_is_apart_from_a_long_report_of_it(parse: Parse) -> None:
    text = (
        "The minister told a crowded hall of angry farmers on Tuesday evening that the new tunnel under the "
        "mountain would open to all traffic before the end of spring."
    )
    found = clauses(parse, text)
    assert len(found) == 2
    assert found[0].startswith("The minister told a crowded hall")
    assert found[1].endswith("before the end of spring.")


@pytest.mark.parametrize(
    "text",
    [
        "“The dam will hold through the winter and nobody has to leave,” the engineer told the villagers.",
        "The union said the workers “will stay at home until the owner pays what he promised in autumn”.",
        '"The bridge is safe," said the engineer, "and it will stay open through the winter for everybody."',
        "He called it “a dark day for the whole valley and a warning to all who build near the river”.",
        "The board (which met twice in the past week) dismissed the head of the company (a Norwegian).",
    ],
)
def test_no_clause_begins_or_ends_with_a_mark_whose_partner_is_outside(parse: Parse, text: str) -> None:
    partners = {"“": "”", "(": ")"}
    closing = {closer: opener for opener, closer in partners.items()}
    for clause in clauses(parse, text):
        assert clause[0] not in partners or partners[clause[0]] in clause
        assert clause[-1] not in closing or closing[clause[-1]] in clause
        assert not (clause[0] == '"' or clause[-1] == '"') or clause.count('"') % 2 == 0, clause


@pytest.mark.parametrize("text", [text for text, _ in CASES.values()])
def test_every_clause_is_headed_by_a_word_of_its_sentence(parse: Parse, text: str) -> None:
    for sentence in parse(text):
        assert all(clause.head in sentence.tokens for clause in split_clauses(sentence, text))


def test_less_than_three_words_are_no_statement(parse: Parse) -> None:
    assert clauses(parse, "Really?") == []
    assert clauses(parse, "Not yet.") == []
    assert clauses(parse, "It may rain.") == ["It may rain."]


def test_a_sentence_without_words_has_no_clauses() -> None:
    assert split_clauses(ParsedSentence(span=Span(0, 3), tokens=()), "   ") == ()
