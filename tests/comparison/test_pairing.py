"""Which figures of two claims are set against each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.comparison import pair_facets
from reconcile.comparison.compare import compare
from reconcile.schema import FacetKind, Interval, QuantityFacet, Span, TimeFacet, TimeForm, Verdict
from tests.handmade_claims import claim, count

FIGURES = st.builds(lambda low, more: count("x", low, low + more), st.integers(0, 6), st.integers(0, 3))


def paired(ours: list[QuantityFacet], theirs: list[QuantityFacet]) -> list[tuple[str, str, Verdict]]:
    left, right = claim("A1", "left", facets=ours), claim("B1", "right", facets=theirs)
    pairs = pair_facets(left, right, FacetKind.QUANTITY)
    return [(pair.left.text, pair.right.text, pair.comparison.verdict) for pair in pairs]


def test_what_agrees_is_paired_before_what_contradicts() -> None:
    two, three, again, four = count("two", 2), count("three", 3), count("3", 3), count("four", 4)
    for ours in permutations([two, three]):
        for theirs in permutations([again, four]):
            assert paired(list(ours), list(theirs)) == [
                ("three", "3", Verdict.AGREE),
                ("two", "four", Verdict.CONFLICT),
            ]


def test_what_is_compatible_is_paired_before_what_contradicts() -> None:
    exact, rough, other = count("45", 45), count("40 to 50", 40, 50), count("9", 9)
    assert paired([other, exact], [rough]) == [("45", "40 to 50", Verdict.COMPATIBLE)]


def test_things_of_different_sorts_are_not_paired() -> None:
    assert paired([count("3", 3, counted="ship")], [count("4", 4, counted="village")]) == []


def test_facets_of_another_kind_are_not_looked_at() -> None:
    day = TimeFacet(
        span=Span(0, 6),
        text="Monday",
        form=TimeForm.CALENDAR,
        interval=Interval(dt.date(2031, 5, 5), dt.date(2031, 5, 6)),
    )
    left, right = claim("A1", "left", facets=[day]), claim("B1", "right", facets=[count("3", 3)])
    assert all(pair_facets(left, right, kind) == () for kind in FacetKind)
    assert compare(day, count("3", 3)).verdict is Verdict.UNDECIDED


@given(st.lists(FIGURES, max_size=4), st.lists(FIGURES, max_size=4))
def test_each_figure_is_used_once_and_none_that_could_be_paired_is_left(
    ours: list[QuantityFacet], theirs: list[QuantityFacet]
) -> None:
    left, right = claim("A1", "left", facets=ours), claim("B1", "right", facets=theirs)
    pairs = pair_facets(left, right, FacetKind.QUANTITY)
    assert len({id(pair.left) for pair in pairs}) == len({id(pair.right) for pair in pairs}) == len(pairs)
    used = {id(pair.left) for pair in pairs} | {id(pair.right) for pair in pairs}
    assert not [
        (a, b)
        for a in ours
        for b in theirs
        if not {id(a), id(b)} & used and compare(a, b).verdict is not Verdict.UNDECIDED
    ]


@given(st.lists(FIGURES, max_size=4), st.lists(FIGURES, max_size=4))
def test_the_number_that_agrees_does_not_depend_on_the_side(
    ours: list[QuantityFacet], theirs: list[QuantityFacet]
) -> None:
    forth = [verdict for *_, verdict in paired(ours, theirs)]
    back = [verdict for *_, verdict in paired(theirs, ours)]
    assert forth.count(Verdict.AGREE) == back.count(Verdict.AGREE)


@pytest.mark.parametrize("kind", list(FacetKind))
def test_claims_without_facets_have_no_pairs(kind: FacetKind) -> None:
    assert pair_facets(claim("A1", "left"), claim("B1", "right"), kind) == ()


def age_of(bearer: str | None, years: int) -> QuantityFacet:
    return replace(count(str(years), years, counted="age"), unit="year", bearer=bearer)


def test_an_age_belongs_to_the_person_whom_both_claims_name() -> None:
    named = claim("A1", "Anna Kowalski, 45, won.", facets=[age_of("Anna Kowalski", 45)])
    same = claim("B1", "Kowalski won; she was 43.", facets=[age_of(None, 43)])
    other = claim("B2", "The winner was 43.", facets=[age_of(None, 43)])
    pairs = pair_facets(named, same, FacetKind.QUANTITY)
    assert [pair.comparison.verdict for pair in pairs] == [Verdict.CONFLICT]
    assert pairs[0].right is same.facets[0]
    assert pair_facets(named, other, FacetKind.QUANTITY) == ()


def test_the_name_helps_nothing_where_several_ages_stand() -> None:
    named = claim("A1", "Anna Kowalski, 45, won.", facets=[age_of("Anna Kowalski", 45)])
    both = claim("B1", "Kowalski won; she was 43, he 47.", facets=[age_of(None, 43), age_of(None, 47)])
    assert pair_facets(named, both, FacetKind.QUANTITY) == ()
