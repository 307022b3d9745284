"""What is different in a case after a source came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.casework.judging import FlaggedJudgement, OrphanedJudgement
from reconcile.schema import (
    Claim,
    ClaimGroup,
    Discrepancy,
    DiscrepancyRelation,
    GroupStatus,
    Judgement,
    Report,
)

ClaimKey = tuple[str, str, int]
"""A claim by its source, its words, and how many of the same words come before it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationChange:
    """A finding, as it is now, that the machine called ``before`` in the last run."""

    finding: Discrepancy
    before: DiscrepancyRelation


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """A group, as it is now, whose claims had another status; ``statement`` is one of them."""

    group: ClaimGroup
    statement: str
    before: GroupStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What ``add`` did: ``report`` is the case as it stands now.

    ``added``, ``updated`` and ``unchanged`` are letters of sources; ``notices`` are sentences for the user
    about sources. ``new``, ``gone`` and ``kept`` are findings, kept ones as they are now. A judgement is
    kept where its words stand, moved where they stand elsewhere by now, orphaned where they are no
    finding any more; kept and moved ones are flagged where the machine now says something else, or where
    the words around theirs have changed.
    """

    report: Report
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    new: tuple[Discrepancy, ...] = ()
    gone: tuple[Discrepancy, ...] = ()
    kept: tuple[Discrepancy, ...] = ()
    relations: tuple[RelationChange, ...] = ()
    statuses: tuple[StatusChange, ...] = ()
    judgements_kept: tuple[Judgement, ...] = ()
    judgements_moved: tuple[Judgement, ...] = ()
    judgements_orphaned: tuple[OrphanedJudgement, ...] = ()
    flagged: tuple[FlaggedJudgement, ...] = ()


def all_findings(report: Report) -> dict[str, Discrepancy]:
    """The findings of a report by id."""
    return {finding.id: finding for group in report.groups for finding in group.discrepancies}


def changed_relations(
    earlier: Mapping[str, Discrepancy], now: Mapping[str, Discrepancy], places: Mapping[str, str | None]
) -> Iterator[RelationChange]:
    """The findings that the machine calls something else by now; ``places`` are ids of today by former
    ones."""
    for finding, place in places.items():
        if place is not None and finding in earlier and earlier[finding].relation != now[place].relation:
            yield RelationChange(finding=now[place], before=earlier[finding].relation)


def changed_statuses(earlier: Report, now: Report) -> Iterator[StatusChange]:
    """Groups whose status changed; a group's former self is the one that shares most claims with it."""
    former = _group_of_claim(earlier)
    keys = _keys(now.claims)
    texts = {claim.id: claim.text for claim in now.claims}
    for group in now.groups:
        shared = Counter(former[keys[claim]].id for claim in group.claims if keys[claim] in former)
        if not shared:
            continue
        name = max(shared, key=lambda name: shared[name])
        before = next(g for g in earlier.groups if g.id == name).status
        if before is not group.status:
            yield StatusChange(group=group, statement=texts[group.claims[0]], before=before)


def _group_of_claim(report: Report) -> dict[ClaimKey, ClaimGroup]:
    keys = _keys(report.claims)
    return {keys[claim]: group for group in report.groups for claim in group.claims}


def _keys(claims: Sequence[Claim]) -> dict[str, ClaimKey]:
    """The keys of claims by their ids, which count claims and change when a text does."""
    seen: Counter[tuple[str, str]] = Counter()
    keys: dict[str, ClaimKey] = {}
    for claim in claims:
        words = (claim.source, claim.text)
        keys[claim.id] = (*words, seen[words])
        seen[words] += 1
    return keys
