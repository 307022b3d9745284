"""The content words of a claim."""

from __future__ import annotations

import pytest

from reconcile.facets.terms import content_terms
from reconcile.schema import AnyFacet, NameFacet, NameKind, PlaceFacet, PlaceKind, Span
from tests.conftest import Parse

pytestmark = pytest.mark.model


def terms(parse: Parse, text: str, *facets: AnyFacet) -> tuple[str, ...]:
    (sentence,) = parse(text)
    return content_terms(sentence, sentence.span, facets)


def place(text: str, words: str, canonical: str) -> PlaceFacet:
    start = text.index(words)
    return PlaceFacet(
        span=Span(start, start + len(words)), text=words, place_kind=PlaceKind.COUNTRY, canonical=canonical
    )


def person(text: str, words: str) -> NameFacet:
    start = text.index(words)
    return NameFacet(
        span=Span(start, start + len(words)), text=words, name_kind=NameKind.PERSON, canonical=words
    )


def test_words_stand_as_lemmas_without_function_words(parse: Parse) -> None:
    assert terms(parse, "The dams above the towns broke.") == ("dam", "town", "break")


def test_a_word_that_stands_twice_is_given_once(parse: Parse) -> None:
    assert terms(parse, "The dam broke and another dam held.").count("dam") == 1


def test_a_place_stands_as_its_canonical_name_whatever_its_spelling(parse: Parse) -> None:
    ours, theirs = "The flood reached Türkiye.", "The flood reached Turkey."
    assert terms(parse, ours, place(ours, "Türkiye", "Turkey")) == terms(
        parse, theirs, place(theirs, "Turkey", "Turkey")
    )


def test_two_romanisations_of_a_name_are_one_term(parse: Parse) -> None:
    ours, theirs = "Zelenskyy met the farmers.", "Zelenskiy met the farmers."
    assert terms(parse, ours, person(ours, "Zelenskyy")) == terms(parse, theirs, person(theirs, "Zelenskiy"))


def test_only_the_words_inside_the_claim_are_given(parse: Parse) -> None:
    text = "The dam broke because the rain fell."
    (sentence,) = parse(text)
    assert content_terms(sentence, Span(0, text.index(" because")), ()) == ("dam", "break")
