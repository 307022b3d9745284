"""Named days that only say what kind of thing something is, and ranges of lengths."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile.models.parser import SpacyParser
from tests.facets.temporal_reading import times

YEAR = 365 * 86_400


def test_three_quarters_of_something_is_a_share_and_no_time(parser: SpacyParser) -> None:
    assert times(parser, "About three-quarters of the homes and three quarters of the shops were dark.") == []
    (lost,) = times(parser, "The mill lost money for three consecutive quarters.")
    assert lost.text == "three consecutive quarters"


@pytest.mark.parametrize(
    "text",
    [
        "The baker was last seen at the Christmas party.",
        "Her aunt taught Sunday school.",
        "The imam led the Friday prayers.",
        "The family left for the Easter holidays.",
    ],
)
def test_a_custom_named_after_a_day_is_no_date(parser: SpacyParser, text: str) -> None:
    assert times(parser, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Thursday attack closed the harbour.", "Thursday"),
        ("The Christmas Eve attack closed the harbour.", "Christmas Eve"),
        ("The harbour closed on Christmas.", "Christmas"),
        ("The Labor Day weekend storm closed the harbour.", "Labor Day weekend"),
    ],
)
def test_a_day_that_dates_what_happened_is_a_date(parser: SpacyParser, text: str, words: str) -> None:
    assert [(time.text, time.interval is not None) for time in times(parser, text)] == [(words, True)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("He faces between seven and nine years in jail.", "between seven and nine years", 7, 9),
        ("He faces seven to nine years in jail.", "seven to nine years", 7, 9),
        ("It is a seven-to-nine-year contract.", "seven-to-nine-year", 7, 9),
        ("It is a 7- to 9-year contract.", "7- to 9-year", 7, 9),
        ("It is for drivers with three or more years of service.", "three or more years", 3, None),
    ],
)
def test_a_range_of_lengths_is_one_time(
    parser: SpacyParser, text: str, words: str, low: int, high: int | None
) -> None:
    (time,) = times(parser, text)
    assert time.text == words
    assert time.length_low == Decimal(low * YEAR)
    assert time.length_high == (None if high is None else Decimal(high * YEAR))


def test_two_lengths_in_different_units_are_no_range(parser: SpacyParser) -> None:
    assert [time.text for time in times(parser, "It took between two weeks and three months.")] == [
        "two weeks",
        "three months",
    ]


def test_a_stray_space_after_a_hyphen_makes_no_time(parser: SpacyParser) -> None:
    assert times(parser, "The recently- hired cook left.") == times(parser, "The recently-hired cook left.")
