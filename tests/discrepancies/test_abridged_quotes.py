"""A quotation of which one source leaves something out."""

from __future__ import annotations

import pytest

from tests.discrepancies.aligned import Compare, found, of_kind, texts_of

pytestmark = pytest.mark.model


def test_words_that_only_one_source_quotes_are_told(compare: Compare) -> None:
    group = compare(
        "The mayor called the report “a heap of rumours.”",
        "The mayor called the report “a heap of rumours and a waste of paper.”",
    )
    assert ("quote", "precision") in found(group)
    assert "and a waste of paper" in of_kind(group, "quote").explanation


def test_a_beginning_left_out_is_told_with_both_quotations(compare: Compare) -> None:
    group = compare(
        "“Frankly speaking, the bridge is not safe,” the mayor said.",
        "The mayor said “the bridge is not safe.”",
    )
    assert texts_of(of_kind(group, "quote"))[1] == "the bridge is not safe."


@pytest.mark.parametrize(
    "texts",
    [
        ("He said “the bridge is not safe.”", "He said “the bridge is not safe.”"),
        # The words left out stand in the same article.
        ("He said “the bridge is not safe.” “Nor is the tunnel,” he said.",
         "He said “the bridge is not safe, nor is the tunnel.”"),
        # A word in quotation marks is a term and not an utterance.
        ("He called it “unsafe.”", "He called it “unsafe for all traffic.”"),
    ],
)  # fmt: skip
def test_what_is_no_abridgement(compare: Compare, texts: tuple[str, str]) -> None:
    assert ("quote", "precision") not in found(compare(*texts))


def test_a_quoted_word_that_only_moved_is_not_told_as_missing_from_both(compare: Compare) -> None:
    group = compare(
        "“Our country is, and always will remain, a friend,” Keller said.",
        "“Our country is, and will always remain, a friend,” Keller said.",
    )
    explanation = of_kind(group, "quote").explanation
    assert "stands elsewhere" in explanation
    assert "only" not in explanation
