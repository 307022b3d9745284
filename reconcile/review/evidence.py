"""What the machine has for a finding: how sure it is, how it read the words, what its scorers say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.report.html.context_views import context_views
from reconcile.report.html.facts import two_digits
from reconcile.report.html.finding_views import RELATION_WORDS, PairView
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
        pairs=tuple(_pairs(entry)),
    )


def _pairs(entry: Entry) -> Iterator[PairView]:
    """The pairs of claims that the values stand in."""
    involved = {value.claim for value in entry.discrepancy.values}
    for pair in entry.group.pairs:
        if {pair.left, pair.right} <= involved:
            yield PairView(
                left=pair.left,
                right=pair.right,
                relation=RELATION_WORDS[pair.relation.value],
                score=two_digits(pair.score),
                evidence=tuple((e.scorer, two_digits(e.score), e.detail) for e in pair.evidence),
            )
