"""A trained cross-encoder as the file that reconcile/models/onnx_cross_encoder.py reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from onnx import ModelProto, helper

from reconcile.models.onnx_cross_encoder import MAX_TOKENS, TOKENIZER
from reconcile.training.bert_graph import BertGraph, BertSize
from reconcile.training.recipe import Recipe


def cross_encoder_file(
    network: Any,
    base: Path,
    recipe: Recipe,
    model: Callable[[BertGraph], ModelProto],
    graph: type[BertGraph],
) -> bytes:
    """The ``model`` that is made of a ``graph`` with the weights of ``network``; the same bytes for the same.

    ``base`` has the tokenizer.json and the config.json that it was trained with.
    """
    size = BertSize.of(json.loads((base / "config.json").read_text(encoding="utf-8")))
    weights = {
        name.removeprefix("bert."): weight.detach().float().cpu().numpy()
        for name, weight in network.state_dict().items()
    }
    made = model(graph(size, weights))
    digest = hashlib.sha256((base / "tokenizer.json").read_bytes()).hexdigest()
    helper.set_model_props(made, {MAX_TOKENS: str(recipe.max_tokens), TOKENIZER: digest})
    content: bytes = made.SerializeToString(deterministic=True)
    return content
