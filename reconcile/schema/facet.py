"""Facets: the checkable values inside a claim, each with its place in the document.

``start``/``end`` of a facet are offsets into the document and ``text`` is the exact slice.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reconcile.schema.text import Span


class FacetKind(StrEnum):
    TIME = "time"
    QUANTITY = "quantity"
    NAME = "name"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """What all facets have in common: a span and the exact words."""

    span: Span
    text: str

    def __post_init__(self) -> None:
        if len(self.text) != len(self.span):
            raise ValueError("the text of a facet is not as long as its span")


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Calendar days ``[begin, end)``; raises ValueError when it is empty."""

    begin: dt.date
    end: dt.date

    def __post_init__(self) -> None:
        if self.begin >= self.end:
            raise ValueError(f"empty interval: {self.begin} to {self.end}")

    def contains(self, other: Interval) -> bool:
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: Interval) -> bool:
        return self.begin < other.end and other.begin < self.end


class TimeForm(StrEnum):
    """What an expression of time denotes."""

    CALENDAR = "calendar"
    DURATION = "duration"
    SET = "set"
    VAGUE = "vague"


class Granularity(StrEnum):
    """The unit in which a calendar expression is stated, finest first."""

    TIME_OF_DAY = "time of day"
    DAY_PART = "part of day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH_PART = "part of month"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF_YEAR = "half-year"
    YEAR_PART = "part of year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFacet(Facet):
    """A date, time, duration or set.

    ``interval`` is None while an expression cannot be resolved (a relative date without a date
    of publication); ``anchor`` is the day that it was resolved against, None for absolute ones.
    ``alternatives`` are other readings, likeliest first, without ``interval`` itself. ``clock``
    is the time of day; ``day_part`` one of morning, afternoon, evening, night. A duration has
    ``length_low``/``length_high`` in seconds, months counted as 30 and years as 365 days; None
    is unbounded.
    """

    form: TimeForm
    interval: Interval | None = None
    granularity: Granularity | None = None
    anchor: dt.date | None = None
    alternatives: tuple[Interval, ...] = ()
    clock: dt.time | None = None
    day_part: str | None = None
    length_low: Decimal | None = None
    length_high: Decimal | None = None
    kind: FacetKind = FacetKind.TIME


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityFacet(Facet):
    """A figure as an interval ``[low, high]`` of ``unit``; None is unbounded.

    ``figure`` is the number as written (None for vague words such as "dozens"), ``unit`` an
    ISO 4217 code for money, "percent", or a unit name ("kilometre"); None for a plain count.
    ``counted`` is the lemma of the head noun that is counted ("country"), ``approximate`` whether
    the wording says so ("around 30"); ``ordinal`` whether it ranks ("the third") instead of counting.
    ``state`` is what befell those counted, as far as the words around say it ("dead" of "12 people were
    killed"); ``bearer`` whose age it is: a name as written, or the noun in lower case ("baker").
    """

    low: Decimal | None
    high: Decimal | None
    figure: Decimal | None = None
    unit: str | None = None
    counted: str | None = None
    approximate: bool = False
    ordinal: bool = False
    state: str | None = None
    bearer: str | None = None
    kind: FacetKind = FacetKind.QUANTITY

    def __post_init__(self) -> None:
        Facet.__post_init__(self)
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low is above high: {self.low} > {self.high}")


class NameKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    NATIONALITY = "nationality"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFacet(Facet):
    """A name. ``canonical`` is its fullest form in the article or the table's form,
    titles left off; a nationality's is the country's English name."""

    name_kind: NameKind
    canonical: str
    kind: FacetKind = FacetKind.NAME


class PlaceKind(StrEnum):
    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFacet(Facet):
    """A place. ``country`` is the ISO 3166 alpha-2 code, ``region`` the code (of the tables) of
    the part of the country that it is or lies in; None where they are not known."""

    place_kind: PlaceKind
    canonical: str
    country: str | None = None
    region: str | None = None
    kind: FacetKind = FacetKind.PLACE


AnyFacet = TimeFacet | QuantityFacet | NameFacet | PlaceFacet
