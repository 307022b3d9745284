"""Which noun phrases a claim has, and what each is to its clause."""

from __future__ import annotations

import pytest

from reconcile.claims import extract_claims
from reconcile.models import Models
from reconcile.schema import Phrase, PhraseRole
from tests.handmade_claims import document

pytestmark = pytest.mark.model


def phrases_of(models: Models, text: str) -> dict[str, Phrase]:
    """The phrases of all claims of ``text`` by their words up to the head."""
    claims = extract_claims(document("A", text), models.parser).claims
    return {phrase.core.of(text): phrase for claim in claims for phrase in claim.phrases}


def test_a_phrase_knows_its_head_and_its_modifiers(models: Models) -> None:
    found = phrases_of(models, "A former senior official visited the harbour on Friday.")
    phrase = found["A former senior official"]
    assert (phrase.head, phrase.role, phrase.governor) == ("official", PhraseRole.SUBJECT, "visit")
    assert phrase.before == ("former", "senior")
    assert not phrase.definite
    assert found["the harbour"].definite


def test_the_full_stop_of_a_title_begins_no_phrase(models: Models) -> None:
    found = phrases_of(models, "Sens. Rufus Blum and Ann Lee filed a suit.")
    assert not any(words.startswith((".", " ")) for words in found)


def test_the_subject_of_a_passive_is_what_is_acted_upon(models: Models) -> None:
    found = phrases_of(models, "The driver was dismissed by the firm.")
    assert found["The driver"].role is PhraseRole.OBJECT
    assert found["the firm"].role is PhraseRole.SUBJECT


def test_an_amount_is_no_head(models: Models) -> None:
    found = phrases_of(models, "The crew sailed to the island with a handful of sailors.")
    assert found["a handful of sailors"].head == "sailor"
    assert (found["the island"].preposition, found["the island"].role) == ("to", PhraseRole.OBLIQUE)


def test_what_is_joined_by_and_stands_apart(models: Models) -> None:
    found = phrases_of(models, "The firm repaired the roof and the tower.")
    assert found["the roof"].role is found["the tower"].role is PhraseRole.OBJECT


def test_phrases_lie_inside_their_claim(models: Models) -> None:
    text = "The mayor of the town, who was elected in May, said the bridge over the river would be closed."
    for claim in extract_claims(document("A", text), models.parser).claims:
        assert all(claim.span.contains(phrase.span) for phrase in claim.phrases)
        assert all(phrase.span.contains(phrase.core) for phrase in claim.phrases)
