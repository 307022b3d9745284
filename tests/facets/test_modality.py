"""How certain a statement is put."""

from __future__ import annotations

import pytest

from reconcile.facets.modality import certainty_of, find_markers
from reconcile.schema import Certainty, Span, Speaker
from tests.conftest import Parse

pytestmark = pytest.mark.model


def speaker(lemma: str, *, quoted: bool = False) -> Speaker:
    span = Span(0, 3)
    return Speaker(text="She", span=span, cue=lemma, cue_span=span, cue_lemma=lemma, quoted=quoted)


def certainty(parse: Parse, text: str, told_by: Speaker | None = None) -> Certainty:
    (sentence,) = parse(text)
    return certainty_of(find_markers(sentence, sentence.span), told_by)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge is closed.", Certainty.ASSERTED),
        ("The company has closed the plant.", Certainty.ASSERTED),
        ("The committee set a limit of ten tonnes.", Certainty.ASSERTED),
        ("The two leaders are to meet in Oslo on Friday.", Certainty.PLANNED),
        ("The ministers will meet in Oslo on Friday.", Certainty.PLANNED),
        ("The ministers won't meet in Oslo on Friday.", Certainty.PLANNED),
        ("The talks are expected to resume.", Certainty.PLANNED),
        ("The firm plans to close the plant.", Certainty.PLANNED),
        ("The meeting is set to begin at noon.", Certainty.PLANNED),
        ("The meeting is due on Monday.", Certainty.PLANNED),
        ("The vote is set for Friday.", Certainty.PLANNED),
        ("Five sailors were set free on Monday.", Certainty.ASSERTED),
        ("A van was set on fire in Tilburg.", Certainty.ASSERTED),
        ("The bridge could collapse.", Certainty.POSSIBLE),
        ("The dam may break.", Certainty.POSSIBLE),
        ("The army is believed to have crossed the river.", Certainty.POSSIBLE),
        ("The company denied the report.", Certainty.DENIED),
        ("The company denied that it had paid bribes.", Certainty.DENIED),
        ("The minister refuted the claim.", Certainty.DENIED),
        ("The council rejected the plan.", Certainty.ASSERTED),
        ("If the river rises, the dam will break.", Certainty.CONDITIONAL),
        ("Should the river rise again, the town will be left.", Certainty.CONDITIONAL),
        ("Had the pump worked, the town would have stayed dry.", Certainty.CONDITIONAL),
        ("It is not clear whether the dam broke.", Certainty.POSSIBLE),
        ("It is not known who opened the dam.", Certainty.POSSIBLE),
        ("The council hoped to sell the hall.", Certainty.PLANNED),
        ("The firm is about to cut 40 jobs.", Certainty.PLANNED),
        ("The firm was supposed to cut 40 jobs.", Certainty.PLANNED),
        ("The firm threatened to cut 40 jobs.", Certainty.POSSIBLE),
        ("The troops have begun to leave the town.", Certainty.ASSERTED),
        ("The firm continued to cut jobs.", Certainty.ASSERTED),
        ("The story is about a dam.", Certainty.ASSERTED),
        ("Police reportedly found a knife.", Certainty.REPORTED),
    ],
)
def test_the_words_of_a_statement_tell_how_certain_it_is(
    parse: Parse, text: str, expected: Certainty
) -> None:
    assert certainty(parse, text) is expected


def test_what_somebody_says_is_reported_unless_it_is_quoted(parse: Parse) -> None:
    text = "The bridge is closed."
    assert certainty(parse, text, speaker("say")) is Certainty.REPORTED
    assert certainty(parse, text, speaker("say", quoted=True)) is Certainty.ASSERTED


def test_what_somebody_denies_is_denied_even_as_a_plan(parse: Parse) -> None:
    assert certainty(parse, "The plant will close.", speaker("deny")) is Certainty.DENIED
    assert certainty(parse, "The plant will close.", speaker("say")) is Certainty.PLANNED


def test_what_is_not_denied_is_not_denied(parse: Parse) -> None:
    assert certainty(parse, "The company did not deny the report.") is not Certainty.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "The mayor left the town because the dam might break.",
        "The mayor, who may resign, opened the school.",
        "The suspected arson damaged the school.",
        "Police arrested a man who allegedly threatened to burn the barn.",
    ],
)
def test_a_modal_of_another_clause_or_a_noun_does_not_mark_the_claim(parse: Parse, text: str) -> None:
    assert certainty(parse, text) is Certainty.ASSERTED


def test_the_claim_of_the_embedded_clause_has_its_modal(parse: Parse) -> None:
    text = "The mayor left the town because the dam might break."
    (sentence,) = parse(text)
    clause = Span(text.index("because"), len(text))
    assert certainty_of(find_markers(sentence, clause), None) is Certainty.POSSIBLE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ship is likely to sail on Monday.", Certainty.POSSIBLE),
        ("It is possible that the dam will break.", Certainty.POSSIBLE),
        ("The minister refused to rule out resigning.", Certainty.POSSIBLE),
        ("The minister has no plans to resign.", Certainty.PLANNED),
        ("Trains are said to be late.", Certainty.REPORTED),
        ("The firm rejected claims that it paid bribes.", Certainty.DENIED),
        ("The club dismissed reports that Moe had signed.", Certainty.DENIED),
        ("The union agreed to end the strike.", Certainty.PLANNED),
        ("The mayor declared the strike to be illegal.", Certainty.REPORTED),
        ("The consulate warned travellers to stay away.", Certainty.REPORTED),
        ("She told him to go.", Certainty.REPORTED),
    ],
)
def test_words_above_the_predicate_mark_it(parse: Parse, text: str, expected: Certainty) -> None:
    assert certainty(parse, text) is expected


def test_a_marker_stands_where_it_says(parse: Parse) -> None:
    text = "The bridge could collapse and the dam will probably break."
    (sentence,) = parse(text)
    first, second = Span(0, text.index(" and")), Span(text.index("the dam"), len(text))
    assert [marker.span.of(text) for marker in find_markers(sentence, first)] == ["could"]
    assert [marker.span.of(text) for marker in find_markers(sentence, second)] == ["will", "probably"]


def test_the_month_of_may_is_no_possibility(parse: Parse) -> None:
    assert certainty(parse, "The bridge closed in May.") is Certainty.ASSERTED
