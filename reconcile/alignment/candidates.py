"""Blocking: which pairs of claims are worth scoring.

One matrix product per pair of sources finds each claim's nearest claims there; only those are scored, so
that for two sources the scored pairs grow with the number of claims, not with its square. With the number of
sources they grow as the pairs of these do.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reconcile.schema import Claim

Vectors = NDArray[np.float32]


TEMPERATURE = 0.06
"""Cosines this far apart make one claim e times as preferred as another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two claims by position, left from the earlier source.

    ``semantic`` is the cosine of the claims, ``context`` that of their sentences. ``preference``, in
    [0, 1], is how much of each claim's likeness to all claims of the other's source falls on the other.
    """

    left: int
    right: int
    semantic: float
    context: float
    preference: float


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
    preference = _preference(similarity)
    near = _among_nearest(similarity, nearest) | _among_nearest(similarity.T, nearest).T
    for row, column in np.argwhere(near):
        i, j = int(left[row]), int(right[column])
        yield Candidate(
            left=i,
            right=j,
            semantic=float(similarity[row, column]),
            context=float(contexts[i] @ contexts[j]),
            preference=float(preference[row, column]),
        )


def _preference(similarity: Vectors) -> Vectors:
    """The geometric mean of each cell's share of its row and of its column, by softmax.

    Both directions count, as in dual-softmax matching (Sun et al. 2021, LoFTR): a claim that is like
    everything prefers nothing.
    """
    likeness = np.exp(similarity / TEMPERATURE)
    shares = likeness / likeness.sum(axis=1, keepdims=True), likeness / likeness.sum(axis=0, keepdims=True)
    mean: Vectors = np.sqrt(shares[0] * shares[1])
    return mean


def _among_nearest(similarity: Vectors, nearest: int) -> NDArray[np.bool_]:
    if similarity.shape[1] <= nearest:
        return np.ones(similarity.shape, dtype=np.bool_)
    # A stable sort breaks ties by position: of many equal claims only the first ones are near.
    columns = np.argsort(-similarity, axis=1, kind="stable")[:, :nearest]
    near = np.zeros(similarity.shape, dtype=np.bool_)
    np.put_along_axis(near, columns, values=True, axis=1)
    return near
