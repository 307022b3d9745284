"""How a reader of news dates what stands in running text; every story is of Friday 29 August 2025."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from reconcile.models.parser import SpacyParser
from reconcile.schema import Granularity, TimeForm
from tests.facets.temporal_reading import days, times

SUMMER, WINTER = (dt.timezone(dt.timedelta(hours=hours)) for hours in (-4, -5))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The kiln was closed in the second half of the 19th century.", None, "1850-01-01/1899-12-31"),
        ("Unrest grew in the latter half of the 1980s.", None, "1985-01-01/1989-12-31"),
        ("It opened at the turn of the 20th century.", None, "1890-01-01/1909-12-31"),
        ("The abbey was founded in the 1200s.", None, "1200-01-01/1299-12-31"),
        ("The canal was dug in the 1800s.", None, "1800-01-01/1899-12-31"),
        ("The canal was filled in the 2000s.", None, "2000-01-01/2009-12-31"),
        ("Snow fell in mid-to-late March.", "mid-to-late March", "2025-03-11/2025-03-31"),
        ("The ship is due back in early to mid October.", "early to mid October", "2025-10-01/2025-10-20"),
        ("The law was passed in the final days of 2019.", "the final days of 2019", "2019-12-25/2019-12-31"),
        ("A parade was held on the first weekend in June.", None, "2025-06-07/2025-06-08"),
        ("Snow fell on the second Sunday of April 2024.", None, "2024-04-14"),
        ("They met before the start of this year’s fair.", "this year", "2025-01-01/2025-12-31"),
        ("It rained at the end of last week’s talks.", "last week", "2025-08-18/2025-08-24"),
        ("They will vote on the last Tuesday of next month.", None, "2025-09-30"),
        ("Rents have doubled since the beginning of 2023.", None, "2023-01-01"),
        ("Rents doubled at the beginning of March.", None, "2025-03-01/2025-03-10"),
        ("The latest quarter brought another loss.", "The latest quarter", "2025-04-01/2025-06-30"),
        ("The deal closed by the year's end.", "the year's end", "2025-09-01/2025-12-31"),
        ("The lake was full this time last year.", "this time last year", "2024-08-01/2024-08-31"),
        ("Rents have doubled over the past year.", "the past year", "2024-08-29/2025-08-29"),
        ("The bridge fell two nights ago.", "two nights ago", "2025-08-27"),
        ("The court sat on 08.05.2024.", None, "2024-05-08"),
        ("The court sat on 08/05/2024.", None, "2024-08-05"),
        ("The deal was signed on 7 November last year.", "7 November last year", "2024-11-07"),
        ("He married on May 3 two years ago.", "May 3 two years ago", "2023-05-03"),
        ("The law passed in March two years ago.", "March two years ago", "2023-03-01/2023-03-31"),
        ("They met on Christmas Eve last year.", "Christmas Eve last year", "2024-12-24"),
        ("It ran from July 1 to September 3 last year.", None, "2024-07-01/2024-09-03"),
        ("From Monday to Friday next week schools will close.", None, "2025-09-01/2025-09-05"),
        ("She left in June of the previous year.", "June of the previous year", "2024-06-01/2024-06-30"),
        ("Five years ago today, a landslide buried the school.", "Five years ago today", "2020-08-29"),
        ("A year ago Saturday, the bank collapsed.", "A year ago Saturday", "2024-08-30"),
        ("He died ten years ago this month.", "ten years ago this month", "2015-08-01/2015-08-31"),
        ("He died ten years ago this week.", "ten years ago this week", "2015-08-24/2015-08-30"),
        ("They will vote the Sunday after next.", "the Sunday after next", "2025-09-07"),
        ("He quit the Monday before last.", "the Monday before last", "2025-08-18"),
        ("Crews worked overnight Tuesday.", "overnight Tuesday", "2025-08-26"),
        ("The games on 5 and 6 May were cancelled.", "5 and 6 May", "2025-05-05/2025-05-06"),
        ("Games between May 5 and 12 were cancelled.", "May 5 and 12", "2025-05-05/2025-05-12"),
        ("The games on 5 and 12 May were cancelled.", "12 May", "2025-05-12"),
        ("The January 6 riot shook the house.", "January 6", "2021-01-06"),
        ("The January 6 storm shook the house.", "January 6", "2025-01-06"),
        ("For the day, the index lost 40 points.", "the day", "2025-08-29"),
        ("Sales were flat in 1998's third quarter.", "1998's third quarter", "1998-07-01/1998-09-30"),
        ("Sales beat last year's fourth quarter.", None, "2024-10-01/2024-12-31"),
        ("Sales were flat in the latest fiscal year.", None, "2024-01-01/2024-12-31"),
        ("The trial will begin on the 21st of next month.", None, "2025-09-21"),
        ("The trial began on the 21st of last month.", None, "2025-07-21"),
        ("Fires burned throughout the spring.", "the spring", "2025-03-01/2025-05-31"),
        ("Snow fell in the winter of 2010-11.", "the winter of 2010-11", "2010-12-01/2011-02-28"),
        ("By year-end 2026 the road will open.", "year-end 2026", "2026-09-01/2026-12-31"),
        ("Over the coming year the firm will hire.", "the coming year", "2025-08-29/2026-08-29"),
        ("In the last week he was ill.", "the last week", "2025-08-22/2025-08-29"),
        ("He was ill last week.", "last week", "2025-08-18/2025-08-24"),
        ("He was ill in the last quarter.", "the last quarter", "2025-04-01/2025-06-30"),
        ("Growth slowed in the April-June quarter.", "April-June", "2025-04-01/2025-06-30"),
        ("The Dec-Jan 2017 sales were weak.", "Dec-Jan 2017", "2016-12-01/2017-01-31"),
        ("The games on May 3, 4 and 5 were cancelled.", "May 3, 4 and 5", "2025-05-03/2025-05-05"),
        ("They will vote the week after next.", "the week after next", "2025-09-08/2025-09-14"),
        ("He left the weekend before last.", "the weekend before last", "2025-08-16/2025-08-17"),
        ("Work began the week commencing July 7.", None, "2025-07-07/2025-07-13"),
        ("Late in 2019 the mill burned.", "Late in 2019", "2019-07-02/2019-12-31"),
        ("Early in the year the mill burned.", "Early in the year", "2025-01-01/2025-07-01"),
        ("It was sealed two-and-a-half months ago.", "two-and-a-half months ago", "2025-06-01/2025-06-30"),
    ],
)
def test_periods_and_their_portions_are_dated(
    parser: SpacyParser, text: str, words: str | None, expected: str
) -> None:
    (time,) = times(parser, text)
    assert (time.text, days(time)) == (words or time.text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell in the second quarter of 2023 from the year-ago quarter.", "2022-04-01/2022-06-30"),
        ("He withdrew on the eve of the May 6, 2024 vote.", "2024-05-05"),
        ("He was convicted in 1994 and freed in March of the following year.", "1995-03-01/1995-03-31"),
        ("She joined in 2003 and left in June that year.", "2003-06-01/2003-06-30"),
        ("On 3 May 1998 he fled, returning on 9 June of the same year.", "1998-06-09"),
        ("The index fell on Tuesday and ended the day at 5,000.", "2025-08-26"),
        ("The shops were shut the Tuesday after Easter.", "2025-04-22"),
    ],
)
def test_a_time_is_counted_from_the_one_beside_it(parser: SpacyParser, text: str, expected: str) -> None:
    assert days(times(parser, text)[-1]) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On the eve of the summit he withdrew.", "the eve of"),
        ("The house was built around the turn of the century.", "the turn of the century"),
        ("She left in June of that year.", "June of that year"),
        ("The king came in the spring of that year.", "the spring of that year"),
        ("He quit the Friday before the vote.", "the Friday before"),
        ("At the end of the day, trust counts.", "the day"),
    ],
)
def test_what_the_text_does_not_date_stays_open(parser: SpacyParser, text: str, words: str) -> None:
    (time,) = times(parser, text)
    assert (time.text, time.interval) == (words, None)


@pytest.mark.parametrize(
    ("text", "words", "years"),
    [
        ("She ruled for a quarter of a century.", "a quarter of a century", "25"),
        ("Prices tripled over the last quarter of a century.", "quarter of a century", "25"),
        ("The truce is due to last six years.", "six years", "6"),
        ("The ban may last two years.", "two years", "2"),
    ],
)
def test_lengths_are_no_dates(parser: SpacyParser, text: str, words: str, years: str) -> None:
    (time,) = times(parser, text)
    seconds = Decimal(years) * 365 * 86_400
    assert (time.text, time.length_low, time.length_high) == (words, seconds, seconds)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They vote on the first Tuesday of every month.", "the first Tuesday of every month"),
        ("The shop is shut on Sundays.", "Sundays"),
        ("The shop is shut at weekends.", "weekends"),
    ],
)
def test_what_recurs_is_a_set(parser: SpacyParser, text: str, words: str) -> None:
    (time,) = times(parser, text)
    assert (time.text, time.form) == (words, TimeForm.SET)


@pytest.mark.parametrize("words", ["the predawn hours of Tuesday", "shortly before dawn Tuesday"])
def test_hours_about_dawn_are_of_the_morning(parser: SpacyParser, words: str) -> None:
    (time,) = times(parser, f"The mill burned in {words}.")
    assert (time.text, time.day_part, days(time)) == (words, "morning", "2025-08-26")


@pytest.mark.parametrize(
    ("published", "zone"), [(dt.date(2025, 8, 29), SUMMER), (dt.date(2025, 12, 1), WINTER), (None, None)]
)
@pytest.mark.parametrize("words", ["2:30 p.m. ET", "2:30 p.m. Eastern time", "2:30 p.m. Eastern"])
def test_american_zones_have_summer_time(
    parser: SpacyParser, words: str, published: dt.date | None, zone: dt.timezone | None
) -> None:
    (time,) = times(parser, f"The doors were shut at {words}.", published)
    assert (time.text.rstrip("."), time.clock) == (words, dt.time(14, 30, tzinfo=zone))


def test_standard_time_is_that_of_winter(parser: SpacyParser) -> None:
    (time,) = times(parser, "The doors were shut at 2:30 p.m. Eastern Standard Time.")
    assert time.clock == dt.time(14, 30, tzinfo=WINTER)


def test_hours_may_be_set_off_by_a_dot_before_a_zone(parser: SpacyParser) -> None:
    (time,) = times(parser, "The doors were shut at 16.30 GMT.")
    assert (time.clock, time.granularity) == (dt.time(16, 30, tzinfo=dt.UTC), Granularity.TIME_OF_DAY)
    assert times(parser, "The index stood at 16.30 yen.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For the fiscal year ended June 30, sales rose.", "2024-07-01/2025-06-30"),
        ("For the quarter ended March 31, 2021, sales rose.", "2021-01-01/2021-03-31"),
        ("For the quarter ending Sept. 30, sales will rise.", "2025-07-01/2025-09-30"),
    ],
)
def test_the_day_that_a_period_ended_dates_it(parser: SpacyParser, text: str, expected: str) -> None:
    period, end = times(parser, text)
    assert days(period) == expected
    assert days(end) == expected.partition("/")[2]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("The alarm rang around 2 in the morning.", dt.time(2)),
        ("The alarm rang at nine at night.", dt.time(21)),
        ("The ban began at midnight GMT.", dt.time(0, tzinfo=dt.UTC)),
    ],
)
def test_hours_of_a_part_of_the_day(parser: SpacyParser, text: str, clock: dt.time) -> None:
    (time,) = times(parser, text)
    assert (time.clock, time.interval) == (clock, None)


def test_no_later_than_names_no_time_of_its_own(parser: SpacyParser) -> None:
    assert [time.text for time in times(parser, "It is due no later than June 30.")] == ["June 30"]
