"""Findings and judgements as JSON fields, as far as a reviewer may see them."""

from __future__ import annotations

from typing import Any

from reconcile.report.json_values import plain, utc
from reconcile.review.snapshot import Entry, Snapshot
from reconcile.schema import DiscrepancyValue, Judgement

Fields = dict[str, Any]


def summary_fields(snapshot: Snapshot, entry: Entry, reviewer: str) -> Fields:
    """A finding in the queue; ``decision`` is the reviewer's own, or null."""
    discrepancy = entry.discrepancy
    return {
        "id": entry.id,
        "number": entry.number,
        "kind": discrepancy.kind.value,
        "relation": discrepancy.relation.value,
        "severity": {"level": discrepancy.severity.level.value, "reason": discrepancy.severity.reason},
        "explanation": discrepancy.explanation,
        "decision": snapshot.decision(entry.id, reviewer),
        "revision": snapshot.revision(entry.id),
        "run": snapshot.run,
    }


def finding_fields(snapshot: Snapshot, entry: Entry, reviewer: str, *, is_revealed: bool) -> Fields:
    """A finding with its values and judgements; ``confidence`` is null and others' judgements are left
    out unless it ``is_revealed``."""
    judgements = snapshot.judgements.get(entry.id, {})
    return {
        **summary_fields(snapshot, entry, reviewer),
        "confidence": entry.discrepancy.confidence if is_revealed else None,
        "values": [_value(value, snapshot) for value in entry.discrepancy.values],
        "judgements": [
            _judgement(judgement) for name, judgement in judgements.items() if is_revealed or name == reviewer
        ],
    }


def _value(value: DiscrepancyValue, snapshot: Snapshot) -> Fields:
    source, claim = snapshot.material.sources[value.source], snapshot.material.claim(value.claim)
    return {
        "source": value.source,
        "publisher": source.publisher,
        "published": plain(source.published),
        "claim": value.claim,
        "claim_text": claim.text,
        "speaker": claim.speaker.name if claim.speaker else None,
        "start": value.span.start,
        "end": value.span.end,
        "text": value.text,
    }


def _judgement(judgement: Judgement) -> Fields:
    return {
        "reviewer": judgement.reviewer,
        "decision": judgement.decision.value,
        "decided_at": utc(judgement.decided_at),
        "preferred": judgement.preferred,
        "note": judgement.note,
    }
