"""Quotation marks: which words stand inside."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.claims.quotations import find_quotations


def quoted(text: str, start: int = 0) -> list[str]:
    return [span.of(text) for span in find_quotations(text, start)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“Go home,” she said. “It is late.”", ["Go home,", "It is late."]),
        ('"Go home," she said.', ["Go home,"]),
        ("She called it “a ‘grave’ mistake” twice.", ["a ‘grave’ mistake"]),
        ("‘We can’t go on,’ he said. The workers’ union agreed.", ["We can’t go on,"]),
        ("It's the crew's fault, he said: 'We can't go on,' and left.", ["We can't go on,"]),
        ('A 5\'10" man said "hello, all." Then he left.', ["hello, all."]),
        ("«Nous partons», a-t-il dit.", ["Nous partons"]),
        ("„Wir gehen“, sagte sie.", ["Wir gehen"]),
        ("The so-called “wall of “sand” held.", ["wall of “sand"]),
        ('He left “for good." Nobody saw it.', ["for good."]),
        ("Nobody's dog, nobody’s cat, rock 'n' roll.", []),
        ('" The boat sank ", he said.', ["The boat sank"]),
    ],
)
def test_inner_text_is_found(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


def test_quotation_that_reopens_in_each_paragraph() -> None:
    text = "“First.\n\n“Second. Still second.\n\n“Third,” he said."
    assert quoted(text) == ["First.", "Second. Still second.", "Third,"]


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert quoted("“It goes on and on.\n\nThe rain fell.") == ["It goes on and on."]


def test_quotation_closed_in_a_later_line_covers_the_lines_between() -> None:
    assert quoted('"It sank fast.\nWe swam.\nThen help came." The crew left.') == [
        "It sank fast.",
        "We swam.",
        "Then help came.",
    ]


def test_search_begins_at_start() -> None:
    assert quoted("“One” and “two”", 5) == ["two"]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»s", max_size=120))
def test_quotations_are_trimmed_ordered_and_apart(text: str) -> None:
    found = find_quotations(text)
    assert all(span.of(text).strip() == span.of(text) for span in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
