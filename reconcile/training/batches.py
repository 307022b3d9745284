"""The order in which pairs are shown: shuffled, yet with pairs of like length together."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from reconcile.training.recipe import Recipe
from reconcile.training.token_pairs import TokenPair

CHUNK = 50
"""Batches that are sorted by length together: enough for little padding, few enough to stay shuffled."""


Encoded = TypeVar("Encoded", bound=TokenPair)
Batch = TypeVar("Batch")


def numbered_batches(
    encoded: Callable[[int], Sequence[Encoded]],
    collate: Callable[[Sequence[Encoded]], Batch],
    recipe: Recipe,
    *,
    count: int,
    done: int,
) -> Iterator[tuple[int, Batch]]:
    """The batches after step ``done``, each with the number of its step, from one; ``encoded`` gives the
    ``count`` pairs of an epoch."""
    steps = -(-count // recipe.batch_size)
    for epoch in itertools.count(done // steps):
        pairs = encoded(epoch)
        lengths = [len(pair.tokens) for pair in pairs]
        order = shuffled_batches(lengths, recipe.batch_size, seed=recipe.seed, epoch=epoch)
        first = max(done - epoch * steps, 0)
        for number, indices in enumerate(order[first:], start=epoch * steps + first + 1):
            if number > recipe.steps:
                return
            yield number, collate([pairs[index] for index in indices])


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
