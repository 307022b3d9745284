"""Blocking: which pairs of claims are worth scoring.

One matrix product per pair of sources finds each claim's nearest claims there; only those
are scored, so that the scored pairs grow with the number of claims, not with its square.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reconcile.schema import Claim

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two claims by position, left from the earlier source.

    ``semantic`` is the cosine of the claims, ``context`` that of their sentences. ``margin`` is
    how far ``semantic`` lies above the best rival of either claim in the other's source
    (negative when a rival is nearer); 0 where neither has a rival.
    """

    left: int
    right: int
    semantic: float
    context: float
    margin: float


def find_candidates(
    claims: Sequence[Claim], vectors: Vectors, contexts: Vectors, nearest: int
) -> tuple[Candidate, ...]:
    """Pairs of different sources in which one claim is among the ``nearest`` of the other.

    ``vectors`` and ``contexts`` are (len(claims), dim) float32 of unit length.
    """
    by_source: dict[str, list[int]] = {}
    for index, claim in enumerate(claims):
        by_source.setdefault(claim.source, []).append(index)
    return tuple(
        candidate
        for left, right in itertools.combinations(by_source.values(), 2)
        for candidate in _between(np.array(left), np.array(right), vectors, contexts, nearest)
    )


def _between(
    left: NDArray[np.intp], right: NDArray[np.intp], vectors: Vectors, contexts: Vectors, nearest: int
) -> Iterator[Candidate]:
    similarity = vectors[left] @ vectors[right].T
    rivals = np.maximum(_best_rival(similarity), _best_rival(similarity.T).T)
    rivals = np.where(np.isneginf(rivals), similarity, rivals)
    near = _among_nearest(similarity, nearest) | _among_nearest(similarity.T, nearest).T
    for row, column in np.argwhere(near):
        i, j = int(left[row]), int(right[column])
        yield Candidate(
            left=i,
            right=j,
            semantic=float(similarity[row, column]),
            context=float(contexts[i] @ contexts[j]),
            margin=float(similarity[row, column] - rivals[row, column]),
        )


def _best_rival(similarity: Vectors) -> Vectors:
    """For each cell the highest value in its row outside itself; minus infinity in a row of one."""
    if similarity.shape[1] == 1:
        return np.full_like(similarity, -np.inf)
    ranked = np.sort(similarity, axis=1)
    highest, second = ranked[:, -1:], ranked[:, -2:-1]
    return np.where(similarity == highest, second, highest).astype(np.float32)


def _among_nearest(similarity: Vectors, nearest: int) -> NDArray[np.bool_]:
    if similarity.shape[1] <= nearest:
        return np.ones(similarity.shape, dtype=np.bool_)
    # A stable sort breaks ties by position: of many equal claims only the first ones are near.
    columns = np.argsort(-similarity, axis=1, kind="stable")[:, :nearest]
    near = np.zeros(similarity.shape, dtype=np.bool_)
    np.put_along_axis(near, columns, values=True, axis=1)
    return near
