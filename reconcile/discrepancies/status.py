"""The status of a group and its summary, from its discrepancies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from reconcile.comparison import pair_facets
from reconcile.discrepancies.catalogue import listed
from reconcile.discrepancies.severity import weighed
from reconcile.schema import Claim, ClaimGroup, Discrepancy, FacetKind, GroupStatus, RelationKind, Verdict

CONTRADICT = 0.8
"""Probability from which the relation classifier is held to be sure that two claims contradict each other. In
real news it mostly errs even then, but such claims seldom say quite the same."""

SURELY_ONE = 0.7
"""Confidence of a group from which its claims are said to agree where nothing is found between them. Of such
groups of 153 events four in five hold claims that gold joins, of those below it two in five."""


def with_discrepancies(
    group: ClaimGroup, claims: Sequence[Claim], found: Iterable[Discrepancy]
) -> ClaimGroup:
    """The group with ``found``, gravest first, and what they make of it; ``claims`` are its own."""
    discrepancies = tuple(
        sorted(map(weighed, found), key=lambda d: (d.severity.rank, -d.confidence, d.kind, d.id))
    )
    status = status_of(len({claim.source for claim in claims}), discrepancies)
    summary = summarise(group, claims, status)
    return replace(group, discrepancies=discrepancies, status=status, summary=summary)


def status_of(sources: int, discrepancies: Sequence[Discrepancy]) -> GroupStatus:
    """The gravest relation found; agreement where there is none (REPORT.md)."""
    if sources < 2:
        return GroupStatus.SINGLE_SOURCE
    found = {discrepancy.relation.value for discrepancy in discrepancies}
    return next((status for status in GroupStatus if status.value in found), GroupStatus.AGREEMENT)


def summarise(group: ClaimGroup, claims: Sequence[Claim], status: GroupStatus) -> str:
    """One sentence: who says it, and what is the matter."""
    sources = list(dict.fromkeys(claim.source for claim in claims))
    if status is GroupStatus.SINGLE_SOURCE:
        return f"Only {sources[0]} says this."
    copied = f" All carry the text of {group.origin}." if group.origin else ""
    if status is GroupStatus.AGREEMENT:
        return f"{listed(sources)} {_agreeing(group, claims)}.{copied}"
    return f"{listed(sources)} say this; {_NOTES[status]}.{copied}"


def _agreeing(group: ClaimGroup, claims: Sequence[Claim]) -> str:
    """How sure it is that claims between which nothing is found say the same."""
    if _hold_exclusive_facts(claims):
        return "seem to say the same, but not of the same thing or time"
    if _read_as_contradiction(group, claims):
        return "seem to say the same, but the trained classifier holds that they contradict each other"
    return "agree" if group.confidence >= SURELY_ONE else "seem to say the same, which is not sure"


def _read_as_contradiction(group: ClaimGroup, claims: Sequence[Claim]) -> bool:
    """Whether the relation classifier is sure that two claims of two sources contradict each other."""
    sources = {claim.id: claim.source for claim in claims}
    return any(
        evidence.scorer == RelationKind.CONTRADICTS and evidence.score >= CONTRADICT
        for pair in group.pairs
        if sources.get(pair.left) != sources.get(pair.right)
        for evidence in pair.evidence
    )


def _hold_exclusive_facts(claims: Sequence[Claim]) -> bool:
    """Whether figures or times that stand in one place of two claims cannot be of one thing."""
    pairs = (
        pair
        for left, right in combinations(claims, 2)
        if left.source != right.source
        for kind in (FacetKind.QUANTITY, FacetKind.TIME)
        for pair in pair_facets(left, right, kind)
    )
    return any(pair.comparison.verdict is Verdict.CONFLICT for pair in pairs)


_NOTES = {
    GroupStatus.CONFLICT: "they cannot both be right",
    GroupStatus.UPDATE: "a later story changes it",
    GroupStatus.PRECISION: "one is more exact",
    GroupStatus.WORDING: "the wording differs",
}
