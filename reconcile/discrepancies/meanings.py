"""How alike words are in meaning."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.models import Encoder


def meanings(pairs: Sequence[tuple[str, str]], encoder: Encoder) -> list[float]:
    """The cosine of the vectors that ``encoder`` gives the two texts of each pair, in [-1, 1]."""
    texts = sorted({text for pair in pairs for text in pair})
    vectors = dict(zip(texts, encoder.encode(texts), strict=True)) if texts else {}
    return [float(vectors[left] @ vectors[right]) for left, right in pairs]
