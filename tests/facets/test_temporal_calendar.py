"""Calendar arithmetic at the edges of months and years."""

from __future__ import annotations

import datetime as dt

import pytest

from reconcile.facets.temporal import calendar
from reconcile.schema import Interval


def test_a_month_that_is_too_short_ends_on_its_last_day() -> None:
    assert calendar.shifted_months(dt.date(2024, 1, 31), 1) == dt.date(2024, 2, 29)
    assert calendar.shifted_months(dt.date(2024, 3, 31), -13) == dt.date(2023, 2, 28)


def test_weeks_run_from_monday_to_sunday_across_years() -> None:
    assert calendar.week(dt.date(2025, 1, 1)) == Interval(dt.date(2024, 12, 30), dt.date(2025, 1, 6))


def test_a_winter_runs_into_the_next_year() -> None:
    assert calendar.season(2024, 12) == Interval(dt.date(2024, 12, 1), dt.date(2025, 3, 1))


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, dt.date(2024, 11, 7)), (4, dt.date(2024, 11, 28)), (-1, dt.date(2024, 11, 28))],
)
def test_the_nth_thursday_of_a_month(count: int, expected: dt.date) -> None:
    assert calendar.nth_weekday(2024, 11, 3, count) == expected


@pytest.mark.parametrize(
    ("two_digits", "published", "year"),
    [
        (40, 2025, 1940),
        (29, 2025, 2029),
        (98, 1999, 1998),
        (4, 1999, 2004),
        (21, None, 2021),
        (40, None, 1940),
    ],
)
def test_two_digits_are_a_year_not_long_after_publication(
    two_digits: int, published: int | None, year: int
) -> None:
    day = dt.date(published, 6, 1) if published else None
    assert calendar.full_year(two_digits, day) == year


def test_early_mid_and_late_cover_a_month() -> None:
    august = calendar.month(2025, 8)
    early, mid, late = (calendar.part(august, name) for name in ("early", "mid", "late"))
    assert (early.begin, late.end) == (august.begin, august.end)
    assert early.end == late.begin
    assert mid == Interval(dt.date(2025, 8, 11), dt.date(2025, 8, 21))
