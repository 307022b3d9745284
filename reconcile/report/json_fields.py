"""Schema types as the fields of the report contract (REPORT.md), ready for ``json.dumps``."""

from __future__ import annotations

from dataclasses import fields as fields_of
from typing import Any

from reconcile.report.json_values import plain, utc
from reconcile.report.selection import RenderOptions, selected
from reconcile.schema import (
    AnyFacet,
    Claim,
    ClaimGroup,
    ClaimPair,
    Discrepancy,
    DiscrepancyValue,
    Document,
    Judgement,
    Report,
    Run,
    Span,
    Speaker,
)

SCHEMA_VERSION = "1.0"
_PLACE_FIELDS = frozenset({"span", "text", "kind"})
Fields = dict[str, Any]


def report_fields(report: Report, options: RenderOptions) -> Fields:
    """The whole report; its groups are the selected ones."""
    groups = selected(report, options)
    return {
        "schema_version": SCHEMA_VERSION,
        "run": _run(report.run),
        "sources": [_source(document) for document in report.documents],
        "claims": [_claim(claim) for claim in report.claims],
        "groups": [_group(group) for group in groups],
        "counts": report.counts,
        "shown": {
            "groups": len(groups),
            "only": sorted(status.value for status in options.only),
            "min_confidence": options.min_confidence,
        },
        "warnings": list(report.warnings),
        "judgements": [_judgement(judgement) for judgement in report.judgements],
        "failures": [{"source": f.source, "path": f.path, "error": f.error} for f in report.failures],
    }


def facet_value(facet: AnyFacet) -> Fields:
    """All that a facet says besides its kind and its place."""
    names = (field.name for field in fields_of(facet) if field.name not in _PLACE_FIELDS)
    return {name: plain(getattr(facet, name)) for name in names}


def _run(run: Run) -> Fields:
    return {
        "reconcile": run.reconcile,
        "started_at": utc(run.started_at),
        "settings": plain(run.settings),
        "models": [{"role": m.role, "name": m.name, "revision": m.revision} for m in run.models],
    }


def _source(document: Document) -> Fields:
    source = document.source
    found = {
        "id": source.id,
        "path": source.path,
        "sha256": source.sha256,
        "publisher": source.publisher,
        "title": source.title,
        "authors": list(source.authors),
        "published": plain(source.published),
        "published_from": plain(source.published_from),
        "url": source.url,
        "language": source.language,
        "republishes": source.republishes,
        "encoding": document.encoding,
        "characters": len(document.text),
    }
    return found | ({"published_at": source.published_at.isoformat()} if source.published_at else {})


def _claim(claim: Claim) -> Fields:
    return {
        "id": claim.id,
        "source": claim.source,
        **_place(claim.span),
        "text": claim.text,
        "prefix": claim.selector.prefix,
        "suffix": claim.selector.suffix,
        "sentence": _place(claim.sentence),
        "speaker": _speaker(claim.speaker),
        "certainty": claim.certainty.value,
        "polarity": claim.polarity.value,
        "role": claim.role.value,
        "facets": [_facet(facet) for facet in claim.facets],
    }


def _speaker(speaker: Speaker | None) -> Fields | None:
    if speaker is None:
        return None
    return {
        "text": speaker.text,
        **_place(speaker.span),
        "cue": speaker.cue,
        "cue_start": speaker.cue_span.start,
        "cue_end": speaker.cue_span.end,
        "quoted": speaker.quoted,
        "resolved": speaker.resolved,
    }


def _facet(facet: AnyFacet) -> Fields:
    return {"kind": facet.kind.value, **_place(facet.span), "text": facet.text, "value": facet_value(facet)}


def _group(group: ClaimGroup) -> Fields:
    return {
        "id": group.id,
        "claims": list(group.claims),
        "status": group.status.value,
        "confidence": group.confidence,
        "summary": group.summary,
        "silent": list(group.silent),
        "origin": group.origin,
        "pairs": [_pair(pair) for pair in group.pairs],
        "discrepancies": [_discrepancy(discrepancy) for discrepancy in group.discrepancies],
    }


def _pair(pair: ClaimPair) -> Fields:
    return {
        "left": pair.left,
        "right": pair.right,
        "relation": pair.relation.value,
        "score": pair.score,
        "evidence": [{"scorer": e.scorer, "score": e.score, "detail": e.detail} for e in pair.evidence],
    }


def _discrepancy(discrepancy: Discrepancy) -> Fields:
    severity = discrepancy.severity
    return {
        "id": discrepancy.id,
        "kind": discrepancy.kind.value,
        "relation": discrepancy.relation.value,
        "confidence": discrepancy.confidence,
        "severity": {"level": severity.level.value, "rank": severity.rank, "reason": severity.reason},
        "explanation": discrepancy.explanation,
        "values": [_value(value) for value in discrepancy.values],
    }


def _value(value: DiscrepancyValue) -> Fields:
    return {
        "source": value.source,
        "claim": value.claim,
        **_place(value.span),
        "text": value.text,
        "value": facet_value(value.facet) if value.facet else None,
    }


def _judgement(judgement: Judgement) -> Fields:
    return {
        "finding": judgement.finding,
        "decision": judgement.decision.value,
        "reviewer": judgement.reviewer,
        "decided_at": utc(judgement.decided_at),
        "preferred": judgement.preferred,
        "note": judgement.note,
    }


def _place(span: Span) -> Fields:
    return {"start": span.start, "end": span.end}
