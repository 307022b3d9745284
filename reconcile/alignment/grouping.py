"""Groups over all sources at once: average-linkage agglomeration under constraints.

The best pairs are joined first. Two groups join only while the mean probability over all
their cross-source pairs stays above the threshold, so no chain of weak links holds a group
together (Sokal and Michener 1958; the constraints as in constrained agglomerative clustering).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reconcile.schema import Claim, ClaimPair

MAX_PER_SOURCE = 2
"""Claims of one source in one group: a sentence of one may match two of another, no more."""


def group_claims(
    claims: Sequence[Claim],
    pairs: Sequence[ClaimPair],
    *,
    threshold: float,
    sibling_threshold: float,
    weakest: float,
) -> tuple[tuple[str, ...], ...]:
    """Groups of claim ids with two sources or more, each in the order of ``claims``.

    ``threshold`` is the least mean probability of a group's cross-source pairs, ``weakest`` the
    least of any one of them; a pair that was never scored counts as 0. ``sibling_threshold`` takes
    the place of ``threshold`` for a claim that joins another part of its own sentence: a statement
    that a subordinate clause cuts in two is still one.
    """
    clustering = _Clustering(claims, {(pair.left, pair.right): pair.score for pair in pairs})
    for pair in sorted(pairs, key=lambda p: (-p.score, p.left, p.right)):
        least = sibling_threshold if clustering.has_sibling(pair.left, pair.right) else threshold
        if pair.score >= least:
            clustering.join(pair.left, pair.right, least, weakest)
    return clustering.groups()


class _Clustering:
    def __init__(self, claims: Sequence[Claim], scores: Mapping[tuple[str, str], float]) -> None:
        self._sentence = {claim.id: (claim.source, claim.sentence) for claim in claims}
        self._source = {claim.id: claim.source for claim in claims}
        self._scores = scores
        self._members: dict[str, tuple[str, ...]] = {claim.id: (claim.id,) for claim in claims}

    def has_sibling(self, left: str, right: str) -> bool:
        """Whether the group of either claim holds another part of the other's sentence."""
        return any(
            self._sentence[member] == self._sentence[claim]
            for claim, others in ((left, self._members[right]), (right, self._members[left]))
            for member in others
        )

    def join(self, left: str, right: str, threshold: float, weakest: float) -> None:
        """Merge the groups of two claims if the constraints allow it."""
        ours, theirs = self._members[left], self._members[right]
        if ours == theirs or self._too_many(ours + theirs):
            return
        links = [self._score(a, b) for a in ours for b in theirs if self._source[a] != self._source[b]]
        if min(links) >= weakest and sum(links) / len(links) >= threshold:
            merged = ours + theirs
            self._members.update(dict.fromkeys(merged, merged))

    def groups(self) -> tuple[tuple[str, ...], ...]:
        order = {identity: number for number, identity in enumerate(self._members)}
        distinct = dict.fromkeys(members for members in self._members.values() if len(members) > 1)
        ordered = (tuple(sorted(members, key=order.__getitem__)) for members in distinct)
        return tuple(sorted(ordered, key=lambda members: order[members[0]]))

    def _too_many(self, members: tuple[str, ...]) -> bool:
        return max(Counter(self._source[m] for m in members).values()) > MAX_PER_SOURCE

    def _score(self, left: str, right: str) -> float:
        return self._scores.get((left, right), self._scores.get((right, left), 0.0))
