"""How reliable each kind of finding by rules is on gold: the figures of the catalogue of discrepancies.

``python -m reconcile.evaluation.reliability EVENT...`` prints catalogue.tsv anew.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from reconcile.discrepancies.catalogue import shipped_reliabilities
from reconcile.evaluation.assessment import assess
from reconcile.evaluation.counts import share
from reconcile.evaluation.measuring_command import told
from reconcile.evaluation.metrics import ALERTS
from reconcile.evaluation.outcomes import Assessment, Finding
from reconcile.evaluation.run import RULES_ONLY, read_events, reports
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation

PRIOR = 5
"""Findings that the wider ratio counts as much as: few findings of one relation are drawn towards
the ratio of their kind, and that towards the ratio of all."""

_HEADER = """\
# The catalogue of discrepancies: kind, relation, reliability.
# reliability is how many findings of that kind and relation gold has too (a conflict or update counts only
# where gold has one or the other), over how many their groups let us expect, which is the sum of the groups'
# confidences; at most 1. So a finding's confidence, that of its group times the reliability, is right on
# average. It is drawn towards the ratio of the kind where findings are few, and that towards that of all.
# Measured on the shared development events, the fixtures and the news events that tests/annotations builds
# (NEWS) by `python -m reconcile.evaluation.reliability ../shared/events fixtures/events NEWS/*`.
# Own work of the reconcile authors, Apache-2.0.
"""

Key = tuple[DiscrepancyKind, DiscrepancyRelation]


def reliabilities(assessments: Sequence[Assessment]) -> dict[Key, float]:
    """Of every kind and relation, the right findings over those that their groups let us expect.

    What a group's confidence leaves open is in the denominator; what a kind of finding says about
    its group is in the ratio: where two claims differ in their speaker, they often are two statements.
    """
    expected, right = defaultdict[Key, float](float), Counter[Key]()
    for finding in chain.from_iterable(assessment.findings for assessment in assessments):
        expected[key_of(finding)] += group_confidence(finding)
        right[key_of(finding)] += is_right(finding)
    overall = share(right.total(), sum(expected.values()))
    ratios: dict[Key, float] = {}
    for kind in DiscrepancyKind:
        of_kind = [(kind, relation) for relation in DiscrepancyRelation]
        wider = _drawn(sum(right[key] for key in of_kind), sum(expected[key] for key in of_kind), overall)
        ratios |= {key: min(1.0, _drawn(right[key], expected[key], wider)) for key in of_kind}
    return ratios


def key_of(finding: Finding) -> Key:
    """Where the catalogue has the finding."""
    return finding.predicted.discrepancy.kind, finding.predicted.discrepancy.relation


def group_confidence(finding: Finding) -> float:
    """The confidence of its group, as the finding was made with: its own without the catalogue's reliability.

    The same spelling of a name throughout an article is no matter of one group; there it is 1.
    """
    return min(1.0, share(finding.predicted.discrepancy.confidence, shipped_reliabilities()[key_of(finding)]))


def is_right(finding: Finding) -> bool:
    """Whether gold has the finding; a conflict or an update only where gold has one or the other."""
    if finding.gold is None:
        return False
    return finding.predicted.discrepancy.relation not in ALERTS or finding.gold.relation in ALERTS


def catalogue_table(ratios: Mapping[Key, float]) -> str:
    """The reliabilities as the table that the package ships."""
    return _HEADER + "".join(
        f"{kind}\t{relation}\t{ratio:.2f}\n" for (kind, relation), ratio in ratios.items()
    )


def _drawn(right: int, expected: float, wider: float) -> float:
    return (right + PRIOR * wider) / (expected + PRIOR)


if __name__ == "__main__":
    with told():
        events = read_events([Path(argument) for argument in sys.argv[1:]])
        measured = reliabilities([assess(report, gold) for report, gold in reports(events, RULES_ONLY)])
        sys.stdout.write(catalogue_table(measured))
