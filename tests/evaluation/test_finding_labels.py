"""Findings by rules held against gold, for the scorer that says how sure they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.evaluation.finding_labels import label_findings
from reconcile.models.onnx_divergence_tagger import OnnxDivergenceTagger
from reconcile.models.onnx_encoder import OnnxEncoder
from tests.evaluation.harbour_event import write_event


@pytest.mark.model
def test_the_findings_of_an_event_are_labelled_by_its_gold(tmp_path: Path) -> None:
    write_event(tmp_path / "harbour")
    labelled = list(label_findings([tmp_path], OnnxDivergenceTagger(), OnnxEncoder()))
    assert {one.event for one in labelled} == {"harbour"}
    (figures,) = [one for one in labelled if one.features.quantity]
    assert figures.differs
    assert figures.features.exactness
