"""What belongs together: the fast way, by shared keys, gives what comparing all with all gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.discrepancies.components import connected, sharing

ITEMS = st.lists(st.frozensets(st.integers(0, 9), max_size=3), max_size=12)


@given(ITEMS)
def test_items_that_share_a_key_belong_together_in_the_same_order(drawn: list[frozenset[int]]) -> None:
    items = list(enumerate(drawn))
    assert sharing(items, lambda item: item[1]) == connected(
        items, lambda one, other: not one[1].isdisjoint(other[1])
    )


def test_a_late_item_joins_what_was_apart() -> None:
    assert sharing(["ab", "cd", "ef", "be"], str) == [["cd"], ["ab", "ef", "be"]]
