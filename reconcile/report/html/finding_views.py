"""Each finding as the page shows it: what differs, where, how grave, how sure, and why."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.report.html.context_views import ContextView, context_views
from reconcile.report.html.facts import Facts, of_finding, two_digits
from reconcile.report.html.judgement_views import JudgementView, view
from reconcile.report.html.material import Material
from reconcile.report.phrases import STATUS_MARK
from reconcile.report.selection import silent_on
from reconcile.schema import ClaimGroup, ClaimPair, Discrepancy, Evidence, GroupStatus, SeverityLevel

SEVERITY_MARK = {SeverityLevel.HIGH: "▲▲▲", SeverityLevel.MEDIUM: "▲▲", SeverityLevel.LOW: "▲"}
_RELATION_WORDS = {
    "equivalent": "say the same",
    "left-entails-right": "the second follows from the first",
    "right-entails-left": "the first follows from the second",
    "contradicts": "contradict each other",
    "unrelated": "neither follows from the other",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two claims, how they relate in words, how likely they make the same statement, and why."""

    left: str
    right: str
    relation: str
    score: str
    evidence: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A discrepancy; ``number`` counts from 1 in the order of the page."""

    id: str
    number: int
    group: str
    relation: str
    mark: str
    kind: str
    severity: str
    severity_mark: str
    reason: str
    confidence: str
    group_confidence: str
    explanation: str
    facts: Facts
    contexts: tuple[ContextView, ...]
    pairs: tuple[PairView, ...]
    silent: tuple[str, ...]
    judgements: tuple[JudgementView, ...]


def finding_views(material: Material) -> tuple[FindingView, ...]:
    """All selected findings, what a desk would correct first at the top."""
    return tuple(
        _view(number, group, discrepancy, material)
        for number, (group, discrepancy) in enumerate(material.findings, start=1)
    )


def pair_views(group: ClaimGroup, discrepancy: Discrepancy) -> tuple[PairView, ...]:
    """The pairs of claims that the finding's values stand in."""
    involved = {value.claim for value in discrepancy.values}
    return tuple(_pair(pair) for pair in group.pairs if {pair.left, pair.right} <= involved)


def _view(number: int, group: ClaimGroup, discrepancy: Discrepancy, material: Material) -> FindingView:
    judgements = material.lookup.judgements_of(discrepancy)
    return FindingView(
        id=discrepancy.id,
        number=number,
        group=group.id,
        relation=discrepancy.relation.value,
        mark=STATUS_MARK[GroupStatus(discrepancy.relation.value)],
        kind=discrepancy.kind.value,
        severity=discrepancy.severity.level.value,
        severity_mark=SEVERITY_MARK[discrepancy.severity.level],
        reason=discrepancy.severity.reason,
        confidence=two_digits(discrepancy.confidence),
        group_confidence=two_digits(group.confidence),
        explanation=discrepancy.explanation,
        facts=of_finding(discrepancy, judgements),
        contexts=context_views(discrepancy, material),
        pairs=pair_views(group, discrepancy),
        silent=silent_on(group, discrepancy),
        judgements=tuple(view(judgement) for judgement in judgements),
    )


def _pair(pair: ClaimPair) -> PairView:
    return PairView(
        left=pair.left,
        right=pair.right,
        relation=_RELATION_WORDS[pair.relation.value],
        score=two_digits(pair.score),
        evidence=tuple(_weighed(item) for item in pair.evidence),
    )


def _weighed(evidence: Evidence) -> tuple[str, str, str]:
    return evidence.scorer, two_digits(evidence.score), evidence.detail
