"""A relation classifier that judges no pair twice, in this run or a later one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reconcile.models.relation_classifier import Pair, Probabilities, RelationClassifier
from reconcile.models.result_cache import ResultCache
from reconcile.schema import ModelUse


@dataclass(frozen=True, slots=True, kw_only=True)
class CachedRelationClassifier:
    """``classifier`` behind ``cache``; the same probabilities as without."""

    classifier: RelationClassifier
    cache: ResultCache

    @property
    def use(self) -> ModelUse:
        return self.classifier.use

    def judge(self, pairs: Sequence[Pair]) -> Probabilities:
        pair_of = {json.dumps(pair): pair for pair in pairs}

        def compute(missing: Sequence[str]) -> Probabilities:
            return self.classifier.judge([pair_of[text] for text in missing])

        rows = self.cache.rows(self.use.revision, [json.dumps(pair) for pair in pairs], compute)
        return np.asarray(rows, dtype=np.float32).reshape(len(pairs), 3)
