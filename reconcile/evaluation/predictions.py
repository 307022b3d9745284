"""A report seen as gold sees its event: stretches of sources named by the stem of their file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reconcile.evaluation.stretch import ClaimStretch, Stretch, pairs_across
from reconcile.schema import ClaimGroup, Discrepancy, Report

Names = Mapping[str, str]
"""Ids of sources to the stems of their paths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedPair:
    """Two claims that a group joins; ``score`` is None where the group did not score them."""

    group: str
    left: ClaimStretch
    right: ClaimStretch
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedGroup:
    """A group of claims of several sources."""

    id: str
    members: tuple[ClaimStretch, ...]
    pairs: tuple[PredictedPair, ...]

    def joins(self, left: Stretch, right: Stretch) -> bool:
        """Whether one of its claims matches ``left`` and one ``right``."""
        return self.matches(left) and self.matches(right)

    def matches(self, stretch: Stretch) -> bool:
        return any(member.matches(stretch) for member in self.members)


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedDiscrepancy:
    """A discrepancy and the stretches of its values."""

    group: str
    discrepancy: Discrepancy
    values: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predictions:
    """Claims, groups of several sources, and the discrepancies of all groups."""

    claims: tuple[ClaimStretch, ...]
    groups: tuple[PredictedGroup, ...]
    discrepancies: tuple[PredictedDiscrepancy, ...]


def predictions(report: Report) -> Predictions:
    """What ``report`` says, ready to be held against gold."""
    names = {source.id: Path(source.path).stem for source in report.sources}
    claims = {
        claim.id: ClaimStretch(source=names[claim.source], span=claim.span, text=claim.text, claim=claim)
        for claim in report.claims
    }
    return Predictions(
        claims=tuple(claims.values()),
        groups=tuple(_groups(report, claims)),
        discrepancies=tuple(_discrepancies(report, names)),
    )


def _groups(report: Report, claims: Mapping[str, ClaimStretch]) -> Iterator[PredictedGroup]:
    for group in report.groups:
        members = tuple(claims[claim] for claim in group.claims)
        if len({member.source for member in members}) > 1:
            yield PredictedGroup(id=group.id, members=members, pairs=tuple(_pairs(group, members)))


def _pairs(group: ClaimGroup, members: tuple[ClaimStretch, ...]) -> Iterator[PredictedPair]:
    scores = {frozenset((pair.left, pair.right)): pair.score for pair in group.pairs}
    for left, right in pairs_across(members):
        score = scores.get(frozenset((left.claim.id, right.claim.id)))
        yield PredictedPair(group=group.id, left=left, right=right, score=score)


def _discrepancies(report: Report, names: Names) -> Iterator[PredictedDiscrepancy]:
    for group in report.groups:
        for found in group.discrepancies:
            values = tuple(
                Stretch(source=names[value.source], span=value.span, text=value.text)
                for value in found.values
            )
            yield PredictedDiscrepancy(group=group.id, discrepancy=found, values=values)
