"""Comparing names and places is symmetric and reflexive, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.comparison.name import compare_names, name_similarity
from reconcile.comparison.place import compare_places
from reconcile.schema import NameFacet, NameKind, PlaceFacet, PlaceKind, Span, Verdict

WORDS = st.sampled_from(
    [
        "Ada",
        "Rolf",
        "J.",
        "W.",
        "Lindgren",
        "Lindgrén",
        "Okafor",
        "Jr.",
        "al-Rashid",
        "Kim",
        "Jong",
        "Un",
        "Ltd.",
    ]
)
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), st.text(min_size=1, max_size=12))
PLACES = st.one_of(st.sampled_from(["Vancouver", "Ontario", "Canada", "the U.S.", "Odesa", "Gaza"]), TEXTS)


@st.composite
def names(draw: st.DrawFn) -> NameFacet:
    text = draw(TEXTS)
    canonical = draw(st.one_of(st.just(text), TEXTS))
    kind = draw(st.sampled_from(NameKind))
    return NameFacet(span=Span(0, len(text)), text=text, name_kind=kind, canonical=canonical)


@st.composite
def places(draw: st.DrawFn) -> PlaceFacet:
    text = draw(PLACES)
    return PlaceFacet(
        span=Span(0, len(text)),
        text=text,
        place_kind=draw(st.sampled_from(PlaceKind)),
        canonical=draw(st.one_of(st.just(text), PLACES)),
        country=draw(st.sampled_from(["CA", "US", "UA", None])),
    )


@given(left=names(), right=names())
def test_comparing_names_is_symmetric(left: NameFacet, right: NameFacet) -> None:
    assert compare_names(left, right) == compare_names(right, left).mirrored()


@given(facet=names())
def test_a_name_agrees_with_itself(facet: NameFacet) -> None:
    compared = compare_names(facet, facet)
    assert (compared.verdict, compared.same_form) == (Verdict.AGREE, True)


@given(left=TEXTS, right=TEXTS)
def test_similarity_is_symmetric_and_bounded(left: str, right: str) -> None:
    score = name_similarity(left, right)
    assert score == name_similarity(right, left)
    assert 0.0 <= score <= 1.0


@given(left=places(), right=places())
def test_comparing_places_is_symmetric(left: PlaceFacet, right: PlaceFacet) -> None:
    assert compare_places(left, right) == compare_places(right, left).mirrored()


@given(facet=places())
def test_a_place_agrees_with_itself(facet: PlaceFacet) -> None:
    compared = compare_places(facet, facet)
    assert (compared.verdict, compared.same_form) == (Verdict.AGREE, True)
