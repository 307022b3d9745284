"""The provenance of a run: PROV-JSON that the prov library reads and writes back the same."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from prov.model import ProvDocument

from reconcile.report import render
from reconcile.schema import Report
from tests.report.handmade_reports import about
from tests.report.judged_reports import judged_mill_fire, shown


def written(report: Report) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(render(report, "prov"))
    return fields


def read_back(report: Report) -> dict[str, Any]:
    document = ProvDocument.deserialize(content=render(report, "prov"), format="json")
    fields: dict[str, Any] = json.loads(document.serialize(format="json") or "")
    return fields


def plain(value: Any) -> Any:
    """A literal without the type that the library adds to a number, and moments in one form."""
    if isinstance(value, dict) and value.get("type") in ("xsd:int", "xsd:long"):
        return int(value["$"])
    if isinstance(value, str):
        return re.sub(r"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\+00:00$", r"\1Z", value)
    return value


def statements(fields: dict[str, Any]) -> dict[str, list[str]]:
    """Every statement by kind; relations without their names, which the library numbers anew."""
    found = {}
    for kind, records in fields.items():
        if kind == "prefix":
            continue
        found[kind] = sorted(
            json.dumps(
                [
                    "" if name.startswith("_:") else name,
                    {key: plain(value) for key, value in attributes.items()},
                ],
                sort_keys=True,
            )
            for name, attributes in records.items()
        )
    return found


@pytest.mark.parametrize("report", [judged_mill_fire(), about("\x00\u202e</a> “x”", "B b:c d#e")])
def test_another_library_reads_it_and_writes_it_back_the_same(report: Report) -> None:
    assert statements(read_back(report)) == statements(written(report))


def test_the_run_used_sources_and_models_and_generated_the_report_and_its_findings() -> None:
    fields = written(judged_mill_fire())
    used = {use["prov:entity"] for use in fields["used"].values() if use["prov:activity"] == "run:comparison"}
    assert used == {"run:source-A", "run:source-B", "run:model-1"}
    assert fields["activity"]["run:comparison"]["prov:startTime"] == "2025-09-05T08:00:07Z"
    generated = {
        made["prov:entity"]
        for made in fields["wasGeneratedBy"].values()
        if made["prov:activity"] == "run:comparison"
    }
    findings = {f"run:finding-{finding.id}" for finding in shown(judged_mill_fire())}
    assert generated == {"run:report", *findings}
    assert fields["entity"]["run:source-A"]["reconcile:sha256"] == "61".rjust(64, "0")
    assert fields["entity"]["run:model-1"]["reconcile:revision"] == "53aa"
    assert fields["agent"]["run:software"]["reconcile:version"] == "0.1.0"


def test_a_judgement_is_its_reviewers_and_derived_from_the_finding() -> None:
    report = judged_mill_fire()
    fields = written(report)
    names = {name: agent["prov:label"] for name, agent in fields["agent"].items() if name != "run:software"}
    whose = {
        made["prov:entity"]: names[made["prov:agent"]]
        for made in fields["wasAttributedTo"].values()
        if made["prov:agent"] in names
    }
    assert whose == {"run:judgement-1": "Ann", "run:judgement-2": "Ben", "run:judgement-3": "Ann"}
    sources = {
        made["prov:generatedEntity"]: made["prov:usedEntity"] for made in fields["wasDerivedFrom"].values()
    }
    first, second, _ = shown(report)
    on = [sources[f"run:judgement-{number}"] for number in (1, 2, 3)]
    assert on == [f"run:finding-{finding.id}" for finding in (first, first, second)]


def test_every_name_is_a_plain_qualified_name_that_is_declared() -> None:
    fields = written(about('"; drop', "<b> #"))
    for kind, records in fields.items():
        if kind != "prefix":
            assert all(re.fullmatch(r"(?:run|_):[A-Za-z0-9-]+", name) for name in records)
            for attributes in records.values():
                assert {key.split(":")[0] for key in attributes} <= {"prov", *fields["prefix"]}
