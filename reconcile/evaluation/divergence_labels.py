"""What the divergence tagger marks beside the rules' findings, labelled by gold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile.discrepancies.divergence_candidates import Candidate, divergences
from reconcile.discrepancies.divergence_features import Features
from reconcile.discrepancies.overlap import unreported
from reconcile.evaluation.assessment import assess
from reconcile.evaluation.gold import Gold
from reconcile.evaluation.run import RULES_ONLY, read_events, reports
from reconcile.models import DivergenceTagger, Encoder
from reconcile.schema import ClaimGroup, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledDivergence:
    """The features of marked words, and whether gold notes that they differ."""

    event: str
    features: Features
    differs: bool


def label_divergences(
    paths: Sequence[Path], tagger: DivergenceTagger, encoder: Encoder
) -> Iterator[LabelledDivergence]:
    """The labelled marks of each event that ``paths`` are or hold, where no rule speaks of their words.

    All gold is read before anything runs. Raises GoldError, and what the pipeline raises.
    """
    events = read_events(paths)
    for report, gold in reports(events, RULES_ONLY):
        yield from labelled(report, gold, tagger, encoder)


def labelled(
    report: Report, gold: Gold, tagger: DivergenceTagger, encoder: Encoder
) -> Iterator[LabelledDivergence]:
    """The same for the ``report`` of one event, whose findings are all by rules."""
    known = [found for group in report.groups for found in group.discrepancies]
    for candidate in divergences(report.groups, report.claims, report.documents, tagger, encoder):
        if any(unreported([candidate.discrepancy(0.0)], known)):
            differs = _is_noted(candidate, report, gold)
            yield LabelledDivergence(event=gold.event, features=candidate.features, differs=differs)


def _is_noted(candidate: Candidate, report: Report, gold: Gold) -> bool:
    """Whether it would be right if it were all that is reported."""
    group = ClaimGroup(
        id=candidate.group,
        claims=tuple(end.claim.id for end in candidate.ends),
        discrepancies=(candidate.discrepancy(0.0),),
    )
    (finding,) = assess(replace(report, groups=(group,)), gold).findings
    return finding.gold is not None
