"""Phrases that stand in for one another in claims of one statement, labelled by gold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.discrepancies.articles import Articles
from reconcile.discrepancies.counterpart_features import Features, measure
from reconcile.discrepancies.counterparts import Described, counterparts
from reconcile.evaluation.gold import Gold, GoldDiscrepancy
from reconcile.evaluation.predictions import predictions
from reconcile.evaluation.run import read_events, reports
from reconcile.evaluation.stretch import ClaimStretch, Stretch, pairs_across
from reconcile.schema import ClaimRole, DiscrepancyKind, Report
from reconcile.settings import Settings

KINDS = frozenset({DiscrepancyKind.NAME, DiscrepancyKind.WORDING})

Joined = tuple[ClaimStretch, ClaimStretch]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledCounterparts:
    """The features of two phrases, and whether gold has a difference of name or wording on both."""

    event: str
    features: Features
    differs: bool


def label_counterparts(paths: Sequence[Path], settings: Settings) -> Iterator[LabelledCounterparts]:
    """The labelled phrases of each event that ``paths`` are or hold.

    They come from the claims that the pipeline joins and from those that gold does. All gold is read
    before anything runs. Raises GoldError, and what the pipeline raises.
    """
    events = read_events(paths)
    for report, gold in reports(events, settings):
        articles = Articles.of(report.claims)
        noted = [found for found in gold.discrepancies if found.kind in KINDS]
        for left, right in _joined(report, gold):
            for pair in counterparts(left.claim, right.claim):
                yield LabelledCounterparts(
                    event=gold.event,
                    features=measure(pair, articles),
                    differs=_is_noted(_stretch(pair.left, left), _stretch(pair.right, right), noted),
                )


def _joined(report: Report, gold: Gold) -> Iterator[Joined]:
    """Claims held to make one statement, each two once, headlines left out."""
    predicted = predictions(report)
    found: dict[tuple[str, str], Joined] = {}
    for pair in (pair for group in predicted.groups for pair in group.pairs):
        found[pair.left.claim.id, pair.right.claim.id] = pair.left, pair.right
    for group in gold.groups:
        matching = [claim for claim in predicted.claims if any(claim.matches(m) for m in group.members)]
        for left, right in pairs_across(matching):
            found.setdefault((left.claim.id, right.claim.id), (left, right))
    for left, right in found.values():
        if ClaimRole.HEADLINE not in (left.claim.role, right.claim.role):
            yield left, right


def _stretch(end: Described, claim: ClaimStretch) -> Stretch:
    return Stretch(source=claim.source, span=end.span, text=end.text)


def _is_noted(left: Stretch, right: Stretch, noted: Sequence[GoldDiscrepancy]) -> bool:
    return any(
        any(value.touches(left) for value in one.values) and any(value.touches(right) for value in one.values)
        for one in noted
    )
