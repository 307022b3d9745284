"""Which of two wordings of one thing is the stronger, and which words a quotation changed."""

from __future__ import annotations

import pytest

from reconcile.discrepancies.quoted_words import changes, quoted_words
from tests.discrepancies.aligned import Compare, of_kind

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("stronger", "weaker", "word"),
    [
        ("Anna Berg insisted that the dam is safe.", "Anna Berg said that the dam is safe.", "insisted"),
        ("Anna Berg said that the dam is safe.", "Anna Berg suggested that the dam is safe.", "said"),
        ("Support for the plan is lacking.", "There is very little sign of support for the plan.", "lacking"),
        ("There was no evidence of a leak.", "There was little evidence of a leak.", "no evidence"),
        ("The firm must repay the loan.", "The firm should repay the loan.", "must"),
        ("The firm should repay the loan.", "The firm could repay the loan.", "should"),
        ("A strike is very likely in May.", "A strike is possible in May.", "very likely"),
        ("The storm destroyed the old pier.", "The storm damaged the old pier.", "destroyed"),
    ],
)
def test_the_stronger_of_two_wordings_is_named(
    compare: Compare, stronger: str, weaker: str, word: str
) -> None:
    for group in (compare(stronger, weaker), compare(weaker, stronger)):
        told = [d.explanation for d in group.discrepancies if "stronger" in d.explanation]
        assert any(f": “{word}” is" in explanation for explanation in told)


def test_modals_of_different_acts_are_not_graded(compare: Compare) -> None:
    group = compare("The firm must repay the loan.", "The firm should publish the loan.")
    assert not any("stronger" in d.explanation for d in group.discrepancies)


def altered(left: str, right: str) -> list[tuple[str, str]]:
    return [(change.left, change.right) for change in changes(quoted_words(left), quoted_words(right))]


def test_exactly_the_words_that_differ_are_given() -> None:
    said, heard = "We never saw the red boat leave", "We never saw the blue boat leave again"
    assert altered(said, heard) == [("red", "blue")]
    assert altered("We saw the boat leave", "We never saw the boat leave") == [("", "never")]
    assert altered("It was a very long night here", "It was a long night here") == [("very", "")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The harbour is our favourite colour, he said", "The harbor is our favorite color, he said"),
        ("We organised a defence of the centre", "We organized a defense of the center"),
        ("We don’t know, not yet", "we don't know -- not yet"),
        ("We met the F.B.I. at 6:00", "We met the FBI at 6"),
        ("Sen. Berg told us everything", "Senator Berg told us everything"),
        ("I told him … to leave the house", "I told him very clearly to leave the house"),
        ("I told [the mayor] to leave the house", "I told him to leave the house"),
        ("leave the house at once", "I told him to leave the house at once or else"),
    ],
)
def test_edits_spellings_and_parts_are_no_alterations(left: str, right: str) -> None:
    assert altered(left, right) == []
    assert altered(right, left) == []


def test_the_finding_names_the_words(compare: Compare) -> None:
    group = compare(
        "“We never saw the red boat leave the harbour,” said Anna Berg.",
        "“We never saw the blue boat leave the harbor,” said Anna Berg.",
    )
    assert "“red” in A is “blue” in B" in of_kind(group, "quote").explanation
