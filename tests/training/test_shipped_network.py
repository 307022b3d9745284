"""A training run that begins with the weights of a shipped model."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import numpy_helper

from reconcile.errors import ModelError, OptionError
from reconcile.models.model_file import DIVERGENCE_TAGGER, RELATION_CLASSIFIER, ModelFile
from reconcile.models.shipped_weights import shipped_folder
from reconcile.training.bert_graph_int8 import PRODUCT_LIMIT, quantised
from reconcile.training.divergence_tagger.network import DivergenceNetwork
from reconcile.training.relation_classifier.network import new_network
from reconcile.training.shipped_network import begin_with, shipped_weights

pytestmark = pytest.mark.model

TAGGER = partial(DivergenceNetwork, shipped_folder())
CLASSIFIER = partial(new_network, shipped_folder(), torch.device("cpu"))
HEADS = {"head.weight", "head.bias"}
POOLING = {"bert.pooler.dense.weight", "bert.pooler.dense.bias", "classifier.weight", "classifier.bias"}


@pytest.mark.parametrize(
    ("network", "file", "kept"),
    [
        (TAGGER, DIVERGENCE_TAGGER, set()),
        (TAGGER, RELATION_CLASSIFIER, HEADS),
        (CLASSIFIER, RELATION_CLASSIFIER, set()),
        (CLASSIFIER, DIVERGENCE_TAGGER, POOLING),
    ],
)
def test_a_network_takes_all_that_it_has_in_common_with_a_shipped_one(
    network: Callable[[], torch.nn.Module], file: ModelFile, kept: set[str]
) -> None:
    begun = network()
    before = {name: weight.clone() for name, weight in begun.state_dict().items()}
    begin_with(begun, file)
    after, shipped = begun.state_dict(), shipped_weights(file)
    assert {name for name in after if name not in shipped} == kept
    assert all(torch.equal(after[name], shipped.get(name, before[name])) for name in after)


def test_it_does_not_begin_with_something_else(tmp_path: Path) -> None:
    other = ModelFile(tmp_path / "other.onnx")
    with pytest.raises(ModelError, match="other"):
        begin_with(TAGGER(), other)
    other.write(onnx.ModelProto().SerializeToString())
    with pytest.raises(OptionError, match=r"other\.onnx: not the weights of such a network"):
        begin_with(TAGGER(), other)


def test_what_was_taken_from_a_shipped_model_is_shipped_the_same_again() -> None:
    matrix = "encoder.layer.3.intermediate.dense"
    graph = onnx.load_from_string(DIVERGENCE_TAGGER.content()).graph
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    restored = shipped_weights(DIVERGENCE_TAGGER)[f"bert.{matrix}.weight"].numpy()
    numbers, steps = quantised(restored, PRODUCT_LIMIT)
    assert np.array_equal(numbers.T, tensors[f"{matrix}.int8"])
    assert steps == pytest.approx(tensors[f"{matrix}.step"])
