"""The order in which pairs are shown: shuffled, yet with pairs of like length together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

CHUNK = 50
"""Batches that are sorted by length together: enough for little padding, few enough to stay shuffled."""


def shuffled_batches(
    lengths: Sequence[int], batch_size: int, *, seed: int, epoch: int
) -> list[NDArray[np.int64]]:
    """The indices of each batch of one epoch; the same for the same seed and epoch."""
    random = np.random.default_rng([seed, epoch])
    order = random.permutation(len(lengths))
    by_length = np.asarray(lengths)
    chunks = np.split(order, range(batch_size * CHUNK, len(order), batch_size * CHUNK))
    batches = [
        batch
        for chunk in chunks
        for batch in _cut(chunk[np.argsort(by_length[chunk], kind="stable")], batch_size)
    ]
    return [batches[index] for index in random.permutation(len(batches))]


def batches_by_length(lengths: Sequence[int], batch_size: int) -> list[NDArray[np.int64]]:
    """The indices of each batch for judging: from short to long."""
    return _cut(np.argsort(np.asarray(lengths), kind="stable"), batch_size)


def _cut(order: NDArray[np.int64], batch_size: int) -> list[NDArray[np.int64]]:
    return np.split(order, range(batch_size, len(order), batch_size)) if len(order) else []
