"""The head of the page: whose accounts, the counts, and what a reader must know first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.report.html.judgement_views import tally
from reconcile.report.html.material import Material
from reconcile.report.phrases import STATUS_MARK, STATUS_MEANING, selection_note
from reconcile.report.selection import RenderOptions
from reconcile.schema import GroupStatus

MOST_NAMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CountView:
    """How many groups have a status, and what it means."""

    status: str
    mark: str
    count: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """``note`` says what the options left out, ``reviewed`` what reviewers did; "" for nothing."""

    names: str
    summary: str
    counts: tuple[CountView, ...]
    note: str
    reviewed: str
    warnings: tuple[str, ...]
    failures: tuple[tuple[str, str, str], ...]


def head_view(material: Material, options: RenderOptions) -> HeadView:
    """The head of a report as far as ``options`` select it; the counts are those of all of it."""
    report = material.report
    shown = frozenset(discrepancy.id for _, discrepancy in material.findings)
    return HeadView(
        names=_names([source.name for source in material.source_views.values()]),
        summary=_summary(material),
        counts=tuple(_count(status, report.counts[status.value]) for status in GroupStatus),
        note=selection_note(len(material.groups), report, options),
        reviewed=tally(report, shown),
        warnings=report.warnings,
        failures=tuple((failure.source, failure.path, failure.error) for failure in report.failures),
    )


def _count(status: GroupStatus, count: int) -> CountView:
    return CountView(
        status=status.value, mark=STATUS_MARK[status], count=f"{count:,}", meaning=STATUS_MEANING[status]
    )


def _summary(material: Material) -> str:
    report = material.report
    numbers = (
        (len(report.documents), "source"),
        (len(report.claims), "claim"),
        (len(material.groups), "statement"),
        (len(material.findings), "finding"),
    )
    return ", ".join(f"{count:,} {noun}{'' if count == 1 else 's'}" for count, noun in numbers) + "."


def _names(names: Sequence[str]) -> str:
    """``"Kestrel Wire, Norrland Post and 3 others"``."""
    if len(names) > MOST_NAMES + 1:
        return f"{', '.join(names[:MOST_NAMES])} and {len(names) - MOST_NAMES} others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
