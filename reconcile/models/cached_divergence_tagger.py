"""A divergence tagger that reads no pair twice, in this run or a later one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reconcile.models.divergence_decoding import DECODING
from reconcile.models.divergence_outputs import KINDS, RELATIONS
from reconcile.models.divergence_tagger import Divergence, DivergenceTagger
from reconcile.models.relation_classifier import Pair
from reconcile.models.result_cache import ResultCache
from reconcile.schema import ModelUse, Span

_NUMBERS = 7
"""Kind, relation, both spans and score: all whole numbers among them are exact in float32."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CachedDivergenceTagger:
    """``tagger`` behind ``cache``; the same divergences as without, scores rounded to float32."""

    tagger: DivergenceTagger
    cache: ResultCache

    @property
    def use(self) -> ModelUse:
        return self.tagger.use

    def tag(self, pairs: Sequence[Pair]) -> list[tuple[Divergence, ...]]:
        pair_of = {json.dumps(pair): pair for pair in pairs}

        def compute(missing: Sequence[str]) -> list[NDArray[np.float32]]:
            return [packed(found) for found in self.tagger.tag([pair_of[text] for text in missing])]

        rows = self.cache.rows(
            f"{self.use.revision} {DECODING}", [json.dumps(pair) for pair in pairs], compute
        )
        return [tuple(unpacked(row)) for row in rows]


def packed(divergences: Sequence[Divergence]) -> NDArray[np.float32]:
    """The number of ``divergences``, then those of each; never empty, as the cache keeps no empty row."""
    numbers = [float(len(divergences))]
    for one in divergences:
        numbers += [KINDS.index(one.kind), RELATIONS.index(one.relation)]
        numbers += [one.left.start, one.left.end, one.right.start, one.right.end, one.score]
    return np.asarray(numbers, dtype=np.float32)


def unpacked(row: NDArray[np.float32]) -> Iterator[Divergence]:
    """What ``packed`` made a row of."""
    for *whole, score in row[1:].reshape(-1, _NUMBERS).tolist():
        kind, relation, *ends = map(int, whole)
        yield Divergence(
            kind=KINDS[kind],
            relation=RELATIONS[relation],
            left=Span(*ends[:2]),
            right=Span(*ends[2:]),
            score=score,
        )
