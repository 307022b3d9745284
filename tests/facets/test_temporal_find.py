"""Expressions of time in sentences as a news desk writes them, parsed by the shipped parser."""

from __future__ import annotations

import datetime as dt

import pytest

from reconcile.models.parser import SpacyParser
from reconcile.schema import Granularity, Interval, TimeForm
from tests.facets.temporal_reading import FRIDAY, days, times

HOUR = 3600
DAY = 24 * HOUR


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The bridge closed on 4 March 2021.", "4 March 2021", "2021-03-04"),
        ("The bridge closed on March 4th, 2021.", "March 4th, 2021", "2021-03-04"),
        ("The bridge closed on Thursday, March 4, 2021.", "Thursday, March 4, 2021", "2021-03-04"),
        ("JULY 4, 2010", "JULY 4, 2010", "2010-07-04"),
        ("The log says 2024-05-06.", "2024-05-06", "2024-05-06"),
        ("The mill burned down in May 1988.", "May 1988", "1988-05-01/1988-05-31"),
        ("The mill burned down in 1988.", "1988", "1988-01-01/1988-12-31"),
        ("Jazz boomed in the 1920s.", "the 1920s", "1920-01-01/1929-12-31"),
        ("Jazz came in the 20th century.", "the 20th century", "1900-01-01/1999-12-31"),
        ("Sales fell in the third quarter of 2019.", "the third quarter of 2019", "2019-07-01/2019-09-30"),
        ("Sales fell in Q3 2019.", "Q3 2019", "2019-07-01/2019-09-30"),
        ("Sales fell in the first half of 2014.", "the first half of 2014", "2014-01-01/2014-06-30"),
        ("It rained all through the summer of 2012.", "the summer of 2012", "2012-06-01/2012-08-31"),
        ("It was built in early 2009.", "early 2009", "2009-01-01/2009-07-01"),
        ("He ran the port from 2014 to 2016.", "2014 to 2016", "2014-01-01/2016-12-31"),
        ("He ran the port between 2014 and 2016.", "2014 and 2016", "2014-01-01/2016-12-31"),
        ("The war of 1914–18 began here.", "1914–18", "1914-01-01/1918-12-31"),
        ("It ran from June to August 1992.", "June to August 1992", "1992-06-01/1992-08-31"),
        ("The fair on 10-12 October 2024 sold out.", "10-12 October 2024", "2024-10-10/2024-10-12"),
        ("They married at Christmas 2019.", "Christmas 2019", "2019-12-25"),
        ("It sank two weeks after May 13, 1999.", "two weeks after May 13, 1999", "1999-05-27"),
    ],
)
def test_absolute_times_need_no_date_of_publication(
    parser: SpacyParser, text: str, words: str, expected: str
) -> None:
    (time,) = times(parser, text, None)
    assert (time.text, days(time), time.anchor) == (words, expected, None)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The mayor resigned yesterday.", "yesterday", "2025-08-28"),
        ("The mayor resigned on Wednesday.", "Wednesday", "2025-08-27"),
        ("The mayor will resign on Wednesday.", "Wednesday", "2025-09-03"),
        ("The rent is due Thursday.", "Thursday", "2025-09-04"),
        ("The rent is due Thursday (Sep 4).", "Thursday (Sep 4)", "2025-09-04"),
        ("The mayor is to resign next week.", "next week", "2025-09-01/2025-09-07"),
        ("The mayor resigned last month.", "last month", "2025-07-01/2025-07-31"),
        ("The mayor resigned in February.", "February", "2025-02-01/2025-02-28"),
        ("The mayor will resign in February.", "February", "2026-02-01/2026-02-28"),
        ("The mayor resigned in mid-August.", "mid-August", "2025-08-11/2025-08-20"),
        ("The mayor resigned on Dec. 12.", "Dec. 12", "2024-12-12"),
        ("The mayor will resign on Dec. 12.", "Dec. 12", "2025-12-12"),
        ("The mayor resigned earlier this week.", "earlier this week", "2025-08-25/2025-08-29"),
        ("The mayor resigned two years ago.", "two years ago", "2023-01-01/2023-12-31"),
        ("The mayor resigned three days ago.", "three days ago", "2025-08-26"),
        ("The mayor resigned in October last year.", "October last year", "2024-10-01/2024-10-31"),
        ("The mayor resigned on Tuesday of last week.", "Tuesday of last week", "2025-08-19"),
        ("The mayor was jailed over the past two weeks.", "the past two weeks", "2025-08-15/2025-08-29"),
        ("The hearing was scheduled for Monday.", "Monday", "2025-09-01"),
        ("The mayor refused to testify on Monday.", "Monday", "2025-08-25"),
        ("A deadline of Sept. 30 looms.", "Sept. 30", "2025-09-30"),
    ],
)
def test_relative_and_partial_times_resolve_by_tense_against_the_date_of_publication(
    parser: SpacyParser, text: str, words: str, expected: str
) -> None:
    (time,) = times(parser, text)
    assert (time.text, days(time), time.anchor) == (words, expected, FRIDAY)
    (unresolved,) = times(parser, text, None)
    assert (unresolved.text, unresolved.interval, unresolved.anchor) == (words, None, None)


def test_the_day_of_a_report_is_past_and_what_it_announces_ahead(parser: SpacyParser) -> None:
    text = "The minister said on Tuesday that the talks would resume on Monday."
    assert [days(time) for time in times(parser, text)] == ["2025-08-26", "2025-09-01"]
    text = "Officials said Monday the bridge will open Tuesday."
    assert [days(time) for time in times(parser, text)] == ["2025-08-25", "2025-09-02"]


def test_times_of_day_join_the_day_they_belong_to(parser: SpacyParser) -> None:
    (time,) = times(parser, "The gunman arrived around 4 p.m. on Friday.")
    assert time.text == "around 4 p.m. on Friday"
    assert (days(time), time.clock, time.granularity) == ("2025-08-29", dt.time(16), Granularity.TIME_OF_DAY)
    (time,) = times(parser, "The roof fell in on Tuesday night.")
    assert (time.text, days(time), time.day_part) == ("Tuesday night", "2025-08-26", "night")


def test_a_second_clock_in_brackets_tells_the_zone_of_the_first(parser: SpacyParser) -> None:
    (time,) = times(parser, "The train left at 10:00 am (0800 GMT) on Monday.")
    assert time.clock == dt.time(10, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def test_a_clock_without_a_day_is_never_given_one(parser: SpacyParser) -> None:
    (time,) = times(parser, "The ship sank at 16:30 GMT.")
    assert (time.text, time.interval, time.clock) == (
        "16:30 GMT",
        None,
        dt.time(16, 30, tzinfo=dt.UTC),
    )


def test_expressions_that_count_from_a_day_in_the_text(parser: SpacyParser) -> None:
    found = times(parser, "She was shot on March 3, 2020 and died the next day.")
    assert [days(time) for time in found] == ["2020-03-03", "2020-03-04"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The siege lasted for three months.", 90 * DAY, 90 * DAY),
        ("The siege lasted almost three hours.", 2.4 * HOUR, 3 * HOUR),
        ("The siege lasted at least two hours.", 2 * HOUR, None),
        ("The siege lasted two to three weeks.", 14 * DAY, 21 * DAY),
        ("The siege lasted a few hours.", 2 * HOUR, 9 * HOUR),
        ("The siege lasted two and a half years.", 2.5 * 365 * DAY, 2.5 * 365 * DAY),
        ("The two-day-old truce held.", 2 * DAY, 2 * DAY),
    ],
)
def test_durations_have_bounds_in_seconds(
    parser: SpacyParser, text: str, low: float, high: float | None
) -> None:
    (time,) = times(parser, text)
    assert time.form is TimeForm.DURATION
    bounds = [None if bound is None else float(bound) for bound in (time.length_low, time.length_high)]
    assert bounds == [low, high]


def test_recurrences_and_vague_words_have_their_own_form(parser: SpacyParser) -> None:
    assert [t.form for t in times(parser, "They meet every Monday.")] == [TimeForm.SET]
    found = times(parser, "He recently fell ill and subsequently left.")
    assert [(t.text, t.form) for t in found] == [
        ("recently", TimeForm.VAGUE),
        ("subsequently", TimeForm.VAGUE),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "You may march to the gate.",
        "Theresa May spoke to The Sun.",
        "He sat in the sun and saw 2,000 troops.",
        "The army sent 2000 soldiers.",
        "A two-year-old boy and a man aged 40 were hurt.",
        "The dam holds 1,850 tons and cost $2012.",
        "She finished second.",
        "A man in his 30s wrote to The Weekly Herald.",
        "They left as soon as they could.",
    ],
)
def test_look_alikes_are_no_times(parser: SpacyParser, text: str) -> None:
    assert times(parser, text) == []


def test_numeric_dates_stay_open_unless_the_document_shows_the_order(parser: SpacyParser) -> None:
    (time,) = times(parser, "The deal was signed on 04/09/2025.")
    assert days(time) == "2025-04-09"
    assert time.alternatives == (Interval(dt.date(2025, 9, 4), dt.date(2025, 9, 5)),)
    shown = times(parser, "It opened on 25/12/2024. The deal was signed on 04/09/2025.")
    assert (days(shown[1]), shown[1].alternatives) == ("2025-09-04", ())


def test_a_date_that_does_not_exist_is_left_out(parser: SpacyParser) -> None:
    assert times(parser, "The form said 31 June and 2023-02-30.") == []
