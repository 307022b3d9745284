"""What rules find, labelled by gold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.discrepancies.divergence_candidates import divergences
from reconcile.discrepancies.finding_features import FindingFeatures, measured_findings
from reconcile.evaluation.assessment import assess
from reconcile.evaluation.reliability import is_right
from reconcile.evaluation.run import RULES_ONLY, read_events, reports
from reconcile.models import DivergenceTagger, Encoder


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledFinding:
    """The features of a finding, and whether gold has it, too: a conflict or an update as one of the two."""

    event: str
    features: FindingFeatures
    differs: bool


def label_findings(
    paths: Sequence[Path], tagger: DivergenceTagger, encoder: Encoder
) -> Iterator[LabelledFinding]:
    """The labelled findings by rules of each event that ``paths`` are or hold.

    All gold is read before anything runs. Raises GoldError, and what the pipeline raises.
    """
    events = read_events(paths)
    for report, gold in reports(events, RULES_ONLY):
        candidates = divergences(report.groups, report.claims, report.documents, tagger, encoder)
        measured = measured_findings(report.groups, report.claims, candidates, encoder)
        # Both go through the groups, and a group's findings, in the report's order.
        for one, finding in zip(measured, assess(report, gold).findings, strict=True):
            yield LabelledFinding(event=gold.event, features=one.features, differs=is_right(finding))
