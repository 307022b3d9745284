"""How a report came about, as PROV-JSON (W3C member submission of 24 April 2013).

https://www.w3.org/submissions/prov-json/: the run is an activity that used the sources and models and
generated the report and its findings; each reviewer's work is an activity that generated judgements.
Local names are numbers, letters of sources and ids of our own, never words of a source or a person.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reconcile.report.decisions import by_finding
from reconcile.report.identifiers import VOCABULARY, run_iri, source_iri
from reconcile.report.json_text import json_text
from reconcile.report.json_values import plain, utc
from reconcile.report.selection import RenderOptions, findings
from reconcile.schema import Discrepancy, Judgement, ModelUse, Report, Run, Source

Fields = dict[str, Any]
Statement = tuple[str, str, Fields]
"""The kind of a statement ("entity", "used"), its identifier, and its attributes."""

_RUN, _REPORT, _SOFTWARE = "run:comparison", "run:report", "run:software"


def render(report: Report, options: RenderOptions) -> str:
    """The provenance of the findings shown as JSON, indented, ending in a line break.

    A judgement of a finding that is not shown is left out. Invisible characters are escaped.
    """
    prefixes = {"reconcile": VOCABULARY, "run": f"{run_iri(report)}#"}
    document: dict[str, Any] = {"prefix": prefixes}
    for kind, identifier, attributes in _statements(report, options):
        document.setdefault(kind, {})[identifier] = attributes
    return json_text(document)


def _statements(report: Report, options: RenderOptions) -> Iterator[Statement]:
    shown = {discrepancy.id: discrepancy for _, discrepancy in findings(report, options)}
    yield from _comparison(report.run)
    for source in report.sources:
        yield from _source(source)
    for number, model in enumerate(report.run.models, start=1):
        yield from _model(f"model-{number}", model)
    yield from _report(report)
    for discrepancy in shown.values():
        yield from _finding(discrepancy)
    yield from _reviews([one for made in by_finding(report.judgements).values() for one in made], shown)


def _comparison(run: Run) -> Iterator[Statement]:
    settings = json.dumps(plain(run.settings), ensure_ascii=False, sort_keys=True)
    yield (
        "activity",
        _RUN,
        {
            "prov:startTime": utc(run.started_at),
            "prov:type": _name("reconcile:Comparison"),
            "reconcile:settings": settings,
        },
    )
    yield (
        "agent",
        _SOFTWARE,
        {
            "prov:type": _name("prov:SoftwareAgent"),
            "prov:label": f"reconcile {run.reconcile}",
            "reconcile:version": run.reconcile,
        },
    )
    yield (
        "wasAssociatedWith",
        "_:association-comparison",
        {"prov:activity": _RUN, "prov:agent": _SOFTWARE},
    )


def _source(source: Source) -> Iterator[Statement]:
    identifier = f"run:source-{source.id}"
    told = {
        "reconcile:title": source.title,
        "reconcile:publisher": source.publisher,
        "reconcile:published": plain(source.published),
        "reconcile:language": source.language,
    }
    yield (
        "entity",
        identifier,
        {
            "prov:type": _name("reconcile:Source"),
            "prov:label": f"source {source.id}",
            "prov:location": source.path,
            "reconcile:iri": {"$": source_iri(source), "type": "xsd:anyURI"},
            "reconcile:sha256": source.sha256,
            **{name: value for name, value in told.items() if value},
        },
    )
    yield _used(f"source-{source.id}", "reconcile:source")
    if source.republishes:
        copied = _derived(identifier, f"run:source-{source.republishes}")
        yield (
            "wasDerivedFrom",
            f"_:copy-{source.id}",
            copied | {"prov:type": _name("reconcile:Republication")},
        )


def _model(local: str, model: ModelUse) -> Iterator[Statement]:
    yield (
        "entity",
        f"run:{local}",
        {
            "prov:type": _name("reconcile:Model"),
            "prov:label": model.name,
            "reconcile:role": model.role,
            "reconcile:revision": model.revision,
        },
    )
    yield _used(local, "reconcile:model")


def _report(report: Report) -> Iterator[Statement]:
    attributes = {"prov:type": _name("prov:Collection"), "prov:label": "report"}
    counts = {f"reconcile:{name}": count for name, count in report.counts.items()}
    yield "entity", _REPORT, attributes | counts
    yield _generated("report", _RUN)
    yield "wasAttributedTo", "_:attribution-report", {"prov:entity": _REPORT, "prov:agent": _SOFTWARE}
    for source in report.sources:
        yield "wasDerivedFrom", f"_:report-{source.id}", _derived(_REPORT, f"run:source-{source.id}", _RUN)


def _finding(discrepancy: Discrepancy) -> Iterator[Statement]:
    local = f"finding-{discrepancy.id}"
    yield (
        "entity",
        f"run:{local}",
        {
            "prov:type": _name("reconcile:Discrepancy"),
            "prov:label": discrepancy.explanation,
            "reconcile:kind": discrepancy.kind.value,
            "reconcile:relation": discrepancy.relation.value,
            "reconcile:severity": discrepancy.severity.level.value,
            "reconcile:confidence": {"$": str(discrepancy.confidence), "type": "xsd:double"},
        },
    )
    yield _generated(local, _RUN)
    yield "hadMember", f"_:member-{local}", {"prov:collection": _REPORT, "prov:entity": f"run:{local}"}
    for letter in dict.fromkeys(value.source for value in discrepancy.values):
        derivation = _derived(f"run:{local}", f"run:source-{letter}", _RUN)
        yield "wasDerivedFrom", f"_:{local}-{letter}", derivation


def _reviews(judgements: list[Judgement], shown: dict[str, Discrepancy]) -> Iterator[Statement]:
    """One agent and one activity a reviewer, one entity a judgement."""
    kept = [judgement for judgement in judgements if judgement.finding in shown]
    reviewers = sorted({judgement.reviewer for judgement in kept})
    numbers = {reviewer: number for number, reviewer in enumerate(reviewers, start=1)}
    for reviewer, number in numbers.items():
        yield from _review(number, [judgement for judgement in kept if judgement.reviewer == reviewer])
    for number, judgement in enumerate(kept, start=1):
        yield from _judgement(f"judgement-{number}", judgement, numbers[judgement.reviewer])


def _review(number: int, made: list[Judgement]) -> Iterator[Statement]:
    activity, agent = f"run:review-{number}", f"run:reviewer-{number}"
    moments = sorted(judgement.decided_at for judgement in made)
    times = {"prov:startTime": utc(moments[0]), "prov:endTime": utc(moments[-1])}
    yield "agent", agent, {"prov:type": _name("prov:Person"), "prov:label": made[0].reviewer}
    yield "activity", activity, times | {"prov:type": _name("reconcile:Review")}
    association = {"prov:activity": activity, "prov:agent": agent}
    yield "wasAssociatedWith", f"_:association-review-{number}", association
    for finding in dict.fromkeys(judgement.finding for judgement in made):
        usage = {"prov:activity": activity, "prov:entity": f"run:finding-{finding}"}
        yield "used", f"_:use-review-{number}-{finding}", usage


def _judgement(local: str, judgement: Judgement, reviewer: int) -> Iterator[Statement]:
    told = {"reconcile:preferred": judgement.preferred, "reconcile:note": judgement.note}
    attributes = {
        "prov:type": _name("reconcile:Judgement"),
        "reconcile:decision": judgement.decision.value,
        **{name: value for name, value in told.items() if value},
    }
    activity, finding = f"run:review-{reviewer}", f"run:finding-{judgement.finding}"
    yield "entity", f"run:{local}", attributes
    kind, identifier, generation = _generated(local, activity)
    yield kind, identifier, generation | {"prov:time": utc(judgement.decided_at)}
    yield "wasDerivedFrom", f"_:{local}", _derived(f"run:{local}", finding, activity)
    attribution = {"prov:entity": f"run:{local}", "prov:agent": f"run:reviewer-{reviewer}"}
    yield "wasAttributedTo", f"_:attribution-{local}", attribution


def _used(local: str, role: str) -> Statement:
    usage = {"prov:activity": _RUN, "prov:entity": f"run:{local}", "prov:role": _name(role)}
    return "used", f"_:use-{local}", usage


def _generated(local: str, activity: str) -> Statement:
    generation = {"prov:entity": f"run:{local}", "prov:activity": activity}
    return "wasGeneratedBy", f"_:generation-{local}", generation


def _derived(generated: str, used: str, activity: str | None = None) -> Fields:
    derivation = {"prov:generatedEntity": generated, "prov:usedEntity": used}
    return derivation | ({"prov:activity": activity} if activity else {})


def _name(qualified: str) -> Fields:
    """A qualified name as a value: PROV-JSON would take the bare string for text."""
    return {"$": qualified, "type": "xsd:QName"}
