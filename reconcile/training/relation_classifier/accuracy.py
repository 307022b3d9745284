"""How often a network is right, over all and for each origin of the examples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reconcile.training.batches import batches_by_length
from reconcile.training.relation_classifier.encoding import LABELS, Batch, collate, encode
from reconcile.training.relation_classifier.examples import Example, Relation

Scorer = Callable[[Batch], NDArray[np.float32]]
ALL = "all together"
TWO_WAY = frozenset({"fever_symmetric"})
"""Origins without neutral pairs by design: the more probable of the other two labels counts."""


def judged(
    examples: Sequence[Example], scorer: Scorer, tokenizer: Path, *, max_tokens: int, batch_size: int = 64
) -> NDArray[np.float32]:
    """The outputs of shape (examples, 3), in the order of ``examples``."""
    encoded = encode(examples, tokenizer, max_tokens)
    outputs = np.zeros((len(examples), len(LABELS)), dtype=np.float32)
    for indices in batches_by_length([len(pair.tokens) for pair in encoded], batch_size):
        outputs[indices] = scorer(collate([encoded[index] for index in indices]))
    return outputs


def accuracies(examples: Sequence[Example], outputs: NDArray[np.float32]) -> dict[str, float]:
    """The share of right labels for all examples together and for each origin, by its name."""
    right: dict[str, list[bool]] = defaultdict(list)
    for example, scores in zip(examples, outputs, strict=True):
        correct = LABELS.index(example.relation) == _decided(example, scores)
        right[ALL].append(correct)
        right[example.origin].append(correct)
    return {origin: float(np.mean(found)) for origin, found in sorted(right.items())}


def _decided(example: Example, scores: NDArray[np.float32]) -> int:
    if example.origin in TWO_WAY:
        scores = scores.copy()
        scores[LABELS.index(Relation.NEUTRAL)] = -np.inf
    return int(np.argmax(scores))
