"""Second groups: a clause that holds two statements, or repeats one, supports both.

Clustering puts each claim into one group. Where two claims of different groups are a strong pair all
the same, one of them joins the other's group too, or the two make a group of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from reconcile.schema import Claim, ClaimPair

MAX_GROUPS = 2
"""Groups that one claim supports; a clause that held three statements would be cut."""

Members = frozenset[str]


def add_second_groups(
    claims: Sequence[Claim],
    groups: Sequence[Sequence[str]],
    pairs: Sequence[ClaimPair],
    *,
    threshold: float,
    weakest: float,
) -> tuple[tuple[str, ...], ...]:
    """``groups``, disjoint, with claims of one added to another, and pairs between two as new ones.

    ``threshold`` is the least probability of a pair that crosses groups, and the least mean of those
    that bind a claim to its second group; ``weakest`` the least of any one of the latter. Claims that
    stand alone stay alone.
    """
    overlapping = _Overlapping(claims, groups, {frozenset((p.left, p.right)): p.score for p in pairs})
    for pair in sorted(pairs, key=lambda p: (-p.score, p.left, p.right)):
        if pair.score >= threshold:
            overlapping.connect(pair.left, pair.right, threshold, weakest)
    return overlapping.ordered()


class _Overlapping:
    def __init__(
        self, claims: Sequence[Claim], groups: Sequence[Sequence[str]], scores: Mapping[Members, float]
    ) -> None:
        self._order = {claim.id: number for number, claim in enumerate(claims)}
        self._source = {claim.id: claim.source for claim in claims}
        self._scores = scores
        self._groups = {frozenset(members) for members in groups}
        self._count = Counter(chain.from_iterable(groups))

    def connect(self, left: str, right: str, threshold: float, weakest: float) -> None:
        """Let two claims of different groups share one, if either has room for a second."""
        if not (self._count[left] and self._count[right]) or self._share(left, right):
            return
        ways = [*self._ways_into(left, right, weakest), *self._ways_into(right, left, weakest)]
        mean, joining, group = max(ways, default=(0.0, left, []))
        if mean >= threshold:
            self._replace(frozenset(group), frozenset((joining, *group)), joining)
        elif max(self._count[left], self._count[right]) < MAX_GROUPS:
            self._replace(frozenset(), frozenset((left, right)), left, right)

    def ordered(self) -> tuple[tuple[str, ...], ...]:
        """The groups, each in the order of the claims, by their first members."""
        inside = (tuple(sorted(members, key=self._order.__getitem__)) for members in self._groups)
        return tuple(sorted(inside, key=lambda members: [self._order[member] for member in members]))

    def _share(self, left: str, right: str) -> bool:
        return any(left in members and right in members for members in self._groups)

    def _ways_into(
        self, joining: str, partner: str, weakest: float
    ) -> Iterator[tuple[float, str, list[str]]]:
        """The groups of ``partner`` without ``joining``'s source, with the mean of the pairs that bind it."""
        if self._count[joining] >= MAX_GROUPS:
            return
        for group in self._groups:
            if partner in group and self._source[joining] not in {self._source[m] for m in group}:
                links = sorted(self._scores.get(frozenset((joining, member)), 0.0) for member in group)
                if links[0] >= weakest:
                    yield sum(links) / len(links), joining, sorted(group)

    def _replace(self, before: Members, after: Members, *joining: str) -> None:
        self._groups = (self._groups - {before}) | {after}
        self._count.update(joining)
