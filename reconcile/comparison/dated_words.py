"""Dates in the place of words for days, so that "yesterday" and "June 3" are seen to be one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from reconcile.schema import AnyFacet, Granularity, Span, TimeFacet

_A_DAY = dt.timedelta(days=1)


def dates_by_span(facets: Iterable[AnyFacet]) -> dict[Span, str]:
    """The date ("June 3, 2031") of every expression for one day that has but one reading, by its place."""
    return {
        facet.span: f"{day:%B} {day.day}, {day.year}"
        for facet in facets
        if isinstance(facet, TimeFacet) and (day := _day(facet))
    }


def _day(facet: TimeFacet) -> dt.date | None:
    interval = facet.interval
    if interval is None or facet.alternatives or facet.granularity is not Granularity.DAY:
        return None
    return interval.begin if interval.end - interval.begin == _A_DAY else None
