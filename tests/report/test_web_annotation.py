"""Findings as Web Annotations: they expand as JSON-LD and stand on the words of the sources."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from reconcile.report import RenderOptions, render
from reconcile.schema import Report
from tests.report.handmade_reports import about, document, mill_fire
from tests.report.judged_reports import judged_mill_fire, judgement, shown

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
OWN = "urn:x-reconcile:ns#"
CONTEXT_FILE = Path(__file__).with_name("anno.jsonld")
Node = dict[str, Any]


def loader(url: str, _options: object) -> Node:
    """Serves the W3C's context from its file; there is no other."""
    assert url == "http://www.w3.org/ns/anno.jsonld"
    document = json.loads(CONTEXT_FILE.read_text(encoding="utf-8"))
    return {"contextUrl": None, "documentUrl": url, "document": document}


def expanded(report: Report) -> list[Node]:
    """The annotations of a report after JSON-LD expansion."""
    (collection,) = jsonld.expand(json.loads(render(report, "web-annotations")), {"documentLoader": loader})
    assert collection["@type"] == [f"{AS}OrderedCollection"]
    (page,) = collection[f"{AS}first"]
    (items,) = page[f"{AS}items"]
    annotations: list[Node] = items["@list"]
    assert collection[f"{AS}totalItems"][0]["@value"] == len(annotations)
    return annotations


def literal(node: Node, term: str) -> Any:
    (found,) = node[term]
    return found["@value"]


def check_anchors(report: Report) -> int:
    """Position and quote select the same words of the named source; how many there were."""
    texts = {document.source.sha256: document.text for document in report.documents}
    count = 0
    for annotation in expanded(report):
        for target in annotation[f"{OA}hasTarget"]:
            if f"{OA}hasSelector" not in target:
                continue
            position, quote = target[f"{OA}hasSelector"]
            text = texts[literal(target, f"{OWN}sha256")]
            start, end = literal(position, f"{OA}start"), literal(position, f"{OA}end")
            exact, prefix = literal(quote, f"{OA}exact"), literal(quote, f"{OA}prefix")
            assert text[start:end] == exact
            assert text[:start].endswith(prefix)
            assert text[end:].startswith(literal(quote, f"{OA}suffix"))
            count += 1
    return count


def test_every_words_of_every_finding_anchor_by_position_and_by_quote() -> None:
    assert check_anchors(mill_fire()) == 6


def test_offsets_are_code_points() -> None:
    assert check_anchors(about("🔥 Åse’s e\u0301cole 👩\u200d🚒 burned", "🔥🔥 It did not")) == 2


@pytest.mark.parametrize("text", ['"}]}', "\x00\x1b[31m", "\u202eevil", "</script>", "@id"])
def test_hostile_text_stays_text(text: str) -> None:
    assert check_anchors(about(text, "Even")) == 2


def test_a_finding_says_kind_relation_severity_confidence_and_why() -> None:
    annotation = expanded(mill_fire())[0]
    words, facts = annotation[f"{OA}hasBody"]
    assert literal(words, "http://www.w3.org/1999/02/22-rdf-syntax-ns#value") == (
        "A says at least 50 people, B says 40."
    )
    told = [literal(facts, f"{OWN}{term}") for term in ("kind", "relation", "severity", "confidence")]
    assert told == ["quantity", "conflict", "low", 0.8]
    assert annotation["http://purl.org/dc/terms/creator"][0]["@type"] == [f"{AS}Application"]


def test_each_judgement_assesses_its_finding_and_names_its_reviewer() -> None:
    annotations = expanded(judged_mill_fire())
    assessed = [a for a in annotations if a[f"{OA}motivatedBy"] == [{"@id": f"{OA}assessing"}]]
    names = [
        literal(a["http://purl.org/dc/terms/creator"][0], "http://xmlns.com/foaf/0.1/name") for a in assessed
    ]
    assert names == ["Ann", "Ben", "Ann"]
    assert [a[f"{OA}hasTarget"][0]["@id"] for a in assessed[:2]] == [annotations[0]["@id"]] * 2
    assert literal(assessed[0][f"{OA}hasBody"][0], f"{OWN}decision") == "confirmed"
    assert literal(assessed[0], "http://purl.org/dc/terms/created") == "2026-11-22T09:00:00Z"
    assert len({a["@id"] for a in annotations}) == len(annotations) == 6


def test_a_source_is_its_web_address_where_that_is_one() -> None:
    report = mill_fire()
    sources = []
    for url in ("https://kestrel.example/mill?id=7", "javascript:alert(1)", "https://a b", None):
        addressed = replace(report.documents[0], source=replace(report.documents[0].source, url=url))
        fields = json.loads(
            render(replace(report, documents=(addressed, report.documents[1])), "web-annotations")
        )
        sources.append(fields["first"]["items"][0]["target"][0]["source"])
    digest = "urn:sha256:" + report.documents[0].source.sha256
    assert sources == ["https://kestrel.example/mill?id=7", digest, digest, digest]


def test_names_stay_from_export_to_export_and_when_a_source_joins() -> None:
    report = judged_mill_fire()
    assert render(report, "web-annotations") == render(report, "web-annotations")
    more = replace(report, documents=(*report.documents, document("C", "Nothing new.")))
    ids = [[a["@id"] for a in expanded(one)] for one in (report, more)]
    assert ids[0] == ids[1]


def test_what_is_not_shown_has_no_annotation_and_no_judgement() -> None:
    report = judged_mill_fire()
    strays = replace(report, judgements=(*report.judgements, judgement("0" * 12)))
    assert len(expanded(strays)) == 6
    certain = json.loads(render(report, "web-annotations", RenderOptions(min_confidence=0.85)))
    assert [item["type"] for item in certain["first"]["items"]] == ["Annotation"]
    assert certain["first"]["items"][0]["body"][1]["finding"] == shown(report)[2].id
