"""Examples as token numbers, as the model and the shipped file read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reconcile.training.relation_classifier.examples import Example, Relation
from reconcile.training.token_pairs import TokenBatch, TokenPair, encodings, padded

LABELS = tuple(Relation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded(TokenPair):
    """One pair with the indices of the labels that may be right."""

    labels: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch(TokenBatch):
    """Padded pairs, and whether each label may be right: bool of shape (pairs, 3)."""

    labels: NDArray[np.bool_]


def encode(examples: Sequence[Example], tokenizer_file: Path, max_tokens: int) -> list[Encoded]:
    """Token numbers of all ``examples``, each at most ``max_tokens`` long."""
    pairs = [(example.premise, example.hypothesis) for example in examples]
    return [
        Encoded(
            tokens=np.asarray(encoding.ids, dtype=np.int32),
            segments=np.asarray(encoding.type_ids, dtype=np.int8),
            labels=tuple(map(LABELS.index, example.relations)),
        )
        for example, encoding in zip(examples, encodings(pairs, tokenizer_file, max_tokens), strict=True)
    ]


def collate(pairs: Sequence[Encoded]) -> Batch:
    """The batch of ``pairs``, padded."""
    batch = padded(pairs)
    return Batch(
        tokens=batch.tokens,
        segments=batch.segments,
        attention=batch.attention,
        labels=np.asarray([[number in pair.labels for number in range(len(LABELS))] for pair in pairs]),
    )
