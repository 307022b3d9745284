"""What holds for every text and every pair of times."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reconcile.comparison.time import compare_times
from reconcile.facets.temporal import find_times
from reconcile.schema import (
    Granularity,
    Interval,
    ParsedSentence,
    Side,
    Span,
    TimeFacet,
    TimeForm,
    Token,
    Verdict,
)

START = dt.date(2025, 1, 1)
FRAGMENTS = [
    *(
        "Friday",
        "next week",
        "Sep 4",
        "(Sept. 4)",
        "2014",
        "to",
        "from",
        "between",
        "and",
        "on",
        "the",
        "May",
        "mid-",
    ),
    *(
        "4 p.m.",
        "16:30 GMT",
        "two",
        "days",
        "ago",
        "later",
        "before",
        "years",
        "early",
        "31 June",
        "9999-12-31",
    ),
    *(
        "last",
        "quarter",
        "Q3",
        "'90s",
        "every",
        "Monday",
        "night",
        "recently",
        "0001-01-01",
        "İ",
        "ß",
        "٣",
        ",",
        "-",
    ),
    *(
        "the next day",
        "a",
        "century",
        "decades",
        "100",
        "Christmas",
        "\u2028",
        "04/09/2025",
        "’",
        "(",
        ")",
        "99999",
    ),
]


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    begin = draw(st.integers(0, 20))
    return Interval(START + dt.timedelta(begin), START + dt.timedelta(begin + draw(st.integers(1, 9))))


@st.composite
def facets(draw: st.DrawFn) -> TimeFacet:
    texts = ["Friday", "around noon", "now", "recently", "early June", "two hours", "midnight Friday"]
    text = draw(st.sampled_from(texts))
    low = draw(st.none() | st.integers(0, 5).map(Decimal))
    high = draw(st.none() | st.integers(5, 9).map(Decimal))
    return TimeFacet(
        span=Span(0, len(text)),
        text=text,
        form=draw(st.sampled_from(TimeForm)),
        interval=draw(st.none() | intervals()),
        granularity=draw(st.none() | st.sampled_from(Granularity)),
        alternatives=draw(st.lists(intervals(), max_size=2).map(tuple)),
        clock=draw(st.none() | st.times(timezones=st.none() | st.just(dt.UTC))),
        day_part=draw(st.none() | st.sampled_from(["morning", "afternoon", "evening", "night"])),
        length_low=low,
        length_high=high,
    )


@given(facets(), facets())
def test_comparison_is_mirrored(left: TimeFacet, right: TimeFacet) -> None:
    assert compare_times(right, left) == compare_times(left, right).mirrored()


@given(facets())
def test_a_time_never_differs_from_itself(time: TimeFacet) -> None:
    found = compare_times(time, time)
    assert found.verdict in {Verdict.AGREE, Verdict.UNDECIDED}
    assert found.same_form


@given(facets(), facets(), st.integers(0, 9), st.integers(0, 9))
def test_a_wider_interval_never_makes_a_conflict(
    left: TimeFacet, right: TimeFacet, before: int, after: int
) -> None:
    if left.interval is None or compare_times(left, right).verdict is Verdict.CONFLICT:
        return
    wider = Interval(left.interval.begin - dt.timedelta(before), left.interval.end + dt.timedelta(after))
    assert compare_times(replace(left, interval=wider), right).verdict is not Verdict.CONFLICT


@given(facets(), facets(), st.integers(0, 9), st.integers(0, 9))
def test_a_wider_length_never_makes_a_conflict(
    left: TimeFacet, right: TimeFacet, below: int, above: int
) -> None:
    if compare_times(left, right).verdict is Verdict.CONFLICT:
        return
    low = None if left.length_low is None else max(Decimal(0), left.length_low - below)
    high = None if left.length_high is None else left.length_high + above
    wider = replace(left, length_low=low, length_high=high)
    assert compare_times(wider, right).verdict is not Verdict.CONFLICT


@given(facets(), facets(), intervals())
def test_another_reading_never_makes_a_conflict(left: TimeFacet, right: TimeFacet, other: Interval) -> None:
    if compare_times(left, right).verdict is Verdict.CONFLICT:
        return
    reread = replace(left, alternatives=(*left.alternatives, other))
    assert compare_times(reread, right).verdict is not Verdict.CONFLICT


@given(facets(), facets())
def test_times_that_share_a_day_and_say_no_more_never_conflict(left: TimeFacet, right: TimeFacet) -> None:
    if left.interval is None or right.interval is None or not left.interval.overlaps(right.interval):
        return
    bare = [replace(time, form=TimeForm.CALENDAR, clock=None, day_part=None) for time in (left, right)]
    assert compare_times(*bare).verdict is not Verdict.CONFLICT


@given(facets(), facets())
def test_the_more_exact_interval_lies_in_the_other(left: TimeFacet, right: TimeFacet) -> None:
    found = compare_times(left, right)
    if left.interval is None or right.interval is None or {left.form, right.form} != {TimeForm.CALENDAR}:
        return
    if found.more_exact is Side.LEFT:
        assert right.interval.contains(left.interval)


def parsed(text: str, start: int) -> ParsedSentence:
    """A sentence whose words all hang on the first, as a parser's worst output might."""
    tokens: list[Token] = []
    position = start
    for word in text[start:].split():
        begin = text.index(word, position)
        position = begin + len(word)
        tokens.append(
            Token(
                index=len(tokens),
                head=0,
                start=begin,
                end=position,
                text=word,
                lemma=word.lower(),
                pos="VERB" if len(tokens) % 3 == 0 else "NOUN",
                tag="VBD",
                dep="dep",
            )
        )
    return ParsedSentence(span=Span(start, len(text)), tokens=tuple(tokens))


@given(
    st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), min_size=1, max_size=12).map(" ".join),
    st.none() | st.dates(),
    st.text(max_size=5),
)
def test_spans_are_exact_ordered_and_apart_on_any_text(
    sentence: str, published: dt.date | None, before: str
) -> None:
    text = before + sentence
    if not sentence:
        return
    found = find_times(parsed(text, len(before)), text, published)
    assert all(time.span.of(text) == time.text for time in found)
    assert all(time.span.start >= len(before) for time in found)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
    for time in found:
        assert time.form is TimeForm.CALENDAR or time.interval is None
        assert time.interval not in time.alternatives
        assert published is not None or time.anchor is None
