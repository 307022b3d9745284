"""Scores and misses as JSON; counts and rates have the names of the shared scorer (score_report.py)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from reconcile.evaluation.counts import Counts, Tally
from reconcile.evaluation.miss import Miss, MissList
from reconcile.evaluation.run import EventScore
from reconcile.evaluation.stretch import Stretch
from reconcile.report.safe_text import escaped_in_json

DIGITS = 3


def score_json(scores: Sequence[EventScore], total: Counts, misses: Sequence[MissList]) -> str:
    """One object: ``events`` and ``total``, each with ``counts``, rates and ``kinds``, and ``misses``."""
    content = {
        "events": [{"event": one.event, **score_fields(one.counts)} for one in scores],
        "total": score_fields(total),
        "misses": [_miss_list_fields(listed) for listed in misses],
    }
    return escaped_in_json(json.dumps(content, indent=1, ensure_ascii=False))


def score_fields(counts: Counts) -> dict[str, Any]:
    """The counts, the rates rounded to three digits, and the tally of every kind."""
    return {
        "counts": count_fields(counts),
        "align": _rate_fields(counts.alignment),
        "discrepancy": _rate_fields(counts.discrepancies),
        "conflict": _rate_fields(counts.alerts),
        "relation_accuracy": round(counts.relation_accuracy, DIGITS),
        "single_source_kept": round(counts.single_source_kept, DIGITS),
        "traps_sprung": f"{counts.traps_sprung}/{counts.traps}",
        "kinds": {kind.value: _tally_fields(tally) for kind, tally in counts.kinds.items()},
        "speakers": {"gold": counts.speakers, "right": counts.speakers_right},
        "not_claims": {"gold": counts.not_claims, "touched": counts.not_claims_touched},
    }


def count_fields(counts: Counts) -> dict[str, int]:
    """The counts that the shared scorer gives, under its names."""
    align, disc, alert = counts.alignment, counts.discrepancies, counts.alerts
    return {
        **{f"align_{name}": value for name, value in _figures(align).items()},
        **{f"disc_{name}": value for name, value in _figures(disc).items()},
        "relation_right": counts.relations_right,
        **{f"alert_{name}": value for name, value in _figures(alert).items()},
        "single_gold": counts.singles,
        "single_kept": counts.singles_kept,
        "traps": counts.traps,
        "traps_sprung": counts.traps_sprung,
    }


def _figures(tally: Tally) -> dict[str, int]:
    return {"gold": tally.gold, "found": tally.found, "made": tally.made, "right": tally.right}


def _tally_fields(tally: Tally) -> dict[str, float]:
    return {**_figures(tally), **_rate_fields(tally)}


def _rate_fields(tally: Tally) -> dict[str, float]:
    rates = tally.rates
    return {
        "precision": round(rates.precision, DIGITS),
        "recall": round(rates.recall, DIGITS),
        "f1": round(rates.f1, DIGITS),
    }


def _miss_list_fields(listed: MissList) -> dict[str, Any]:
    return {
        "kind": listed.kind.value,
        "total": listed.total,
        "reasons": dict(listed.reasons),
        "worst": [_miss_fields(miss) for miss in listed.worst],
    }


def _miss_fields(miss: Miss) -> dict[str, Any]:
    return {
        "event": miss.event,
        "reason": miss.reason,
        "detail": miss.detail,
        "score": miss.score,
        "stretches": [_stretch_fields(stretch) for stretch in miss.stretches],
        "nearest": [_stretch_fields(stretch) for stretch in miss.nearest],
    }


def _stretch_fields(stretch: Stretch) -> dict[str, Any]:
    span = stretch.span
    return {"source": stretch.source, "start": span.start, "end": span.end, "text": stretch.text}
