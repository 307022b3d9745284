"""A case at a glance: its report, its sources' versions, and the judgements that need a look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reconcile import store
from reconcile.casework.judging import FlaggedJudgement, OrphanedJudgement, flagged_of, orphans_of
from reconcile.schema import Report
from reconcile.store import StoredSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The case at one moment; ``versions`` counts those of each source by its letter."""

    report: Report
    sources: tuple[StoredSource, ...]
    versions: Mapping[str, int]
    orphans: tuple[OrphanedJudgement, ...]
    flagged: tuple[FlaggedJudgement, ...]


def overview(case: str | Path) -> Overview:
    """The case as it stands; raises CaseError."""
    with store.reading(Path(case)) as database:
        store.require_intact(database)
        holding = store.holding(database)
        return Overview(
            report=store.read_report(database),
            sources=store.read_sources(database),
            versions=store.last_versions(database),
            orphans=orphans_of(holding),
            flagged=flagged_of(holding),
        )
