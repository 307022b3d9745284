"""Whatever a source holds: claims and facets point at its exact words, soon, and nothing raw is shown."""

from __future__ import annotations

import itertools
import re
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconcile.models import Models
from reconcile.pipeline import extract, reconcile
from reconcile.report import CLAIM_FORMATS, FORMATS, RenderOptions, render, render_claims
from reconcile.schema import Report
from reconcile.settings import ModelSettings

pytestmark = pytest.mark.model

PLAIN = (
    "The dam at Orrin failed on Friday, and three villages were cleared.\n"
    "“Nobody was hurt,” the mayor, Lena Moss, said.\n"
)
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
PIECES = [
    *("The dam at Orrin failed on Friday. ", "said Lena Moss, who ", "“", "”", "‘", "’", '"', "(", ")", "—"),
    *("\r\n", "\r", "\n\n", "\u2028", "\x85", "\v", "\t", "\x1b[31m", "\u202e", "\u2066", "\u200b", "\ufeff"),
    *("👩‍👩‍👧‍👦", "🏳️‍🌈", "e\u0301", "غرقت", "五人", "İstanbul ", "ß", "½", "²", "٣", "१२", "Ⅷ", "１２"),
    *("$5m", "5-", "1,", "% ", "1e999 ", "99999999999999999999 ", "0.0.0 ", "31 February 2024 ", "on May 0 "),
    *(
        "=cmd|'/c'!A1 ",
        "| a | b |",
        "<script>",
        "**",
        "# ",
        "---\n",
        "date 2024-02-30 ORRIN: ",
        "\ue000",
        "\uffff",
    ),
]
TEXTS = st.lists(
    st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=5), max_size=30
).map("".join)
SECONDS = 10
"""Of the processor: far above what a shape needs, below what a step over all pairs of words makes of it."""
SHAPES = {
    "a line of words": "The mayor of Orrin told the council that the dam would hold until spring and " * 260,
    "a line without a space": "a" * 100_000,
    "figures": "1," * 10_000,
    "white space": "The dam failed." + " " * 100_000 + "It was old.",
    "newlines": "The dam failed on Friday." + "\n" * 100_000 + "It was old.",
    "carriage returns": "The dam failed on Friday." + "\r" * 100_000 + "It was old.",
    "opening marks": "“" * 4_000,
    "opening marks, a line each": "“dam\n" * 20_000,
    "straight marks": '"' * 4_000,
    "apostrophes": "'" * 4_000,
    "nested marks": "“ dam ‘ wall " * 500 + "” ’ " * 500,
    "nested brackets": "The " + "(" * 1_500 + "dam" + ")" * 1_500 + " failed.",
    "he said": "he said " * 1_000,
    "hyphens": "a-" * 2_000,
    "capitals": "Aa " * 3_000,
    "handles": "(@a " * 1_000,
    "and": "the dam broke and " * 600,
    "marks on letters": "D" + "\u0301" * 20_000 + "am failed on Friday.",
    "headings": "# Dam\n" * 10_000,
    "open front matter": "---\n" + "a: b\n" * 3_000,
}


@cache
def models() -> Models:
    return Models.load(ModelSettings())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("hostile")
    (found / "plain.txt").write_bytes(PLAIN.encode())
    return found


def written(folder: Path, text: str) -> Path:
    path = folder / "hostile.txt"
    path.write_bytes(text.encode())
    return path


def check_places(report: Report) -> None:
    text_of = {document.source.id: document.text for document in report.documents}
    for claim in report.claims:
        text = text_of[claim.source]
        assert claim.span.of(text) == claim.text
        assert claim.sentence.contains(claim.span)
        assert all(facet.span.of(text) == facet.text for facet in claim.facets)
        assert all(claim.span.contains(facet.span) for facet in claim.facets)
        if claim.speaker is not None:
            assert claim.speaker.span.of(text) == claim.speaker.text
            assert claim.speaker.cue_span.of(text) == claim.speaker.cue
    spans = [(claim.source, claim.span.start, claim.span.end) for claim in report.claims]
    assert spans == sorted(spans)
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in itertools.pairwise(spans))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_claims_of_any_text_stand_where_they_say(folder: Path, text: str) -> None:
    report = extract([folder / "plain.txt", written(folder, text)], models=models())
    check_places(report)
    for name in CLAIM_FORMATS:
        assert not RAW.search(render_claims(report, name, RenderOptions()))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_a_report_on_any_text_is_whole_and_harmless(folder: Path, text: str) -> None:
    # The plain text goes along so that there is something to align with and to differ from.
    path = written(folder, PLAIN.replace("three", "four") + text)
    report = reconcile([folder / "plain.txt", path], models=models())
    check_places(report)
    text_of = {document.source.id: document.text for document in report.documents}
    for group in report.groups:
        for discrepancy in group.discrepancies:
            assert all(value.span.of(text_of[value.source]) == value.text for value in discrepancy.values)
    grouped = [claim for group in report.groups for claim in group.claims]
    assert sorted(grouped) == sorted(claim.id for claim in report.claims)
    for name in FORMATS:
        shown = render(report, name, RenderOptions())
        assert not RAW.search(shown.replace("\r\n", "\n") if name == "csv" else shown)


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_text_takes_long(folder: Path, shape: str) -> None:
    assert models().parser.use.name  # loaded here so that loading is not counted
    start = time.process_time()
    report = extract([written(folder, SHAPES[shape])], models=models())
    assert time.process_time() - start < SECONDS
    check_places(report)
