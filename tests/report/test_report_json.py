"""The JSON report: the contract's fields, exact text, the schema."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reconcile.report import RenderOptions, render, to_json
from reconcile.report.json_values import number, plain
from reconcile.report.json_view import schema
from reconcile.schema import FacetKind, GroupStatus, Report
from tests.report.handmade_reports import about, mill_fire


@pytest.fixture(name="report")
def mill_fire_report() -> Report:
    return mill_fire()


def parsed(report: Report, options: RenderOptions | None = None) -> Any:
    return json.loads(to_json(report, options or RenderOptions()))


def test_the_schema_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_has_the_fields_of_the_contract(report: Report) -> None:
    whole = parsed(report)
    assert whole["schema_version"] == "1.0"
    assert whole["run"]["started_at"] == "2025-09-05T08:00:07Z"
    assert whole["sources"][0]["published"] == "2025-08-29"
    assert whole["sources"][0]["published_from"] == "option"
    assert whole["counts"] == {
        "claims": 8, "groups": 5, "conflict": 1, "update": 0, "precision": 1, "wording": 0, "agreement": 1,
        "single-source": 2,
    }  # fmt: skip
    assert whole["failures"] == [{"source": "C", "path": "c.pdf", "error": "is binary"}]
    assert whole["warnings"] == ["b.txt was read as windows-1252."]


def test_every_offset_points_at_its_text(report: Report) -> None:
    whole = parsed(report)
    texts = {document.source.id: document.text for document in report.documents}
    for claim in whole["claims"]:
        text = texts[claim["source"]]
        assert text[claim["start"] : claim["end"]] == claim["text"]
        speaker = [claim["speaker"]] if claim["speaker"] else []
        for part in (*claim["facets"], *speaker):
            assert text[part["start"] : part["end"]] == part["text"]
    for group in whole["groups"]:
        for discrepancy in group["discrepancies"]:
            for value in discrepancy["values"]:
                assert texts[value["source"]][value["start"] : value["end"]] == value["text"]


def test_facets_carry_what_they_were_read_as(report: Report) -> None:
    claims = {claim["id"]: claim for claim in parsed(report)["claims"]}
    count, place = claims["A1"]["facets"]
    assert (count["value"]["low"], count["value"]["high"], count["value"]["counted"]) == (50, None, "person")
    assert place["value"] == {
        "place_kind": "city",
        "canonical": "Arlburg",
        "country": "AT",
        "region": None,
    }
    assert claims["B2"]["facets"][0]["value"]["interval"] == {"begin": "2025-09-04", "end": "2025-09-05"}
    assert claims["A1"]["speaker"]["cue"] == "said"
    assert claims["A5"]["role"] == "headline"


def test_keeps_hostile_text_exact_and_shows_none_of_it_raw() -> None:
    left = "Bell\x07 esc\x1b[2J csi\x9b del\x7f turn\u202e zero\u200b tag\U000e0041 line\u2028 half\ud800 end"
    document = to_json(about(left, "東京 é 👩‍🚒"))
    assert json.loads(document)["claims"][0]["text"] == left
    assert json.loads(document)["claims"][1]["text"] == "東京 é 👩‍🚒"
    assert "東京 é" in document
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ud800-\udfff\U000e0041]", document
    )


def test_filters_leave_claims_and_counts_whole(report: Report) -> None:
    whole = parsed(report, RenderOptions(only=frozenset({GroupStatus.CONFLICT}), min_confidence=0.5))
    assert [group["id"] for group in whole["groups"]] == ["g3"]
    assert whole["counts"]["groups"] == 5
    assert len(whole["claims"]) == 8
    assert whole["shown"] == {"groups": 1, "only": ["conflict"], "min_confidence": 0.5}


def test_an_invalid_report_is_a_programming_error(report: Report) -> None:
    claim = replace(report.claims[0], id="first")
    with pytest.raises(RuntimeError, match="claims/0/id"):
        to_json(replace(report, claims=(claim, *report.claims[1:])))


@pytest.mark.parametrize(
    "path",
    [
        "claims/0/polarity",
        "claims/0/sentence",
        "groups/0/status",
        "sources/0/sha256",
        "counts/single-source",
        "run",
    ],
)
def test_the_schema_misses_no_binding_field(report: Report, path: str) -> None:
    whole = parsed(report)
    *steps, last = path.split("/")
    inner = whole
    for step in steps:
        inner = inner[int(step)] if step.isdigit() else inner[step]
    del inner[last]
    assert not Draft202012Validator(schema()).is_valid(whole)


def test_more_fields_are_allowed(report: Report) -> None:
    whole = parsed(report)
    whole["groups"][0]["reviewed"] = True
    assert Draft202012Validator(schema()).is_valid(whole)


@pytest.mark.parametrize(
    ("decimal", "expected"),
    [
        (Decimal("2.5E+9"), 2_500_000_000),
        (Decimal("7.3"), 7.3),
        (Decimal("12345678901234567891"), 12345678901234567891),
        (Decimal("-0.05"), -0.05),
        (Decimal("1E+999999"), "1E+999999"),
        (Decimal("Infinity"), "Infinity"),
    ],
)
def test_figures_are_numbers_where_they_can_be(decimal: Decimal, expected: object) -> None:
    assert number(decimal) == expected


def test_settings_of_any_shape_become_plain() -> None:
    given = {"kinds": frozenset({FacetKind.TIME, FacetKind.NAME}), "nan": float("nan"), "at": (1, None, True)}
    assert plain(given) == {"kinds": ["name", "time"], "nan": "nan", "at": [1, None, True]}


def test_json_format_is_the_contract(report: Report) -> None:
    assert render(report, "json") == to_json(report)
