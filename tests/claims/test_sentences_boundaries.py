"""Abbreviations, quotations, ellipses, lists and signs: where a news sentence ends and where not."""

from __future__ import annotations

import pytest

from reconcile.claims.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [span.of(text) for span, _ in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Lt. Gov. Hiram Cole, Maj. Gen. Arno Pell and Reps. Noor Aziz and Bo Brink rode along.",
        "“Mr. Speaker, the house is on fire,” he began.",
        "On Monday, U.S. Secretary of State Dana Holt met U.N. Ambassador Iris Vale.",
        "The team from the U.S. Virgin Islands won the Japan-U.S. tie at 5 p.m. Thursday.",
        "Robert P. McCall and J.K. Tarrant read Art. 12 of Harlan v. Ortega on Jan. 9.",
        "Sen. Gus Raab (R-Okla.), her rival, wore No. 5.",
        "SEN. FINCH VISITS GOV. REYES",
        "Norvane Corp. Chief Executive Uma Ray resigned.",
        "Yahoo! Inc. sold its office.",
        "The mayor (who else?) cut the ribbon.",
        "He paused ... then he read on.",
        "The list is at https://www.example.org/a.b/List.html and on Booking.Com too.",
    ],
)
def test_a_mark_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The parts were made in the U.S. | In March they came here.",
        "Most buyers live in the U.S. | Analysts said demand would grow.",
        "The truck was found near Macon, Ga. | Troopers towed it away.",
        "The siren sounded at 6 p.m. | Workers ran for the gate.",
        "The call ended at 11:05 a.m. ET. | Nobody was fired.",
        "He said no. | I left.",
        "It was just my brother and I. | Nobody else came.",
        "The council fell back on Plan B. | It cost twice as much.",
        "The boat capsized. | 30 people were saved.",
        "The dam was built in 1962. | Repairs began in 2003.",
        "The army withdrew. | al-Harith villagers returned.",
        "The deal is dead. ... | We said so in June.",
        "The river rose 4 meters.[3] | Dikes held.",
        "We will win, big! | #floodwatch",
        "We will win, big! | — Ola Brink (@olabrink) May 4",
    ],
)
def test_a_mark_before_the_next_sentence_ends_this_one(text: str) -> None:
    assert sentences(text.replace("| ", "")) == text.split(" | ")


def test_a_tag_that_names_the_speaker_stays_with_the_question() -> None:
    assert sentences('"Is the bridge safe?" Marlowe asked. The mayor nodded.') == [
        '"Is the bridge safe?" Marlowe asked.',
        "The mayor nodded.",
    ]


@pytest.mark.parametrize(
    "following", ["She left by the side door.", "Marlowe said that the mayor had lied.", "Nobody said why."]
)
def test_a_sentence_after_a_quoted_question_stands_alone(following: str) -> None:
    assert sentences(f'"Is the bridge safe?" {following}') == ['"Is the bridge safe?"', following]


def test_a_closing_mark_stays_with_its_sentence() -> None:
    assert sentences("He called it “a quiet catastrophe.” (Nobody lived there.) 'No,' she said.") == [
        "He called it “a quiet catastrophe.”",
        "(Nobody lived there.)",
        "'No,' she said.",
    ]


def test_a_straight_mark_without_spaces_closes_only_what_is_open() -> None:
    assert sentences('"The ferry sank."Nobody drowned.') == ['"The ferry sank."', "Nobody drowned."]
    assert sentences('The ferry sank."Nobody drowned," he said.') == [
        "The ferry sank.",
        '"Nobody drowned," he said.',
    ]


def test_a_closing_mark_after_a_space_stays_with_its_sentence() -> None:
    assert sentences('" The ferry sank. " Nobody drowned.') == ['" The ferry sank. "', "Nobody drowned."]


def test_a_missing_space_still_ends_a_sentence() -> None:
    assert sentences("The mine closed in 1998.Then the town emptied.Mr. Brink left.") == [
        "The mine closed in 1998.",
        "Then the town emptied.",
        "Mr. Brink left.",
    ]


@pytest.mark.parametrize(
    "items",
    [
        ["1. Close the valve", "2. Call the harbour", "3. Wait"],
        ["a) Close the valve", "b) Call the harbour"],
        ["• Close the valve", "• Call the harbour"],
        ["(a) Close the valve.", "(b) Call the harbour."],
    ],
)
def test_each_item_of_a_list_in_one_line_stands_alone(items: list[str]) -> None:
    assert sentences(" ".join(items)) == items


def test_initials_and_figures_in_running_text_are_no_list() -> None:
    text = "A. Smith met B. Jones in room 2. The door was shut"
    assert sentences(text) == ["A. Smith met B. Jones in room 2.", "The door was shut"]
