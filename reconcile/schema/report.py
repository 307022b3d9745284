"""The whole outcome of a run."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from reconcile.schema.claim import Claim
from reconcile.schema.document import Document, Failure, Source
from reconcile.schema.group import ClaimGroup, GroupStatus
from reconcile.schema.judgement import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelUse:
    """A model that took part: its role, name, and revision (a hash where there is one)."""

    role: str
    name: str
    revision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Version, start (aware, UTC), settings and models of a run."""

    reconcile: str
    started_at: dt.datetime
    settings: Mapping[str, object] = field(default_factory=dict)
    models: tuple[ModelUse, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Sources, claims and groups of one run; REPORT.md fixes its JSON.

    ``warnings`` are sentences for the user about sources that were used all the same,
    ``judgements`` what reviewers decided about its discrepancies: a fresh run has none.
    """

    run: Run
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    groups: tuple[ClaimGroup, ...]
    failures: tuple[Failure, ...] = ()
    warnings: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(document.source for document in self.documents)

    @property
    def counts(self) -> dict[str, int]:
        """Claims, groups, and groups per status."""
        per_status = Counter(group.status for group in self.groups)
        totals = {"claims": len(self.claims), "groups": len(self.groups)}
        return (
            totals
            | {
                status.value: per_status[status]
                for status in GroupStatus
                if status is not GroupStatus.SINGLE_SOURCE
            }
            | {GroupStatus.SINGLE_SOURCE.value: per_status[GroupStatus.SINGLE_SOURCE]}
        )
