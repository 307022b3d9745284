"""What holds of a rendering whatever the sources say."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from reconcile.report import LineIndex, RenderOptions, render, to_json, visible
from reconcile.schema import (
    Claim,
    ClaimGroup,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    Document,
    GroupStatus,
    Report,
    Run,
    Selector,
    Source,
    Span,
)

# Any code point, surrogates too; and texts thick with what the views must defuse.
NASTY = st.sampled_from(
    "\x00\t\n\r\x1b\x7f\x85\x9b\u200b\u200d\u202e\u2028\ufe0f\ufeff\ud800=+-@\"';,|`*_[]<>&#$\\ 東🔥é"
)
TEXTS = st.one_of(st.text(st.characters(), min_size=1, max_size=60), st.text(NASTY, min_size=1, max_size=60))
RAW = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
NOW = dt.datetime(2025, 9, 5, tzinfo=dt.UTC)


def whole(claim_id: str, text: str) -> Claim:
    span = Span(0, len(text))
    return Claim(id=claim_id, source=claim_id[0], selector=Selector.of(text, span), sentence=span)


def document(letter: str, text: str, path: str) -> Document:
    source = Source(id=letter, path=path, sha256="0" * 64, title=text, publisher=text)
    return Document(source=source, text=text, encoding="utf-8")


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Two accounts of any text that differ as a whole."""
    texts = {"A": draw(TEXTS), "B": draw(TEXTS)}
    claims = tuple(whole(f"{letter}1", text) for letter, text in texts.items())
    values = tuple(DiscrepancyValue(source=c.source, claim=c.id, span=c.span, text=c.text) for c in claims)
    differ = Discrepancy(
        kind=DiscrepancyKind.WORDING,
        relation=DiscrepancyRelation.WORDING,
        confidence=0.5,
        explanation=draw(TEXTS),
        values=values,
    )
    group = ClaimGroup(
        id="g1", claims=("A1", "B1"), status=GroupStatus.WORDING, summary=draw(TEXTS), discrepancies=(differ,)
    )
    documents = tuple(document(letter, text, draw(TEXTS)) for letter, text in texts.items())
    return Report(
        run=Run(reconcile="0", started_at=NOW),
        documents=documents,
        claims=claims,
        groups=(group,),
        warnings=(draw(TEXTS),),
    )


@given(reports(), st.sampled_from(["table", "json", "markdown", "csv", "html"]))
def test_no_control_character_comes_through(report: Report, format_name: str) -> None:
    assert not RAW.search(render(report, format_name))


@given(reports(), st.integers(min_value=20, max_value=200))
def test_no_line_of_the_table_is_too_wide(report: Report, width: int) -> None:
    for line in render(report, "table", RenderOptions(width=width)).splitlines():
        assert 0 <= wcswidth(line) <= width


@given(reports())
def test_no_csv_cell_starts_like_a_formula(report: Report) -> None:
    rows = list(csv.reader(io.StringIO(render(report, "csv"))))
    assert len(rows) == 2
    assert len({len(row) for row in rows}) == 1
    assert not any(
        cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
        for row in rows
        for cell in row
    )


@given(reports())
def test_json_keeps_the_exact_text(report: Report) -> None:
    parsed = json.loads(to_json(report))
    assert [claim["text"] for claim in parsed["claims"]] == [claim.text for claim in report.claims]


@given(TEXTS, st.data())
def test_an_offset_survives_the_way_to_line_and_column_and_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(min_value=0, max_value=len(text)))
    index = LineIndex(text)
    position = index.position(offset)
    assert index.offset(position) == offset
    assert position.line == len(re.findall(r"\r\n|\n|\r", text[:offset])) + 1 - _inside_a_break(text, offset)


def _inside_a_break(text: str, offset: int) -> int:
    """1 where ``offset`` stands between a carriage return and its line feed."""
    return int(text[offset - 1 : offset + 1] == "\r\n") if offset else 0


@given(TEXTS)
def test_making_visible_is_done_once_and_for_all(text: str) -> None:
    assert visible(visible(text)) == visible(text)
