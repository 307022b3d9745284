"""An encoder that computes no vector twice, in this run or a later one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reconcile.models.encoder import Encoder, Vectors
from reconcile.models.result_cache import ResultCache
from reconcile.schema import ModelUse


@dataclass(frozen=True, slots=True, kw_only=True)
class CachedEncoder:
    """``encoder`` behind ``cache``; the same vectors as without."""

    encoder: Encoder
    cache: ResultCache

    @property
    def use(self) -> ModelUse:
        return self.encoder.use

    def require(self) -> None:
        self.encoder.require()

    def encode(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return self.encoder.encode(texts)
        return np.vstack(self.cache.rows(self.use.revision, texts, self.encoder.encode))
