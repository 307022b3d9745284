"""What held when the earlier story appeared, and no longer holds in the later one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache

from reconcile.discrepancies.catalogue import make, merged
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.propositions import (
    PLAIN,
    are_one_verb,
    befall_one_thing,
    with_particle,
)
from reconcile.lexicons import rows
from reconcile.schema import (
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    Polarity,
    Proposition,
)


def detect_state_changes(context: GroupContext) -> Iterator[Discrepancy]:
    """A state of one thing in the earlier story, and in the later one what put an end to it: "closed" and
    "reopened", "trapped" and "rescued".

    On one day nothing is told: one story may have the state, another the end of it.
    """
    found = []
    for left, right in context.body_pairs():
        ordered = context.by_publication((left, None), (right, None))
        if ordered is not None:
            (earlier, _), (later, _) = ordered
            found += [
                _discrepancy(context, (earlier, was), (later, now)) for was, now in _changes(earlier, later)
            ]
    if found:
        yield merged(found)


def may_follow(was: Proposition, now: Proposition) -> bool:
    """Whether the later state or act can put an end to the earlier one."""
    return (was.predicate, now.predicate) in _sequences()


def _changes(earlier: Claim, later: Claim) -> Iterator[tuple[Proposition, Proposition]]:
    """What held and what ended it. A claim that tells both itself knows of the end."""
    for was, now in itertools.product(earlier.propositions, later.propositions):
        is_new = not _tells(earlier, now) and not _tells(later, was)
        if is_new and _holds(was) and _holds(now) and may_follow(was, now) and befall_one_thing(was, now):
            yield was, now


def _tells(claim: Claim, one: Proposition) -> bool:
    return any(are_one_verb(one.predicate, other.predicate) for other in claim.propositions)


def _holds(one: Proposition) -> bool:
    return one.is_stated and one.polarity is Polarity.AFFIRMED and one.certainty in PLAIN


def _discrepancy(
    context: GroupContext, earlier: tuple[Claim, Proposition], later: tuple[Claim, Proposition]
) -> Discrepancy:
    return make(
        DiscrepancyKind.POLARITY,
        DiscrepancyRelation.UPDATE,
        [context.value(claim, with_particle(claim, one)) for claim, one in (earlier, later)],
        f"{later[0].source} was published later and has what put an end to it",
        context.group.confidence,
    )


@cache
def _sequences() -> frozenset[tuple[str, str]]:
    return frozenset((was, now) for was, now in rows("state_changes"))
