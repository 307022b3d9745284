"""What a sentence encoder must offer: text to unit vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from reconcile.schema import ModelUse

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """What a sentence encoder must offer."""

    @property
    def use(self) -> ModelUse:
        """Name and revision, for the report."""

    def require(self) -> None:
        """Raises ModelError, without loading it, when the model cannot be there."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of the texts, (n, dim) float32."""
