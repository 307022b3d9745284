"""Examples as token numbers, as the model and the shipped file read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reconcile.training.relation_classifier.examples import Example, Relation

LABELS = tuple(Relation)
MULTIPLE = 16
"""Lengths are padded to multiples of this: fewer shapes, each of which fits the processor's tiles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """One pair: token numbers, 0 or 1 for the text that each is of, and the index of its label."""

    tokens: NDArray[np.int32]
    segments: NDArray[np.int8]
    label: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Pairs padded to one length: int64 arrays of shape (pairs, tokens), labels of shape (pairs,)."""

    tokens: NDArray[np.int64]
    segments: NDArray[np.int64]
    attention: NDArray[np.int64]
    labels: NDArray[np.int64]


def encode(examples: Sequence[Example], tokenizer_file: Path, max_tokens: int) -> list[Encoded]:
    """Token numbers of all ``examples``, each at most ``max_tokens`` long."""
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens, strategy="longest_first")
    pairs = [(example.premise, example.hypothesis) for example in examples]
    return [
        Encoded(
            tokens=np.asarray(encoding.ids, dtype=np.int32),
            segments=np.asarray(encoding.type_ids, dtype=np.int8),
            label=LABELS.index(example.relation),
        )
        for example, encoding in zip(examples, tokenizer.encode_batch(pairs), strict=True)
    ]


def collate(pairs: Sequence[Encoded]) -> Batch:
    """The batch of ``pairs``, padded with token 0 to a multiple of MULTIPLE."""
    longest = max(len(pair.tokens) for pair in pairs)
    shape = len(pairs), -(-longest // MULTIPLE) * MULTIPLE
    tokens, segments, attention = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    for row, pair in enumerate(pairs):
        length = len(pair.tokens)
        tokens[row, :length] = pair.tokens
        segments[row, :length] = pair.segments
        attention[row, :length] = 1
    labels = np.asarray([pair.label for pair in pairs], dtype=np.int64)
    return Batch(tokens=tokens, segments=segments, attention=attention, labels=labels)
