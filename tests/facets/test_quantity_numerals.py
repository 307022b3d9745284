"""Numbers in words and digits."""

from __future__ import annotations

import pytest

from reconcile.facets.quantity.numerals import read_numeral, read_ordinal


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("three hundred and two thousand men", 302_000, 30),
        ("ninety-five hundred", 9500, 19),
        ("a hundred and one dogs", 101, 17),
        ("half a dozen", 6, 12),
        ("two thirds of a million", 666_666.6667, 23),
        ("one million and a half", 1_500_000, 22),
        ("five billion and three quarters", 5_750_000_000, 31),
        ("three lakh crore", 3e12, 16),
        ("two hundred point seven one", 200.71, 27),
        ("10 1/2 miles", 10.5, 6),
        ("2½ miles", 2.5, 2),
        ("12,34,567 rupees", 1_234_567, 9),
        ("2.33 million", 2_330_000, 12),
    ],
)
def test_value_and_end(text: str, value: float, length: int) -> None:
    numeral = read_numeral(text, 0)
    assert numeral is not None
    assert float(numeral.value) == pytest.approx(value)
    assert numeral.end == length


@pytest.mark.parametrize("text", ["million", "a man", "hundreds", "and two"])
def test_words_that_begin_no_number(text: str) -> None:
    assert read_numeral(text, 0) is None


def test_between_keeps_two_numbers_apart() -> None:
    numeral = read_numeral("one hundred and two", 0, joins_and=False)
    assert numeral is not None
    assert numeral.value == 100


@pytest.mark.parametrize(("text", "value"), [("twenty-first", 21), ("third", 3), ("112th", 112)])
def test_ordinals(text: str, value: int) -> None:
    numeral = read_ordinal(text, 0)
    assert numeral is not None
    assert numeral.value == value
