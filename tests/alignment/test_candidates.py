"""Which pairs of claims are scored: the fast search against a slow, obvious one."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.alignment.candidates import TEMPERATURE, Candidate, Vectors, find_candidates
from reconcile.schema import Claim
from tests.handmade_claims import claim


def claims_of(sizes: dict[str, int]) -> list[Claim]:
    return [claim(f"{s}{n}", f"word {s} {n}") for s, size in sizes.items() for n in range(1, size + 1)]


def unit_vectors(seed: int, size: int, dimensions: int = 8) -> Vectors:
    drawn = np.random.default_rng(seed).normal(size=(size, dimensions))
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), dtype=np.float32)


def brute_force(
    claims: list[Claim], vectors: Vectors, contexts: Vectors, nearest: int
) -> dict[tuple[int, int], Candidate]:
    """All pairs one by one, each ranked among its claims' rivals."""

    def cosine(i: int, j: int, of: Vectors = vectors) -> float:
        return float(sum(float(a) * float(b) for a, b in zip(of[i], of[j], strict=True)))

    def rivals(i: int, j: int) -> list[float]:
        """How near the other claims of the source of ``j`` are to ``i``."""
        return [cosine(i, k) for k in range(len(claims)) if k != j and claims[k].source == claims[j].source]

    def share(near: float, others: list[float]) -> float:
        return 1 / (1 + sum(math.exp((other - near) / TEMPERATURE) for other in others))

    found = {}
    for i, j in product(range(len(claims)), repeat=2):
        if claims[i].source >= claims[j].source:
            continue
        near = cosine(i, j)
        ranks = [sum(rival > near for rival in rivals(*pair)) for pair in ((i, j), (j, i))]
        if min(ranks) < nearest:
            shares = [share(near, rivals(*pair)) for pair in ((i, j), (j, i))]
            found[i, j] = Candidate(
                left=i,
                right=j,
                semantic=near,
                context=cosine(i, j, contexts),
                preference=math.sqrt(shares[0] * shares[1]),
            )
    return found


@settings(max_examples=60)
@given(st.lists(st.integers(0, 6), min_size=2, max_size=4), st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_candidates_are_those_of_the_slow_search(sizes: list[int], nearest: int, seed: int) -> None:
    claims = claims_of(dict(zip("ABCD", sizes, strict=False)))
    vectors, contexts = unit_vectors(seed, len(claims)), unit_vectors(seed + 1, len(claims))
    found = find_candidates(claims, vectors, contexts, nearest)
    expected = brute_force(claims, vectors, contexts, nearest)
    assert [(c.left, c.right) for c in found] == sorted(
        expected, key=lambda pair: (claims[pair[0]].source, claims[pair[1]].source, pair)
    )
    for candidate in found:
        slow = expected[candidate.left, candidate.right]
        assert candidate.semantic == pytest.approx(slow.semantic, abs=1e-5)
        assert candidate.context == pytest.approx(slow.context, abs=1e-5)
        assert candidate.preference == pytest.approx(slow.preference, abs=1e-4)


@pytest.mark.parametrize("size", [20, 40, 80, 160])
def test_pairs_grow_with_the_claims_and_not_with_their_square(size: int) -> None:
    claims = claims_of({"A": size, "B": size})
    vectors = unit_vectors(size, len(claims))
    found = find_candidates(claims, vectors, vectors, 3)
    assert 3 * size <= len(found) <= 2 * 3 * size


def test_pairs_do_not_grow_with_the_square_where_claims_repeat() -> None:
    claims = claims_of({"A": 100, "B": 100})
    vectors = np.repeat(unit_vectors(1, 1), len(claims), axis=0)
    assert len(find_candidates(claims, vectors, vectors, 3)) <= 2 * 3 * 100


def test_claims_of_one_source_are_never_paired() -> None:
    claims = claims_of({"A": 5})
    vectors = unit_vectors(0, 5)
    assert find_candidates(claims, vectors, vectors, 3) == ()
    assert find_candidates([], unit_vectors(0, 0), unit_vectors(0, 0), 3) == ()


def test_a_claim_prefers_its_nearest_and_one_that_is_like_all_prefers_none() -> None:
    claims = claims_of({"A": 1, "B": 2})
    vectors = np.array([[1, 0], [0.6, 0.8], [1, 0]], dtype=np.float32)
    preferred = {c.right: c.preference for c in find_candidates(claims, vectors, vectors, 2)}
    assert preferred[2] > 0.95
    assert preferred[1] < 0.1
    alike = np.ones((3, 2), dtype=np.float32) / np.sqrt(2)
    even = [c.preference for c in find_candidates(claims, alike, alike, 2)]
    assert even == pytest.approx([math.sqrt(1 / 2)] * 2)
