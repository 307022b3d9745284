"""What a divergence tagger must offer: two sentences to the words in which they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reconcile.models.relation_classifier import Pair
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, ModelUse, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """Words of two texts that stand in for one another and differ: spans into each, what differs and how.

    ``score`` in [0, 1] ranks divergences; it is no probability.
    """

    kind: DiscrepancyKind
    relation: DiscrepancyRelation
    left: Span
    right: Span
    score: float


class DivergenceTagger(Protocol):
    """What a divergence tagger must offer."""

    @property
    def use(self) -> ModelUse:
        """Name and revision, for the report. Raises ModelError when the model is not there."""

    def tag(self, pairs: Sequence[Pair]) -> list[tuple[Divergence, ...]]:
        """The divergences of each pair of texts, the likeliest first."""
