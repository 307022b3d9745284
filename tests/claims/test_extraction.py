"""From a document to its claims: what becomes one, who says it, and where it stands."""

from __future__ import annotations

import pytest

from reconcile.claims import extract_claims
from reconcile.models import Models
from reconcile.schema import Claim, ClaimRole, Document
from tests.anchoring import assert_claims_anchored
from tests.handmade_claims import document

pytestmark = pytest.mark.model

ARTICLE = (
    "Ferry runs aground off Sandvik\r\n\r\nBy Liv Berg\r\n\r\n"
    "SANDVIK (NTB) - An old ferry with 80 passengers ran aground near Sandvik on Tuesday night.\r\n\r\n"
    "“The hull is torn open along ten metres of its length,” Captain Odd Lie said. "
    "He asked for two tugs.\r\n\r\n"
    "Advertisement\r\n\r\n"
    "The owner denied that the crew had been asleep on the bridge.\r\n"
)


def claims_of(source: Document, models: Models) -> tuple[Claim, ...]:
    return extract_claims(source, models.parser).claims


def test_an_article_becomes_its_statements_without_furniture_and_dateline(models: Models) -> None:
    texts = [claim.text for claim in claims_of(document("A", ARTICLE), models)]
    assert texts[:2] == [
        "Ferry runs aground off Sandvik",
        "An old ferry with 80 passengers ran aground near Sandvik on Tuesday night.",
    ]
    assert not [text for text in texts if "Liv Berg" in text or "Advertisement" in text or "NTB" in text]
    assert texts[-1] == "The owner denied that the crew had been asleep on the bridge."


def test_all_claims_are_exact_slices_that_do_not_overlap(models: Models) -> None:
    source = document("A", ARTICLE)
    assert_claims_anchored(claims_of(source, models), source)


def test_the_headline_is_marked(models: Models) -> None:
    roles = [claim.role for claim in claims_of(document("A", ARTICLE), models)]
    assert roles[0] is ClaimRole.HEADLINE
    assert set(roles[1:]) == {ClaimRole.BODY}


def test_a_quoted_claim_has_its_speaker_and_the_cue(models: Models) -> None:
    torn = next(c for c in claims_of(document("A", ARTICLE), models) if "torn open" in c.text)
    assert torn.speaker is not None
    assert torn.speaker.quoted
    assert (torn.speaker.name, torn.speaker.cue, torn.speaker.cue_lemma) == ("Odd Lie", "said", "say")
    assert next(quote.of(ARTICLE) for quote in torn.parts.quotes).startswith("The hull is torn open")


def test_a_claim_told_by_nobody_has_no_speaker(models: Models) -> None:
    ran = next(c for c in claims_of(document("A", ARTICLE), models) if "80 passengers" in c.text)
    assert ran.speaker is None
    assert ran.predicate == "run"
    assert ran.parts.subject is not None
    assert ran.parts.subject.of(ARTICLE) == "An old ferry with 80 passengers"


@pytest.mark.parametrize(
    ("text", "speaker", "predicate"),
    [
        ("“We won,” said Ann Lee, whose house stands by the river.", "Ann Lee", "win"),
        ("The dam broke, an aide to the governor said on condition of anonymity.", "an aide", "break"),
        ("Ann Lee, who is visiting Oslo, said the dam broke.", "Ann Lee", "break"),
        ("According to the report, which was published on Friday, the dam broke.", "the report", "break"),
        ("Vik Radio quoted the governor as saying that the dam broke.", "the governor", "break"),
        ("The firm said in a letter to the union that the dam broke.", "The firm", "break"),
        ("The dam, which officials call safe, broke.", None, "break"),
        ("The council sold the hall without asking the residents.", None, "sell"),
    ],
)
def test_a_short_statement_keeps_its_verb_and_its_speaker(
    models: Models, text: str, speaker: str | None, predicate: str
) -> None:
    (claim,) = claims_of(document("A", text), models)
    told = claim.speaker.text if claim.speaker else None
    assert (told or "").startswith(speaker or "")
    assert ((told is None), claim.predicate) == ((speaker is None), predicate)


def test_the_end_of_a_quotation_beside_who_said_it_is_the_speakers(models: Models) -> None:
    text = "“I give this to my old mother in Bergen, who never could read,” Borg said on the stage."
    *_, last = claims_of(document("A", text), models)
    assert last.text.startswith("who never could read")
    assert last.speaker is not None
    assert last.speaker.text == "Borg"


def test_a_verdict_is_nobodys_report(models: Models) -> None:
    (claim,) = claims_of(document("A", "A jury found him guilty of fraud."), models)
    assert claim.speaker is None


def test_text_before_the_body_is_not_read(models: Models) -> None:
    front = "---\ntitle: The old dam broke at night\n---\n"
    text = front + "The new dam is still standing."
    source = document("A", text, body_start=len(front))
    assert [claim.text for claim in claims_of(source, models)] == ["The new dam is still standing."]


def test_ids_are_the_letter_of_the_source_and_a_number_from_one(models: Models) -> None:
    found = claims_of(document("C", "The old dam broke at dawn. Nobody in the town was hurt."), models)
    assert [claim.id for claim in found] == ["C1", "C2"]


@pytest.mark.parametrize("text", ["", "\n", "Yes.", "\u200b\u202e\n\x00"])
def test_a_text_without_statements_has_no_claims(models: Models, text: str) -> None:
    assert claims_of(document("A", text), models) == ()
