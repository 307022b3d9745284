"""The weights of a shipped cross-encoder, float32 again, that a new run can begin with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from reconcile.errors import OptionError
from reconcile.models.model_file import ModelFile

_NUMBERS, _STEP = ".int8", ".step"
_TRANSFORMER = ("bert.embeddings.", "bert.encoder.")
_PARTS = {"embeddings.": "bert.", "encoder.": "bert.", "pooler.": "bert.", "classifier.": "", "head.": ""}
"""What is taken over, and what stands before its name in a network."""


def begin_with(network: torch.nn.Module, file: ModelFile) -> None:
    """Gives ``network`` the weights of another cross-encoder, which has learnt the same or something related:
    its transformer, and the layers after it that both have.

    Raises ModelError where the file is missing or was altered, OptionError where it has not the same
    transformer.
    """
    own = network.state_dict()
    weights = shipped_weights(file)
    taken = {name: weight for name, weight in weights.items() if _fits(weight, own.get(name))}
    if any(name.startswith(_TRANSFORMER) and name not in taken for name in own):
        raise OptionError(f"{file.path}: not the weights of such a network")
    network.load_state_dict(own | taken)


def _fits(weight: torch.Tensor, own: torch.Tensor | None) -> bool:
    return own is not None and own.shape == weight.shape


def shipped_weights(file: ModelFile) -> dict[str, torch.Tensor]:
    """Its weights under the names that they have in a network; int8 ones times their steps.

    What reconcile/training/bert_graph_int8.py rounded stays rounded: half a step at most. Raises
    ModelError where the file is missing or was altered.
    """
    graph = onnx.load_from_string(file.content()).graph
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    named = {
        name: before + name
        for name in tensors
        for part, before in _PARTS.items()
        if name.startswith(part) and not name.endswith(_STEP)
    }
    return dict(_weight(name, tensors, within) for name, within in named.items())


def _weight(name: str, tensors: Mapping[str, NDArray[Any]], within: str) -> tuple[str, torch.Tensor]:
    """A weight by its name in the network and in the order of Hugging Face: matrices are (outputs, inputs),
    the word table has a row for each word."""
    if not name.endswith(_NUMBERS):
        return within, torch.from_numpy(np.array(tensors[name]))
    within, step = within.removesuffix(_NUMBERS), name.removesuffix(_NUMBERS) + _STEP
    restored = torch.from_numpy(tensors[name].astype(np.float32) * tensors[step])
    return (within, restored) if within.endswith(".weight") else (f"{within}.weight", restored.T.contiguous())
