"""What the machine has for a finding: how sure it is, how it read the words, what its scorers say."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.report.html.context_views import context_views
from reconcile.report.html.facts import two_digits
from reconcile.report.html.finding_views import PairView, pair_views
from reconcile.review.snapshot import Entry, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """``readings`` are claims with what their words were read as; confidences are in words."""

    confidence: str
    group_confidence: str
    readings: tuple[tuple[str, tuple[str, ...]], ...]
    pairs: tuple[PairView, ...]


def evidence_of(snapshot: Snapshot, entry: Entry) -> Evidence:
    """All that speaks for a finding in the machine's eyes."""
    contexts = context_views(entry.discrepancy, snapshot.material)
    return Evidence(
        confidence=two_digits(entry.discrepancy.confidence),
        group_confidence=two_digits(entry.group.confidence),
        readings=tuple((context.claim, context.readings) for context in contexts if context.readings),
        pairs=pair_views(entry.group, entry.discrepancy),
    )
