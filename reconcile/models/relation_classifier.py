"""What a relation classifier must offer: pairs of texts to the probabilities of three relations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from reconcile.schema import ModelUse

CONTRADICTION, ENTAILMENT, NEUTRAL = range(3)
"""The columns of the probabilities."""

Pair = tuple[str, str]
"""A premise and a hypothesis: what follows from the first about the second?"""

Probabilities = NDArray[np.float32]


class RelationClassifier(Protocol):
    """What a relation classifier must offer."""

    @property
    def use(self) -> ModelUse:
        """Name and revision, for the report. Raises ModelError when the model is not there."""

    def judge(self, pairs: Sequence[Pair]) -> Probabilities:
        """The probabilities of contradiction, entailment and neither, (n, 3) float32."""
