"""Whatever the sources hold: the report says exactly where each thing stands, and can be rendered."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import extract, reconcile, render
from reconcile.errors import NotEnoughSourcesError
from reconcile.models import Models
from tests.anchoring import assert_report_anchored

pytestmark = pytest.mark.model

SENTENCES = [
    "The ferry Aurelia sank off Sandvik on Tuesday.",
    "At least 40 people were hurt when the ferry sank, Mayor Ann Lee said.",
    "About 55 people were hurt, the mayor said on Wednesday.",
    "“Nobody did anything wrong,” the owner told reporters.",
    "The owner denied that the crew had been asleep.",
    "Divers will search the hull next week.",
]
NOISE = st.sampled_from(["e\u0301 ", "🛳", "\u202e", "\r\n", "\u2028", "“", '"', " — ", "\t", "½ ", "\n\n"])
LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
TEXTS = st.builds(
    lambda first, rest: " ".join([first, *rest]),
    st.sampled_from(SENTENCES),
    st.lists(st.sampled_from(SENTENCES) | NOISE | LETTERS, max_size=8),
)


@settings(max_examples=15)
@given(text=TEXTS)
def test_a_single_source_keeps_its_offsets(models: Models, text: str) -> None:
    stream = BytesIO(text.encode("utf-8", "replace"))
    try:
        report = extract(["-"], standard_input=stream, models=models)
    except NotEnoughSourcesError:
        return
    assert_report_anchored(report)


@settings(max_examples=15)
@given(left=TEXTS, right=TEXTS, day=st.sampled_from(["2031-05-06", "2032-02-29"]))
def test_a_comparison_keeps_its_offsets(
    models: Models, tmp_path_factory: pytest.TempPathFactory, left: str, right: str, day: str
) -> None:
    paths = _written(tmp_path_factory.mktemp("sources"), left, right)
    try:
        report = reconcile(paths, published={"A": day, "B": day}, models=models)
    except NotEnoughSourcesError:
        return
    assert_report_anchored(report)
    assert len(json.loads(render(report, "json"))["claims"]) == len(report.claims)


def _written(folder: Path, *texts: str) -> list[Path]:
    paths = [folder / f"{name}.txt" for name, _ in zip("ab", texts, strict=True)]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(text.encode("utf-8", "replace"))
    return paths
