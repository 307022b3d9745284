"""The exported relation classifier gives what the trained network gives."""

from __future__ import annotations

import gzip
import json
import logging
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch
from click.testing import CliRunner

from reconcile.models.model_file import ModelFile
from reconcile.models.onnx_relation_classifier import OnnxRelationClassifier
from reconcile.training import export_command
from reconcile.training.bert_graph import BertGraph
from reconcile.training.bert_graph_int8 import quantised
from reconcile.training.relation_classifier import __main__ as training
from reconcile.training.relation_classifier import export, figures
from reconcile.training.relation_classifier.encoding import Batch, collate, encode
from reconcile.training.relation_classifier.export import exported
from reconcile.training.relation_classifier.network import logits, new_network
from reconcile.training.relation_classifier.recipe import RelationRecipe
from tests.training.tiny_network import RECIPE, examples, tiny_base

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_base(tmp_path_factory.mktemp("base"))


@pytest.fixture(scope="module")
def network(base: Path) -> Any:
    return new_network(base, torch.device("cpu")).eval()


@pytest.fixture(scope="module")
def batch(base: Path) -> Batch:
    """Pairs of different lengths, so that most are padded."""
    return collate(encode(examples(0), base / "tokenizer.json", 48))


def probabilities(model: bytes, batch: Batch) -> np.ndarray:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    given = {
        "input_ids": batch.tokens,
        "attention_mask": batch.attention,
        "token_type_ids": batch.segments,
    }
    return np.asarray(session.run(None, given)[0])


def test_the_float32_graph_equals_torch(base: Path, network: Any, batch: Batch) -> None:
    with torch.inference_mode():
        theirs = torch.log_softmax(logits(network, batch), dim=1).numpy()
    ours = np.log(probabilities(exported(network, base, RECIPE, BertGraph), batch))
    assert ours == pytest.approx(theirs, abs=1e-3)
    assert np.ptp(theirs, axis=0).min() > 0.1


def test_the_int8_graph_is_near_and_a_third_of_the_size(base: Path, network: Any, batch: Batch) -> None:
    large, small = exported(network, base, RECIPE, BertGraph), exported(network, base, RECIPE)
    assert probabilities(small, batch) == pytest.approx(probabilities(large, batch), abs=0.1)
    assert len(small) < len(large) / 3


def test_the_same_weights_give_the_same_bytes(base: Path, network: Any) -> None:
    assert exported(network, base, RECIPE) == exported(network, base, RECIPE)


def test_a_weight_is_off_by_half_a_step_at_most() -> None:
    matrix = np.random.default_rng(1).normal(size=(9, 40)).astype(np.float32)
    matrix[3] = 0
    numbers, steps = quantised(matrix, 64)
    assert np.abs(numbers).max() == 64
    assert (np.abs(numbers * steps[:, None] - matrix) <= steps[:, None] / 2 + 1e-6).all()
    assert not numbers[3].any()


def test_one_command_leads_from_pairs_to_the_file_and_another_to_its_figures(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    pairs, run, output = tmp_path / "pairs.gz", tmp_path / "run", tmp_path / "classifier.onnx"
    rows = [
        {"premise": e.premise, "hypothesis": e.hypothesis, "label": e.relation, "source": e.origin}
        for e in examples(0)
    ]
    pairs.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    for module in (training, figures, export_command):
        monkeypatch.setattr(module, "shipped_folder", lambda: base)
    monkeypatch.setattr(
        training,
        "RelationRecipe",
        partial(RelationRecipe, batch_size=8, minimal_pairs=30, checkpoint_steps=5),
    )
    monkeypatch.setattr(figures, "MINIMAL_PAIRS", 63)

    done = CliRunner().invoke(training.main, [str(pairs), str(run), "--steps", "10", "--output", str(output)])
    assert done.exit_code == 0, done.output
    assert "step 10 of 10: loss" in caplog.text
    assert OnnxRelationClassifier(ModelFile(output)).judge([("Rain.", "Snow.")]).shape == (1, 3)

    again = tmp_path / "again.onnx"
    assert CliRunner().invoke(export.main, [str(run), str(again)]).exit_code == 0
    assert again.read_bytes() == output.read_bytes()

    told = CliRunner().invoke(figures.main, [str(pairs), "--file", str(output), "--run", str(run)])
    assert told.exit_code == 0, told.output
    assert "| boats " in told.output
    assert "| minimal:negation " in told.output
    assert "float32" in told.output
