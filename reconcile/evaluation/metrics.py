"""The counts of an assessment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reconcile.evaluation.counts import Counts, Tally
from reconcile.evaluation.outcomes import Assessment, Expected, Finding
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation

ALERTS = frozenset({DiscrepancyRelation.CONFLICT, DiscrepancyRelation.UPDATE})
"""The relations that a fact-checker must look at."""


def count(assessment: Assessment) -> Counts:
    """What the event scored."""
    firm = [expected for expected in assessment.expected if not expected.gold.optional]
    findings = assessment.findings
    return Counts(
        alignment=_alignment(assessment),
        discrepancies=_discrepancies(firm, findings),
        alerts=_alerts(firm, findings),
        kinds=_kinds(firm, findings),
        relations_right=sum(relation_right(finding) for finding in findings),
        singles=len(assessment.singles),
        singles_kept=sum(single.swallowed is None for single in assessment.singles),
        traps=len(assessment.traps),
        traps_sprung=sum(trap.sprung is not None for trap in assessment.traps),
        speakers=len(assessment.attributions),
        speakers_right=sum(attribution.right for attribution in assessment.attributions),
        not_claims=len(assessment.gold.not_claims),
        not_claims_touched=len(assessment.false_claims),
    )


def relation_right(finding: Finding) -> bool:
    """Whether a right discrepancy also has the relation that gold gives it."""
    return finding.gold is not None and finding.predicted.discrepancy.relation is finding.gold.relation


def _alignment(assessment: Assessment) -> Tally:
    return Tally(
        gold=len(assessment.gold_pairs),
        found=sum(pair.found for pair in assessment.gold_pairs),
        made=len(assessment.joined_pairs),
        right=sum(pair.right for pair in assessment.joined_pairs),
    )


def _discrepancies(firm: Sequence[Expected], findings: Sequence[Finding]) -> Tally:
    return Tally(
        gold=len(firm),
        found=sum(expected.found for expected in firm),
        made=len(findings),
        right=sum(finding.gold is not None for finding in findings),
    )


def _alerts(firm: Sequence[Expected], findings: Sequence[Finding]) -> Tally:
    """An alert is right when the gold discrepancy is one too, be it conflict or update."""
    gold = [expected for expected in firm if expected.gold.relation in ALERTS]
    made = [finding for finding in findings if finding.predicted.discrepancy.relation in ALERTS]
    return Tally(
        gold=len(gold),
        found=sum(expected.found for expected in gold),
        made=len(made),
        right=sum(finding.gold is not None and finding.gold.relation in ALERTS for finding in made),
    )


def _kinds(firm: Sequence[Expected], findings: Sequence[Finding]) -> dict[DiscrepancyKind, Tally]:
    gold = Counter(expected.gold.kind for expected in firm)
    found = Counter(expected.gold.kind for expected in firm if expected.found)
    made = Counter(finding.predicted.discrepancy.kind for finding in findings)
    right = Counter(finding.predicted.discrepancy.kind for finding in findings if finding.gold is not None)
    return {
        kind: Tally(gold=gold[kind], found=found[kind], made=made[kind], right=right[kind])
        for kind in DiscrepancyKind
    }
