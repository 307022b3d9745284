"""How reliable each kind of finding is, measured on gold: the figures of the catalogue of discrepancies.

``python -m reconcile.evaluation.reliability EVENT...`` prints the rows of catalogue.tsv.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from reconcile.evaluation.assessment import assess
from reconcile.evaluation.gold_reader import read_gold
from reconcile.evaluation.metrics import ALERTS
from reconcile.evaluation.outcomes import Assessment, Finding
from reconcile.evaluation.run import find_events, reports
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation
from reconcile.settings import Settings

PRIOR = 5
"""Findings that the wider share counts as much as: few findings of one relation are drawn towards
the share of their kind, and that towards the share of all."""

Key = tuple[DiscrepancyKind, DiscrepancyRelation]


def reliabilities(assessments: Sequence[Assessment]) -> dict[Key, float]:
    """Of findings on claims that belong together, the share that gold has too, for every kind and relation.

    A conflict or an update is right only where gold has one or the other.
    """
    made, right = Counter[Key](), Counter[Key]()
    for finding in (finding for assessment in assessments for finding in _fair(assessment)):
        discrepancy = finding.predicted.discrepancy
        made[discrepancy.kind, discrepancy.relation] += 1
        right[discrepancy.kind, discrepancy.relation] += _is_right(finding)
    overall = right.total() / made.total() if made else 0.0
    shares: dict[Key, float] = {}
    for kind in DiscrepancyKind:
        of_kind = [(kind, relation) for relation in DiscrepancyRelation]
        wider = _drawn(sum(right[key] for key in of_kind), sum(made[key] for key in of_kind), overall)
        shares |= {key: _drawn(right[key], made[key], wider) for key in of_kind}
    return shares


def _drawn(right: int, made: int, wider: float) -> float:
    return (right + PRIOR * wider) / (made + PRIOR)


def _fair(assessment: Assessment) -> Iterator[Finding]:
    """The findings whose values lie in members of one gold group in two sources, or that are right."""
    for finding in assessment.findings:
        for group in assessment.gold.groups:
            touched = {
                value.source
                for value in finding.predicted.values
                if any(member.touches(value) for member in group.members)
            }
            if finding.gold is not None or len(touched) > 1:
                yield finding
                break


def _is_right(finding: Finding) -> bool:
    if finding.gold is None:
        return False
    return finding.predicted.discrepancy.relation not in ALERTS or finding.gold.relation in ALERTS


if __name__ == "__main__":
    events = [read_gold(folder) for folder in find_events([Path(argument) for argument in sys.argv[1:]])]
    measured = reliabilities([assess(report, gold) for report, gold in reports(events, Settings())])
    for (kind, relation), share in measured.items():
        sys.stdout.write(f"{kind}\t{relation}\t{share:.2f}\n")
