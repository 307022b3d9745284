"""Numbers as news prints them, and the round numbers beside them."""

from __future__ import annotations

import math
from functools import cache

WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
NAMED: dict[int, tuple[str, ...]] = {
    12: ("a dozen",),
    24: ("two dozen",),
    36: ("three dozen",),
    30: ("thirty",),
    40: ("forty",),
    50: ("fifty",),
    60: ("sixty",),
    100: ("a hundred", "one hundred"),
    200: ("two hundred",),
    500: ("five hundred",),
    1000: ("a thousand", "one thousand"),
    2000: ("two thousand",),
    500_000: ("half a million",),
    1_000_000: ("a million", "one million"),
}


@cache
def numerals(number: float) -> tuple[str, ...]:
    """All ways to print the number, the usual one first."""
    if number != int(number):
        return (f"{number:,.1f}",)
    whole = int(number)
    words = (WORDS[whole],) if 2 <= whole <= 20 else ()
    millions = (f"{whole / 1e6:g} million",) if whole >= 1_100_000 and whole % 10_000 == 0 else ()
    if whole < 10 and words:
        return (*words, f"{whole}")
    return (f"{whole:,}", *words, *NAMED.get(whole, ()), *millions)


def is_round(number: float) -> bool:
    """Whether print may mean a number near it: 500, 1,200, 45,000."""
    return number >= 100 and number % (10 ** math.floor(math.log10(number) - 1)) == 0 and number % 50 == 0


def rounded(number: float, digits: int) -> float:
    """The number with so many significant digits."""
    return float(f"{number:.{digits}g}")


def steps(number: float) -> tuple[float, float]:
    """The coarse steps to round by: for 523, 100 and 50."""
    ten = 10.0 ** math.floor(math.log10(number))
    return ten, ten / 2


def below(number: float, step: float) -> float:
    """The largest multiple of ``step`` under the number."""
    return (math.ceil(number / step - 1e-9) - 1) * step


def above(number: float, step: float) -> float:
    """The smallest multiple of ``step`` over the number."""
    return (math.floor(number / step + 1e-9) + 1) * step
