"""Other words put in places of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.discrepancies.rewording import rewritten
from reconcile.schema import Span

TEXT = "The ferry 🛳 left the harbour on Monday, the owner said."
PLACES = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 50), st.integers(1, 9))


@given(PLACES, st.sets(PLACES))
def test_a_text_with_its_own_words_put_in_stays_what_it_is(within: Span, places: set[Span]) -> None:
    own = {place: place.of(TEXT) for place in places}
    assert rewritten(TEXT, within, own) == within.of(TEXT)


@given(PLACES, PLACES)
def test_words_stand_where_they_are_put(within: Span, place: Span) -> None:
    found = rewritten(TEXT, within, {place: "<>"})
    if within.contains(place):
        before, after = TEXT[within.start : place.start], TEXT[place.end : within.end]
        assert found == f"{before}<>{after}"
    else:
        assert found == within.of(TEXT)
