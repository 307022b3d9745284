"""The default sentence encoder through ONNX Runtime: the original weights, and no torch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from importlib.resources import files
from typing import Any

import numpy as np

from reconcile.models.encoder import Vectors
from reconcile.models.onnx_runtime import PROVIDERS, onnx_runtime
from reconcile.models.shipped_weights import SHIPPED_SHA256, shipped_folder, shipped_weights
from reconcile.schema import ModelUse
from reconcile.settings import DEFAULT_ENCODER

GRAPH = "sentence_encoder.onnx"
"""Built by reconcile/training/build_encoder_graph.py; it declares the weights by name."""
MAX_TOKENS = 256
"""Longer texts are cut, as the model's authors have it (sentence_bert_config.json)."""
BATCH = 64
UNUSED = ("embeddings.position_ids", "pooler.")
"""Beginnings of the names of weights that the mean over tokens does without."""


class OnnxEncoder:
    """all-MiniLM-L6-v2 with the weights that its package ships, loaded at its first use.

    Raises ModelError when the package is not there or its weights are not the original's.
    """

    @property
    def use(self) -> ModelUse:
        return ModelUse(role="encoder", name=DEFAULT_ENCODER, revision=SHIPPED_SHA256)

    def require(self) -> None:
        shipped_folder()

    def encode(self, texts: Sequence[str]) -> Vectors:
        encodings = self._tokenizer.encode_batch(list(texts))
        vectors = np.zeros((len(texts), self._width), dtype=np.float32)
        # Texts of like length together need little padding.
        order = sorted(range(len(texts)), key=lambda index: len(encodings[index].ids))
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            vectors[chosen] = self._run([encodings[index].ids for index in chosen])
        return vectors

    def _run(self, tokens: Sequence[Sequence[int]]) -> Vectors:
        longest = max(map(len, tokens))
        numbers, attention = np.zeros((2, len(tokens), longest), dtype=np.int64)
        for row, ids in enumerate(tokens):
            numbers[row, : len(ids)] = ids
            attention[row, : len(ids)] = 1
        (vectors,) = self._session.run(None, {"input_ids": numbers, "attention_mask": attention})
        return np.asarray(vectors, dtype=np.float32)

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(shipped_folder() / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(MAX_TOKENS)
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        from safetensors.numpy import load

        weights = {
            name: weight for name, weight in load(shipped_weights()).items() if not name.startswith(UNUSED)
        }
        runtime = onnx_runtime()
        options = runtime.SessionOptions()
        values = [runtime.OrtValue.ortvalue_from_numpy(weight) for weight in weights.values()]
        options.add_external_initializers(list(weights), values)
        graph = files(__package__).joinpath(GRAPH).read_bytes()
        return runtime.InferenceSession(graph, options, providers=PROVIDERS)

    @cached_property
    def _width(self) -> int:
        return int(self._session.get_outputs()[0].shape[1])
