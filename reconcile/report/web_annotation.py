"""The findings as W3C Web Annotations (JSON-LD), anchored on the words of every source.

https://www.w3.org/TR/annotation-model/: an AnnotationCollection whose first and only page holds an
annotation for each finding, what a desk would correct first at the top, and after it one for each judgement
of it. The words of each source that differ are a SpecificResource with a TextPositionSelector and a
TextQuoteSelector, which the model counts in code points as we do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reconcile.report.identifiers import VOCABULARY, finding_iri, judgement_iri, run_iri, source_iri
from reconcile.report.json_text import json_text
from reconcile.report.json_values import utc
from reconcile.report.lookup import Lookup
from reconcile.report.selection import RenderOptions, findings
from reconcile.schema import ClaimGroup, Discrepancy, DiscrepancyValue, Judgement, Report, Run, Selector

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_OWN_TERMS = (
    *("Discrepancy", "Judgement", "finding", "group", "status", "kind", "relation", "severity"),
    *("severityReason", "decision", "preferredWording", "sourceLetter", "claim", "sha256"),
)
_XSD_DOUBLE = "http://www.w3.org/2001/XMLSchema#double"
Fields = dict[str, Any]


def render(report: Report, options: RenderOptions) -> str:
    """The findings shown and their judgements as JSON-LD, indented, ending in a line break.

    Invisible characters are escaped: the document is safe on a terminal and parses to the exact text.
    A judgement of a finding that is not shown is left out.
    """
    fields = _collection(report, list(_annotations(report, options)))
    return json_text(fields)


def _collection(report: Report, annotations: list[Fields]) -> Fields:
    collection = run_iri(report)
    page = {
        "id": f"{collection}#page",
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
        "items": annotations,
    }
    return {
        "@context": [ANNOTATION_CONTEXT, _own_context()],
        "id": collection,
        "type": "AnnotationCollection",
        "label": "What several accounts of one event differ on, found by reconcile",
        "creator": _software(report.run),
        "created": utc(report.run.started_at),
        "total": len(annotations),
        "first": page,
    }


def _own_context() -> Fields:
    terms: Fields = {term: f"{VOCABULARY}{term}" for term in _OWN_TERMS}
    return terms | {"confidence": {"@id": f"{VOCABULARY}confidence", "@type": _XSD_DOUBLE}}


def _annotations(report: Report, options: RenderOptions) -> Iterator[Fields]:
    lookup = Lookup(report)
    texts = {document.source.id: document.text for document in report.documents}
    sources = {source.id: (source_iri(source), source.sha256) for source in report.sources}
    for group, discrepancy in findings(report, options):
        iri = finding_iri(report, discrepancy)
        targets = [
            _target(value, texts[value.source], *sources[value.source]) for value in discrepancy.values
        ]
        yield _finding(iri, group, discrepancy, targets, report.run)
        for judgement in lookup.judgements_of(discrepancy):
            yield _judgement(iri, judgement)


def _finding(
    iri: str, group: ClaimGroup, discrepancy: Discrepancy, targets: list[Fields], run: Run
) -> Fields:
    return {
        "id": iri,
        "type": "Annotation",
        "motivation": ["classifying", "commenting"],
        "creator": _software(run),
        "created": utc(run.started_at),
        "body": [_text(discrepancy.explanation, "commenting", "en"), _discrepancy(group, discrepancy)],
        "target": targets,
    }


def _discrepancy(group: ClaimGroup, discrepancy: Discrepancy) -> Fields:
    return {
        "type": "Discrepancy",
        "purpose": "classifying",
        "finding": discrepancy.id,
        "group": group.id,
        "status": group.status.value,
        "kind": discrepancy.kind.value,
        "relation": discrepancy.relation.value,
        "severity": discrepancy.severity.level.value,
        "severityReason": discrepancy.severity.reason,
        "confidence": discrepancy.confidence,
    }


def _target(value: DiscrepancyValue, text: str, iri: str, sha256: str) -> Fields:
    selector = Selector.of(text, value.span)
    position = {"type": "TextPositionSelector", "start": value.span.start, "end": value.span.end}
    quote = {"type": "TextQuoteSelector", "exact": selector.exact}
    return {
        "type": "SpecificResource",
        "source": iri,
        "sourceLetter": value.source,
        "sha256": sha256,
        "claim": value.claim,
        "selector": [position, quote | {"prefix": selector.prefix, "suffix": selector.suffix}],
    }


def _judgement(finding: str, judgement: Judgement) -> Fields:
    bodies: list[Fields] = [
        {"type": "Judgement", "purpose": "assessing", "decision": judgement.decision.value}
    ]
    if judgement.preferred:
        bodies[0]["preferredWording"] = judgement.preferred
        bodies.append(_text(judgement.preferred, "editing"))
    if judgement.note:
        bodies.append(_text(judgement.note, "commenting"))
    return {
        "id": judgement_iri(finding, judgement),
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"type": "Person", "name": judgement.reviewer},
        "created": utc(judgement.decided_at),
        "body": bodies,
        "target": finding,
    }


def _text(value: str, purpose: str, language: str | None = None) -> Fields:
    body = {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
    return body | ({"language": language} if language else {})


def _software(run: Run) -> Fields:
    return {
        "id": f"{VOCABULARY}software-{run.reconcile}",
        "type": "Software",
        "name": f"reconcile {run.reconcile}",
    }
