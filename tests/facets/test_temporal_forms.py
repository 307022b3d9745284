"""Forms of time beyond the plain date: counted from the text, portions, hours, figures, feasts, speech."""

from __future__ import annotations

import datetime as dt

import pytest

from reconcile.facets.temporal.calendar import easter
from reconcile.models.parser import SpacyParser
from reconcile.schema import Granularity, TimeForm
from tests.facets.temporal_reading import days, times

EASTERN_SUMMER = dt.timezone(dt.timedelta(hours=-4))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank failed on June 3, 2024; the following week its chief resigned.", "2024-06-10/2024-06-16"),
        ("The bank failed on June 3, 2024 and two days later its chief resigned.", "2024-06-05"),
        ("The bank failed on June 3, 2024, and two days before, its chief had fled.", "2024-06-01"),
        ("The mayor left on Tuesday and returned the following Monday.", "2025-09-01"),
        ("Profits fell in the third quarter of 2024 from a year earlier.", "2023-07-01/2023-09-30"),
        ("Sales rose in February compared with the same period last year.", "2024-02-01/2024-02-29"),
        ("The firm earned little in 2023 and lost money the year before.", "2022-01-01/2022-12-31"),
        (
            "The firm lost little in the third quarter of 2024 but much in the entire year.",
            "2024-01-01/2024-12-31",
        ),
    ],
)
def test_a_count_starts_from_the_time_that_the_sentence_names(
    parser: SpacyParser, text: str, expected: str
) -> None:
    assert days(times(parser, text)[-1]) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She was arrested on Monday, two days after the shooting.", "two days after"),
        ("She was arrested on Monday, the day after the shooting.", "the day after"),
        ("He resigned on Monday, the same day that she was sworn in.", "the same day"),
        ("The following week its chief resigned.", "The following week"),
        ("It opened on Monday, three days later than planned.", "three days later"),
    ],
)
def test_a_count_from_an_event_without_a_date_stays_open(parser: SpacyParser, text: str, words: str) -> None:
    found = times(parser, text)[-1]
    assert (found.text, found.form, found.interval) == (words, TimeForm.VAGUE, None)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Prices fell in the last week of June 2024.", "the last week of June 2024", "2024-06-24/2024-06-30"),
        ("Rain fell in the first week of 2015.", "the first week of 2015", "2014-12-29/2015-01-04"),
        (
            "It rained in the first three months of 2014.",
            "the first three months of 2014",
            "2014-01-01/2014-03-31",
        ),
        (
            "It rained in the last ten days of last year.",
            "the last ten days of last year",
            "2024-12-22/2024-12-31",
        ),
        ("It rained in the first half of the month.", "the first half of the month", "2025-08-01/2025-08-15"),
        ("The strike begins the week of Sept. 8.", "the week of Sept. 8", "2025-09-08/2025-09-14"),
        ("Profits fell in the last quarter.", "the last quarter", "2025-04-01/2025-06-30"),
        ("Profits fell in the last quarter of 2024.", "the last quarter of 2024", "2024-10-01/2024-12-31"),
        ("Revenue grew in Q3 FY2024.", "Q3 FY2024", "2024-07-01/2024-09-30"),
        ("Revenue grew in H1 2015.", "H1 2015", "2015-01-01/2015-06-30"),
        ("He was jailed over the past fortnight.", "the past fortnight", "2025-08-15/2025-08-29"),
        ("Sales fell over the past two quarters.", "the past two quarters", "2025-01-01/2025-06-30"),
        ("They will meet next week on Tuesday.", "next week on Tuesday", "2025-09-02"),
        ("It will reopen three weeks from tomorrow.", "three weeks from tomorrow", "2025-09-20"),
        ("Between now and November the firm will hire.", "now and November", "2025-08-29/2025-11-30"),
        ("The fair ran from May to September.", "May to September", "2024-05-01/2024-09-30"),
        ("The council will meet on Monday the 8th.", "Monday the 8th", "2025-09-08"),
    ],
)
def test_portions_and_periods(parser: SpacyParser, text: str, words: str, expected: str) -> None:
    (time,) = times(parser, text)
    assert (time.text, days(time)) == (words, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The log begins at 2024-05-06T16:30:00Z.", "2024-05-06"),
        ("The log is of 2024-W12.", "2024-03-18/2024-03-24"),
        ("The log is of 2024-W12-3.", "2024-03-20"),
        ("The log is of 2015-12.", "2015-12-01/2015-12-31"),
        ("The log is of 2014-16.", "2014-01-01/2016-12-31"),
        ("The log is of 5-Aug-2016.", "2016-08-05"),
        ("The log is of Aug/2016.", "2016-08-01/2016-08-31"),
        ("The log is of Dec. 31 , 1994.", "1994-12-31"),
        ("The log is of July 4th of 1995.", "1995-07-04"),
        ("The deal was signed on 22/06.", "2025-06-22"),
    ],
)
def test_figures_and_marks(parser: SpacyParser, text: str, expected: str) -> None:
    (time,) = times(parser, text)
    assert days(time) == expected


def test_a_zone_in_figures_is_kept(parser: SpacyParser) -> None:
    (time,) = times(parser, "The log begins at 2024-05-06T16:30-04:00.")
    assert time.clock == dt.time(16, 30, tzinfo=EASTERN_SUMMER)


def test_a_day_and_month_in_figures_may_be_either(parser: SpacyParser) -> None:
    (time,) = times(parser, "The deal was signed on 04/06.")
    assert days(time) == "2025-04-06"
    assert dt.date(2025, 6, 4) in {reading.begin for reading in time.alternatives}


@pytest.mark.parametrize(
    "text",
    [
        "The desk works 24/7.",
        "The towers fell on 9/11.",
        "He scored 10/12 in the test.",
        "Flight 2012 left from Room 1915.",
        "A woman who is 90 years old sings.",
    ],
)
def test_scores_labels_and_ages_are_no_dates(parser: SpacyParser, text: str) -> None:
    assert times(parser, text) == []


@pytest.mark.parametrize(
    ("text", "clock", "hours"),
    [
        ("Doors open from 9 a.m. to 5 p.m. on Friday.", dt.time(9), 8),
        ("Doors open between 2 and 4 p.m. Tuesday.", dt.time(14), 2),
        ("Doors open 9-5pm on Friday.", dt.time(9), 8),
        ("Doors open 22:00-01:00 on Friday.", dt.time(22), 3),
    ],
)
def test_hours_have_a_start_and_a_length(parser: SpacyParser, text: str, clock: dt.time, hours: int) -> None:
    (time,) = times(parser, text)
    assert (time.granularity, time.clock) == (Granularity.TIME_OF_DAY, clock)
    assert time.length_low == time.length_high == hours * 3600


def test_hours_in_words_need_the_part_of_the_day(parser: SpacyParser) -> None:
    (evening,) = times(parser, "The hall fell at half past six in the evening on Monday.")
    assert (evening.clock, days(evening)) == (dt.time(18, 30), "2025-08-25")
    (either,) = times(parser, "The siren sounded at 8 o'clock.")
    assert (either.text, either.clock, either.interval) == ("8 o'clock", None, None)


def test_the_small_hours_belong_to_the_day_they_begin(parser: SpacyParser) -> None:
    (time,) = times(parser, "The hall fell in the early hours of Saturday.")
    assert (time.text, days(time), time.day_part) == ("the early hours of Saturday", "2025-08-23", "morning")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Easter Monday 2024.", "2024-04-01"),
        ("They met on Good Friday.", "2025-04-18"),
        ("They met on Black Friday 2010.", "2010-11-26"),
        ("They met at Labor Day weekend in 2024.", "2024-08-31/2024-09-02"),
        ("They met last Christmas.", "2024-12-25"),
        ("Shares fell on Black Monday.", "?"),
        ("It was a good Friday for the clubs.", "2025-08-29"),
    ],
)
def test_named_days(parser: SpacyParser, text: str, expected: str) -> None:
    assert days(times(parser, text)[0]) == expected


@pytest.mark.parametrize(
    ("year", "date"), [(1943, (4, 25)), (1961, (4, 2)), (2000, (4, 23)), (2024, (3, 31))]
)
def test_easter(year: int, date: tuple[int, int]) -> None:
    assert easter(year) == dt.date(year, *date)


def test_a_quoted_day_counts_from_the_day_of_the_speech(parser: SpacyParser) -> None:
    quoted = times(parser, "“The bank failed yesterday,” the minister told reporters on Tuesday.")
    assert [days(time) for time in quoted] == ["2025-08-25", "2025-08-26"]
    told = times(parser, "The bank failed yesterday, the minister said on Tuesday.")
    assert (days(told[0]), told[0].alternatives) == ("2025-08-28", ())


def test_a_quoted_day_of_an_unknown_speech_may_be_any_of_the_week_before(parser: SpacyParser) -> None:
    (time,) = times(parser, "“The bank failed today,” the minister said.")
    assert days(time) == "2025-08-29"
    assert [(r.begin, r.end) for r in time.alternatives] == [(dt.date(2025, 8, 23), dt.date(2025, 8, 30))]
