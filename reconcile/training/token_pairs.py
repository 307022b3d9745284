"""Pairs of texts as token numbers, as a cross-encoder is shown them in training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

MULTIPLE = 16
"""Lengths are padded to multiples of this: fewer shapes, each of which fits the processor's tiles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenPair:
    """Token numbers, and 0 or 1 for the text that each is of."""

    tokens: NDArray[np.int32]
    segments: NDArray[np.int8]


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenBatch:
    """Pairs padded to one length: int64 arrays of shape (pairs, tokens)."""

    tokens: NDArray[np.int64]
    segments: NDArray[np.int64]
    attention: NDArray[np.int64]

    def inputs(self, device: torch.device) -> dict[str, torch.Tensor]:
        """What a BERT of transformers asks for."""
        given = {
            "input_ids": self.tokens,
            "attention_mask": self.attention,
            "token_type_ids": self.segments,
        }
        return {name: torch.from_numpy(numbers).to(device) for name, numbers in given.items()}


def encodings(pairs: Sequence[tuple[str, str]], tokenizer_file: Path, max_tokens: int) -> list[Any]:
    """A tokenizers.Encoding of each pair, at most ``max_tokens`` long, the longer text cut first."""
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens, strategy="longest_first")
    return list(tokenizer.encode_batch(list(pairs)))


def padded(pairs: Sequence[TokenPair]) -> TokenBatch:
    """The batch of ``pairs``, padded with token 0 to a multiple of MULTIPLE."""
    longest = max(len(pair.tokens) for pair in pairs)
    shape = len(pairs), -(-longest // MULTIPLE) * MULTIPLE
    tokens, segments, attention = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    for row, pair in enumerate(pairs):
        length = len(pair.tokens)
        tokens[row, :length] = pair.tokens
        segments[row, :length] = pair.segments
        attention[row, :length] = 1
    return TokenBatch(tokens=tokens, segments=segments, attention=attention)
