"""When the accounts were published and the times that findings hang on, in one order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.comparison.time_wording import date_in_words, described
from reconcile.report.html.material import Material
from reconcile.report.html.source_views import SourceView
from reconcile.schema import DiscrepancyValue, Interval, TimeFacet

WIDTH = 1000
"""Units of the drawn scale, from its first to its last day."""
LONGEST_SCALE = 366
"""Days: what lies further from the publications is told in words and not drawn."""
_DAY = dt.timedelta(days=1)
_LEAST_BAR = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Where on the scale an entry lies."""

    start: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """A publication (``words`` is then "") or words of a source that were read as ``when``.

    ``finding`` and ``number`` are those of the finding that hangs on them; ``bar`` None where not drawn.
    """

    source: SourceView
    when: str
    date: str
    words: str = ""
    claim: str = ""
    finding: str = ""
    number: int = 0
    bar: Bar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """Entries by their first day; ``first`` and ``last`` are the ends of the drawn scale, in words."""

    entries: tuple[EntryView, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    interval: Interval
    source: SourceView
    when: str
    value: DiscrepancyValue | None = None
    finding: str = ""
    number: int = 0


def timeline_view(material: Material) -> TimelineView | None:
    """None where dates do not matter: one day of publication at most, and no finding about time."""
    published = list(_publications(material))
    told = list(_told(material))
    if not told and len({event.interval for event in published}) < 2:
        return None
    events = sorted([*published, *told], key=lambda e: (e.interval, bool(e.value), e.source.id))
    scale = _scale(published, events)
    return TimelineView(
        entries=tuple(_entry(event, scale) for event in events),
        first=date_in_words(scale.begin) if scale else "",
        last=date_in_words(scale.end - _DAY) if scale else "",
    )


def _publications(material: Material) -> Iterator[_Event]:
    for letter, source in material.sources.items():
        # The last day that a calendar knows has no day after it: nothing to draw.
        if source.published and source.published < dt.date.max:
            day = Interval(source.published, source.published + _DAY)
            view = material.source_views[letter]
            yield _Event(interval=day, source=view, when=view.published)


def _told(material: Material) -> Iterator[_Event]:
    """The resolved times of findings, each value of a source once."""
    seen = set()
    for number, (_, discrepancy) in enumerate(material.findings, start=1):
        for value in discrepancy.values:
            facet, key = value.facet, (value.source, value.span)
            if isinstance(facet, TimeFacet) and facet.interval and key not in seen:
                seen.add(key)
                yield _Event(
                    interval=facet.interval,
                    source=material.source_views[value.source],
                    when=described(facet),
                    value=value,
                    finding=discrepancy.id,
                    number=number,
                )


def _scale(published: Sequence[_Event], events: Sequence[_Event]) -> Interval | None:
    """The days from the first to the last event that is not too far from the publications.

    None where they are one day, or where nothing is near enough to be drawn.
    """
    anchors = [event.interval for event in published] or [event.interval for event in events]
    middle = min(anchors)
    near = [
        event.interval
        for event in events
        if abs((event.interval.begin - middle.begin).days) <= LONGEST_SCALE
        and (event.interval.end - event.interval.begin).days <= LONGEST_SCALE
    ]
    if not near:
        return None
    begin, end = min(i.begin for i in near), max(i.end for i in near)
    return Interval(begin, end) if (end - begin).days > 1 else None


def _entry(event: _Event, scale: Interval | None) -> EntryView:
    value = event.value
    return EntryView(
        source=event.source,
        when=event.when,
        date=event.interval.begin.isoformat(),
        words=value.text if value else "",
        claim=value.claim if value else "",
        finding=event.finding,
        number=event.number,
        bar=_bar(event.interval, scale) if scale else None,
    )


def _bar(interval: Interval, scale: Interval) -> Bar | None:
    if not (scale.begin <= interval.begin and interval.end <= scale.end):
        return None
    days = (scale.end - scale.begin).days
    start = (interval.begin - scale.begin).days * WIDTH // days
    width = (interval.end - interval.begin).days * WIDTH // days
    return Bar(start=min(start, WIDTH - _LEAST_BAR), width=max(width, _LEAST_BAR))
