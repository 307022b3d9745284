"""The queue beside a finding, its filters, and how far the reviewer has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reconcile.review.desk import shown
from reconcile.review.filters import Filters, Mine, is_decided
from reconcile.review.labels import Labels, labels_of
from reconcile.review.snapshot import Entry, Snapshot
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, SeverityLevel

_MINE_WORDS = {Mine.OPEN: "not decided by me", Mine.DECIDED: "decided by me"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A filter with the choices that the case has, each with its word."""

    name: str
    legend: str
    chosen: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """``suffix`` is to be put behind links so that they keep the filters; ``previous`` and ``next`` are
    the ids of the neighbours of the finding that is looked at, "" at the ends."""

    rows: tuple[Labels, ...]
    selections: tuple[Selection, ...]
    filters: Filters
    suffix: str
    previous: str
    next: str
    decided: int
    total: int


def queue_view(snapshot: Snapshot, filters: Filters, reviewer: str, current: Entry | None) -> QueueView:
    """The queue as ``reviewer`` sees it while looking at ``current``."""
    entries = shown(snapshot, filters, reviewer)
    number = current.number if current else 0
    before = [entry.id for entry in entries if entry.number < number]
    behind = [entry.id for entry in entries if entry.number > number]
    return QueueView(
        rows=tuple(labels_of(entry, snapshot.decision(entry.id, reviewer)) for entry in entries),
        selections=tuple(_selections(snapshot, filters)),
        filters=filters,
        suffix=f"?{filters.query}" if filters.query else "",
        previous=before[-1] if before else "",
        next=behind[0] if behind else "",
        decided=decided_by(snapshot, reviewer),
        total=len(snapshot.queue),
    )


def decided_by(snapshot: Snapshot, reviewer: str) -> int:
    """How many findings of the queue the reviewer has decided."""
    return sum(is_decided(snapshot.decision(entry.id, reviewer)) for entry in snapshot.queue)


def _selections(snapshot: Snapshot, filters: Filters) -> Iterator[Selection]:
    found = [entry.discrepancy for entry in snapshot.queue]
    yield Selection(
        name="mine",
        legend="Decision",
        chosen=filters.mine or "",
        choices=tuple((mine.value, word) for mine, word in _MINE_WORDS.items()),
    )
    yield _selection("severity", SeverityLevel, {d.severity.level for d in found}, filters.severity)
    yield _selection("relation", DiscrepancyRelation, {d.relation for d in found}, filters.relation)
    yield _selection("kind", DiscrepancyKind, {d.kind for d in found}, filters.kind)


def _selection(name: str, all_: type[StrEnum], found: set[StrEnum], chosen: StrEnum | None) -> Selection:
    values = tuple((value.value, value.value) for value in all_ if value in found or value == chosen)
    return Selection(name=name, legend=name.capitalize(), chosen=chosen or "", choices=values)
