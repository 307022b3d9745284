"""What a fact-checker is told about two times."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from reconcile.comparison.time import compare_times
from reconcile.schema import Granularity, Interval, Side, Span, TimeFacet, TimeForm, Verdict

HOUR = Decimal(3600)


def calendar(
    text: str,
    first: str | None = None,
    last: str | None = None,
    *,
    granularity: Granularity = Granularity.DAY,
    alternatives: tuple[Interval, ...] = (),
    clock: dt.time | None = None,
    day_part: str | None = None,
) -> TimeFacet:
    interval = None if first is None else between(first, last or first)
    return TimeFacet(
        span=Span(0, len(text)),
        text=text,
        form=TimeForm.CALENDAR,
        interval=interval,
        granularity=granularity,
        alternatives=alternatives,
        clock=clock,
        day_part=day_part,
    )


def between(first: str, last: str) -> Interval:
    return Interval(dt.date.fromisoformat(first), dt.date.fromisoformat(last) + dt.timedelta(days=1))


def lasting(text: str, low: int | None, high: int | None) -> TimeFacet:
    """A duration from ``low`` to ``high`` hours."""
    return TimeFacet(
        span=Span(0, len(text)),
        text=text,
        form=TimeForm.DURATION,
        length_low=None if low is None else low * HOUR,
        length_high=None if high is None else high * HOUR,
    )


def vague(text: str) -> TimeFacet:
    return TimeFacet(span=Span(0, len(text)), text=text, form=TimeForm.VAGUE)


def at(
    text: str, hour: int, minute: int = 0, zone: dt.tzinfo | None = None, day: str | None = "2025-08-29"
) -> TimeFacet:
    clock = dt.time(hour, minute, tzinfo=zone)
    return calendar(text, day, granularity=Granularity.TIME_OF_DAY, clock=clock)


NEXT_WEEK = calendar("next week", "2025-09-01", "2025-09-07", granularity=Granularity.WEEK)
THURSDAY = calendar("Thursday (Sep 4)", "2025-09-04")
FRIDAY = calendar("Friday", "2025-08-29")


def test_a_week_contains_its_thursday_which_is_the_more_exact() -> None:
    found = compare_times(THURSDAY, NEXT_WEEK)
    assert (found.verdict, found.more_exact) == (Verdict.COMPATIBLE, Side.LEFT)
    assert found.reason == "4 Sep 2025 lies in the week of 1 Sep 2025"


def test_equal_days_agree_however_they_are_written() -> None:
    found = compare_times(THURSDAY, calendar("4 September", "2025-09-04"))
    assert (found.verdict, found.same_form) == (Verdict.AGREE, False)


def test_different_days_conflict() -> None:
    found = compare_times(FRIDAY, calendar("Thursday", "2025-08-28"))
    assert (found.verdict, found.reason) == (Verdict.CONFLICT, "29 Aug 2025 is not 28 Aug 2025")


def test_another_reading_that_reconciles_leaves_it_undecided() -> None:
    numeric = calendar("04/09/2025", "2025-04-09", alternatives=(between("2025-09-04", "2025-09-04"),))
    found = compare_times(numeric, calendar("4 September 2025", "2025-09-04"))
    assert found.verdict is Verdict.UNDECIDED
    assert "another reading of “04/09/2025”" in found.reason


def test_a_part_of_a_month_is_not_stretched_to_the_month() -> None:
    early = calendar(
        "early June",
        "2025-06-01",
        "2025-06-15",
        granularity=Granularity.MONTH_PART,
        alternatives=(between("2025-06-01", "2025-06-30"),),
    )
    assert compare_times(early, calendar("June 28", "2025-06-28")).verdict is Verdict.CONFLICT
    assert compare_times(early, calendar("June 12", "2025-06-12")).more_exact is Side.RIGHT


def test_an_unresolved_date_decides_nothing() -> None:
    found = compare_times(calendar("on  Friday"), calendar("On Friday"))
    assert (found.verdict, found.same_form) == (Verdict.UNDECIDED, True)
    assert compare_times(calendar("Friday"), FRIDAY).verdict is Verdict.UNDECIDED


def test_two_undated_weekdays_are_two_days_whichever_the_week() -> None:
    friday = calendar("last Friday")
    for other in ("on Thursday", "Thu", "Sunday"):
        assert compare_times(friday, calendar(other)).verdict is Verdict.CONFLICT
    night = calendar("Thursday night", granularity=Granularity.DAY_PART, day_part="night")
    for undecided in (night, THURSDAY, calendar("Thursday or Friday"), calendar("the week of Monday")):
        assert compare_times(friday, undecided).verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("left", "right", "verdict", "more_exact"),
    [
        (at("4 p.m. Friday", 16), at("16:00 on Friday", 16), Verdict.AGREE, None),
        (at("4 p.m. Friday", 16), at("5 p.m. Friday", 17), Verdict.CONFLICT, None),
        (at("around 4 p.m.", 16), at("4:10 p.m.", 16, 10), Verdict.COMPATIBLE, Side.RIGHT),
        (at("4 p.m. Friday", 16), FRIDAY, Verdict.COMPATIBLE, Side.LEFT),
        (
            at("noon", 12, zone=dt.UTC),
            at("1 p.m.", 13, zone=dt.timezone(dt.timedelta(hours=1))),
            Verdict.AGREE,
            None,
        ),
        (at("noon GMT", 12, zone=dt.UTC), at("1 p.m.", 13), Verdict.UNDECIDED, None),
        (at("4 p.m.", 16, day=None), at("6 p.m.", 18, day=None), Verdict.CONFLICT, None),
        (at("4 p.m.", 16, day=None), FRIDAY, Verdict.COMPATIBLE, None),
    ],
)
def test_clock_times(left: TimeFacet, right: TimeFacet, verdict: Verdict, more_exact: Side | None) -> None:
    found = compare_times(left, right)
    assert (found.verdict, found.more_exact) == (verdict, more_exact)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("night", "evening", Verdict.COMPATIBLE),
        ("night", "night", Verdict.AGREE),
        ("morning", "evening", Verdict.CONFLICT),
        ("afternoon", "evening", Verdict.UNDECIDED),
    ],
)
def test_parts_of_one_day(one: str, other: str, verdict: Verdict) -> None:
    left, right = (
        calendar(f"Friday {part}", "2025-08-29", granularity=Granularity.DAY_PART, day_part=part)
        for part in (one, other)
    )
    assert compare_times(left, right).verdict is verdict


def test_a_clock_time_fits_its_part_of_the_day_or_not() -> None:
    morning = calendar("Friday morning", "2025-08-29", granularity=Granularity.DAY_PART, day_part="morning")
    assert compare_times(at("9 a.m.", 9), morning).more_exact is Side.LEFT
    assert compare_times(at("7 p.m.", 19), morning).verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("left", "right", "verdict", "more_exact"),
    [
        (lasting("two hours", 2, 2), lasting("120 minutes", 2, 2), Verdict.AGREE, None),
        # A month of 30 days and a year of 365: half of one more is told in either.
        (
            lasting("18 months", 18 * 30 * 24, 18 * 30 * 24),
            lasting("a year and a half", 365 * 36, 365 * 36),
            Verdict.AGREE,
            None,
        ),
        (lasting("two hours", 2, 2), lasting("at least three hours", 3, None), Verdict.CONFLICT, None),
        (lasting("a few hours", 2, 9), lasting("three hours", 3, 3), Verdict.COMPATIBLE, Side.RIGHT),
        (lasting("two to four hours", 2, 4), lasting("three to five hours", 3, 5), Verdict.COMPATIBLE, None),
        (lasting("two hours", 2, 2), FRIDAY, Verdict.UNDECIDED, None),
    ],
)
def test_durations_compare_by_length(
    left: TimeFacet, right: TimeFacet, verdict: Verdict, more_exact: Side | None
) -> None:
    found = compare_times(left, right)
    assert (found.verdict, found.more_exact) == (verdict, more_exact)


def test_a_date_is_more_exact_than_a_vague_word_but_now_is_no_rival() -> None:
    found = compare_times(vague("recently"), FRIDAY)
    assert (found.verdict, found.more_exact) == (Verdict.COMPATIBLE, Side.RIGHT)
    assert compare_times(vague("now"), FRIDAY).verdict is Verdict.UNDECIDED


def part_of(text: str, day: str, part: str) -> TimeFacet:
    return calendar(text, day, granularity=Granularity.DAY_PART, day_part=part)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (
            part_of("Friday night", "2025-08-29", "night"),
            part_of("early Saturday", "2025-08-30", "morning"),
            Verdict.UNDECIDED,
        ),
        (
            part_of("Friday evening", "2025-08-29", "evening"),
            part_of("early Saturday", "2025-08-30", "morning"),
            Verdict.UNDECIDED,
        ),
        (
            part_of("Friday night", "2025-08-29", "night"),
            part_of("Saturday night", "2025-08-30", "night"),
            Verdict.CONFLICT,
        ),
        (
            part_of("Friday night", "2025-08-29", "night"),
            part_of("Saturday afternoon", "2025-08-30", "afternoon"),
            Verdict.CONFLICT,
        ),
        (
            part_of("Friday morning", "2025-08-29", "morning"),
            calendar("Saturday", "2025-08-30"),
            Verdict.CONFLICT,
        ),
        (
            part_of("Friday night", "2025-08-29", "night"),
            at("1 a.m. Saturday", 1, day="2025-08-30"),
            Verdict.UNDECIDED,
        ),
        (at("midnight Friday", 0), calendar("Saturday", "2025-08-30"), Verdict.UNDECIDED),
        (at("11 p.m. Friday", 23), at("4 a.m. Saturday", 4, day="2025-08-30"), Verdict.CONFLICT),
        (
            at("11 p.m. Friday", 23, zone=dt.timezone(dt.timedelta(hours=-5))),
            at("4 a.m. GMT Saturday", 4, zone=dt.UTC, day="2025-08-30"),
            Verdict.UNDECIDED,
        ),
        (
            calendar("Friday", "2025-08-29"),
            at("0030 GMT Saturday", 0, 30, dt.UTC, "2025-08-30"),
            Verdict.UNDECIDED,
        ),
    ],
)
def test_times_that_meet_about_midnight_do_not_conflict(
    left: TimeFacet, right: TimeFacet, verdict: Verdict
) -> None:
    assert compare_times(left, right).verdict is verdict


def test_a_week_may_begin_on_the_sunday_before() -> None:
    assert compare_times(calendar("Sunday", "2025-08-31"), NEXT_WEEK).verdict is Verdict.UNDECIDED
    assert compare_times(calendar("Saturday", "2025-08-30"), NEXT_WEEK).verdict is Verdict.CONFLICT


def test_a_bare_clock_is_not_held_against_a_dated_one() -> None:
    assert compare_times(at("6 p.m.", 18, day=None), at("4 p.m. Friday", 16)).verdict is Verdict.UNDECIDED
    found = compare_times(at("4 p.m.", 16, day=None), at("4 p.m. Friday", 16))
    assert (found.verdict, found.more_exact) == (Verdict.COMPATIBLE, Side.RIGHT)


def test_words_that_order_a_story_leave_no_date_open() -> None:
    for words in ("the same day", "later", "at the time", "a day earlier"):
        assert compare_times(vague(words), FRIDAY).verdict is Verdict.UNDECIDED
    assert compare_times(vague("more than two years ago"), FRIDAY).more_exact is Side.RIGHT


def test_an_open_length_is_not_stretched_to_another_order() -> None:
    found = compare_times(lasting("hours", 2, None), lasting("eight days", 8 * 24, 8 * 24))
    assert found.verdict is Verdict.UNDECIDED


def test_minutes_are_more_exact_than_the_hours_that_round_them() -> None:
    minutes = TimeFacet(
        span=Span(0, 11),
        text="187 minutes",
        form=TimeForm.DURATION,
        length_low=187 * HOUR / 60,
        length_high=187 * HOUR / 60,
    )
    found = compare_times(lasting("three-hour", 3, 3), minutes)
    assert (found.verdict, found.more_exact) == (Verdict.COMPATIBLE, Side.RIGHT)
    assert compare_times(lasting("two-hour", 2, 2), minutes).verdict is Verdict.CONFLICT
    assert compare_times(lasting("two-hour", 2, 2), lasting("three-hour", 3, 3)).verdict is Verdict.CONFLICT


def test_a_time_of_day_without_a_day_fits_about_the_same_time_of_a_day() -> None:
    dated = at("4.10 a.m. on Sunday", 4, 10)
    found = compare_times(at("around 4 a.m.", 4, day=None), dated)
    assert (found.verdict, found.more_exact) == (Verdict.COMPATIBLE, Side.RIGHT)
    assert compare_times(at("9 a.m.", 9, day=None), dated).verdict is Verdict.UNDECIDED


def test_a_time_of_day_is_of_no_month() -> None:
    october = calendar("October", "2025-10-01", "2025-10-31", granularity=Granularity.MONTH)
    assert compare_times(at("midnight", 0, day=None), october).verdict is Verdict.UNDECIDED
