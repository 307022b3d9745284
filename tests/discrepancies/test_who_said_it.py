"""When it matters that sources name different speakers, or only one of them."""

from __future__ import annotations

import pytest

from reconcile.discrepancies import find_discrepancies
from reconcile.discrepancies.speakers import are_one_speaker, is_person
from reconcile.models import Models
from reconcile.schema import ClaimGroup, DiscrepancyKind, Span, Speaker
from tests.discrepancies.aligned import Compare, claims_of, compared, found
from tests.handmade_claims import document

pytestmark = pytest.mark.model


def kinds(compare: Compare, *texts: str) -> set[str]:
    return {kind for kind, _ in found(compare(*texts))}


def test_an_attributed_statement_beside_a_bare_one_is_noted(compare: Compare) -> None:
    texts = "The dam will be closed in May, the mayor said.", "The dam will be closed in May."
    assert "attribution" in kinds(compare, *texts)


def test_a_sentence_that_names_a_speaker_elsewhere_may_mean_all_of_it(models: Models) -> None:
    documents = [
        document("A", "The dam will be closed in May, the mayor said."),
        document("B", "The dam will be closed in May; the mayor said that boats may still pass."),
    ]
    (said,), (bare, more) = (claims_of(each, models) for each in documents)
    assert (bare.speaker, more.speaker is None) == (None, False)
    group = ClaimGroup(id="g1", claims=(said.id, bare.id), confidence=0.9)
    (told,) = find_discrepancies((group,), (said, bare, more), documents)
    assert not [one for one in told.discrepancies if one.kind is DiscrepancyKind.ATTRIBUTION]


def test_who_said_it_is_not_what_differs_between_two_statements(compare: Compare) -> None:
    texts = "The dam has a leak below the gate, the mayor said.", "Engineers found damp walls at the plant."
    assert "attribution" not in kinds(compare, *texts)


def test_a_quotation_shows_itself_whose_it_is(compare: Compare) -> None:
    texts = (
        "“We shall close the dam in May,” the letter said.",
        "We shall close the dam in May.",
    )
    assert "attribution" not in kinds(compare, *texts)


def test_what_somebody_knows_is_not_the_own_word_of_a_source(compare: Compare) -> None:
    texts = (
        "The mayor said he did not know of any leak in the dam.",
        "The mayor did not know of any leak in the dam.",
    )
    assert "attribution" not in kinds(compare, *texts)


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ("a lawyer", "precision"),
        # The agency may have it from the police or from somebody else.
        ("the Nordfoto agency", "wording"),
    ],
)
def test_only_a_person_who_is_described_is_named_by_another_account(
    compare: Compare, other: str, relation: str
) -> None:
    named = "Ines Castelmonte" if relation == "precision" else "the police"
    group = compare(f"The dam will close in May, {named} said.", f"The dam will close in May, {other} said.")
    assert ("attribution", relation) in found(group)


def test_what_somebody_says_of_himself_needs_no_other_speaker(compare: Compare) -> None:
    texts = (
        "Castelmonte says she secretly taped the council meeting in May.",
        "Castelmonte secretly taped the council meeting in May.",
    )
    assert "attribution" not in kinds(compare, *texts)


def test_what_a_speaker_only_mentions_is_not_what_was_said(compare: Compare) -> None:
    texts = (
        "Raising the hourly wage of dam workers, the mayor said.",
        "Raising the hourly wage of dam workers.",
    )
    assert "attribution" not in kinds(compare, *texts)


def test_a_name_that_looks_like_a_participle_begins_a_statement(compare: Compare) -> None:
    texts = "Beijing closed the dam in May, the mayor said.", "Beijing closed the dam in May."
    assert "attribution" in kinds(compare, *texts)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("a former official at the ministry", "a former senior official at the ministry", "precision"),
        ("a senior official", "senior officials", "wording"),
    ],
)
def test_an_unnamed_source_that_is_described_otherwise_is_told(
    models: Models, left: str, right: str, relation: str
) -> None:
    group = compared(models, f"The dam is not safe, {left} said.", f"The dam is not safe, {right} said.")
    assert {kind for kind, _ in found(group)} & {"attribution", "name"}
    assert relation in {its for _, its in found(group)}


def test_police_are_no_unnamed_source(models: Models) -> None:
    group = compared(models, "Police said the dam broke.", "The dam broke, according to the police.")
    assert not found(group)


def test_a_source_that_only_one_names_is_told_unless_the_other_names_it_elsewhere(models: Models) -> None:
    named = "Spokesman Tom Berg said the dam broke."
    group = compared(models, "A spokesman said the dam broke.", named)
    assert ("attribution", "precision") in found(group)
    group = compared(models, "A spokesman said the dam broke. Berg was on duty.", named)
    assert ("attribution", "precision") not in found(group)


def test_a_spokesman_is_no_spokeswoman(models: Models) -> None:
    group = compared(models, "A spokesman said the dam broke.", "A spokeswoman said the dam broke.")
    assert ("attribution", "wording") in found(group)


def test_a_spokesperson_may_be_the_spokeswoman_whichever_comes_first(compare: Compare) -> None:
    texts = "A spokesperson said the dam broke.", "A spokeswoman said the dam broke."
    assert "attribution" not in kinds(compare, *texts)
    assert "attribution" not in kinds(compare, *texts[::-1])


@pytest.mark.parametrize(
    ("resolved", "person"),
    [
        ("Ines Castelmonte", True),
        ("Ludwig van der Berg", True),
        ("Reuters", False),
        ("The Harbour Authority", False),
        ("Lurn Harbour Authority", False),
        ("Bank of Lurn", False),
        ("a spokesman", False),
        (None, False),
    ],
)
def test_who_is_known_by_a_full_name_is_a_person(resolved: str | None, person: bool) -> None:
    speaker = Speaker(text="it", span=Span(0, 2), cue="said", cue_span=Span(3, 7), resolved=resolved)
    assert is_person(speaker) is person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the World Health Organization", "the WHO"),
        ("the European Union", "the EU"),
        ("the F.B.I.", "the Federal Bureau of Investigation"),
        ("Carla Ortega", "Ms Ortega"),
        ("Carla Ortega", "the Peruvian labour minister, Ms. Ortega"),
    ],
)
def test_initials_and_courtesy_titles_make_no_other_speaker(one: str, other: str) -> None:
    assert are_one_speaker(_speaker(one), _speaker(other))
    assert are_one_speaker(_speaker(other), _speaker(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AP", "Ann Peters"),
        ("Mrs Clinton", "Bill Clinton"),
        ("Ms Donald", "Jane MacDonald"),
        ("Mr Lee", "a lawyer for Tom Lee"),
        ("the WHO", "the World Bank"),
    ],
)
def test_other_speakers_are_other_speakers(one: str, other: str) -> None:
    assert not are_one_speaker(_speaker(one), _speaker(other))


def _speaker(text: str) -> Speaker:
    return Speaker(text=text, span=Span(0, len(text)), cue="said", cue_span=Span(90, 94))


@pytest.mark.parametrize(
    ("left", "right", "conflicts"),
    [
        (
            '"We were lucky tonight," coach Renata Quill said.',
            '"We were lucky tonight," said coach Aron Fuchs.',
            True,
        ),
        ('"We were lucky tonight," Renata Quill said.', '"We were lucky tonight," coach Quill said.', False),
        # Who "he" is may be a wrong guess, and two people may well use two words.
        ('"We were lucky tonight," Renata Quill said.', '"We were lucky tonight," he said.', False),
        ('It was "a disgrace", Renata Quill said.', 'It was "a disgrace", Aron Fuchs said.', False),
    ],
)
def test_one_utterance_has_one_speaker(models: Models, left: str, right: str, *, conflicts: bool) -> None:
    assert (("attribution", "conflict") in found(compared(models, left, right))) is conflicts
