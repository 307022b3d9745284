"""Laws that hold for every figure and every pair of figures."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reconcile.comparison.quantity import compare_quantities
from reconcile.facets.quantity import find_quantities
from reconcile.facets.quantity.numerals import read_numeral
from reconcile.schema import ParsedSentence, QuantityFacet, Span, Verdict

RATES = ["count per day", "count per week", "USD per hour", "USD per year"]
UNITS = st.sampled_from(
    [None, "USD", "EUR", "percent", "kilometre", "mile", "degree Celsius", "score", "year", *RATES]
)
MODIFIERS = st.sampled_from(["", "about ", "nearly ", "more than ", "at least ", "up to "])
VALUES = st.decimals(min_value=-1000, max_value=100_000, places=1, allow_nan=False, allow_infinity=False)
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
TEENS = [*ONES.split(), "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
PIECES = [
    "about",
    "$",
    "30",
    "2.5",
    "m",
    "a",
    "dozen",
    "half",
    "of",
    "the",
    "-",
    "to",
    "km",
    "two",
    "and",
    "%",
    "third",
]


@st.composite
def facets(draw: st.DrawFn) -> QuantityFacet:
    low, high = sorted((draw(VALUES), draw(VALUES)))
    point = draw(st.booleans())
    text = draw(MODIFIERS) + "figure"
    return QuantityFacet(
        span=Span(0, len(text)),
        text=text,
        low=draw(st.sampled_from([low, low, None])) if not point else low,
        high=low if point else draw(st.sampled_from([high, high, None])),
        unit=draw(UNITS),
        figure=low if point and draw(st.booleans()) else None,
        counted=draw(st.sampled_from([None, "people", "dead", "worker", "ship", "age"])),
        approximate=draw(st.booleans()),
        ordinal=draw(st.booleans()),
        state=draw(st.sampled_from([None, "dead", "injured"])),
        bearer=draw(st.sampled_from([None, "baker", "Ann Lee", "Lee", "Tom Kay"])),
    )


def in_words(number: int) -> str:
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            link = " and " if scale == 100 else " "
            return f"{in_words(number // scale)} {name}" + (link + in_words(rest) if rest else "")
    if number < 20:
        return TEENS[number]
    return TENS[number // 10] + (f"-{TEENS[number % 10]}" if number % 10 else "")


@given(facets(), facets())
def test_comparison_is_mirrored(left: QuantityFacet, right: QuantityFacet) -> None:
    assert compare_quantities(left, right).mirrored() == compare_quantities(right, left)


@given(facets())
def test_a_figure_agrees_with_itself(facet: QuantityFacet) -> None:
    comparison = compare_quantities(facet, facet)
    assert comparison.verdict is Verdict.AGREE
    assert comparison.same_form


@given(facets(), facets(), st.decimals(min_value=0, max_value=50, places=1), st.booleans())
def test_widening_never_makes_a_conflict(
    left: QuantityFacet, right: QuantityFacet, by: Decimal, open_end: bool
) -> None:
    if "score" in (left.unit, right.unit):
        return  # a result is not a range: another result is another result
    wide = QuantityFacet(
        span=Span(0, 5),
        text="range",
        low=None if right.low is None else right.low - by,
        high=None if right.high is None or open_end else right.high + by,
        unit=right.unit,
        figure=right.figure,
        counted=right.counted,
        approximate=right.approximate,
        ordinal=right.ordinal,
        state=right.state,
        bearer=right.bearer,
    )
    if compare_quantities(left, right).verdict in (Verdict.AGREE, Verdict.COMPATIBLE):
        assert compare_quantities(left, wide).verdict is not Verdict.CONFLICT


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_number_in_words_is_read_back(number: int) -> None:
    words = in_words(number)
    numeral = read_numeral(words, 0)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (Decimal(number), len(words))


@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_in_digits_is_read_back(number: int) -> None:
    digits = f"{number:,}"
    numeral = read_numeral(digits, 0)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (Decimal(number), len(digits))


@given(
    st.one_of(st.text(min_size=1), st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join)),
    st.integers(0, 9),
)
def test_offsets_are_exact_in_any_text(words: str, before: int) -> None:
    text = "x" * before + words
    sentence = ParsedSentence(span=Span(before, len(text)), tokens=())
    found = find_quantities(sentence, text, ())
    assert all(facet.span.of(text) == facet.text for facet in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
