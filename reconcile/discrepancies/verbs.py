"""The same actor and the same thing, but another verb between them."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.phrase_pairs import alike
from reconcile.discrepancies.propositions import (
    COMMON_VERBS,
    LIGHT_VERBS,
    are_opposite,
    arguments_of,
    verb_of,
    with_particle,
)
from reconcile.discrepancies.synonyms import are_exchanged
from reconcile.lexicons import words
from reconcile.schema import (
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    Phrase,
    Proposition,
)

JOINED = 0.8
"""Score of a pair from which its two verbs are held to tell of one act; below it, on the shared events and
on unlabelled news, most told of two."""

SHARED = 2
"""Arguments that two verbs must share to tell of one act in two ways."""


def detect_verbs(context: GroupContext) -> Iterator[Discrepancy]:
    """Verbs that stand for one another: both are said of the same things, and they are no plain synonyms.

    Verbs of saying are compared with their speakers, opposites as contradictions. Headlines are left
    out: they shorten.
    """
    found = []
    for left, right in context.body_pairs(JOINED):
        for ours, theirs in _verbs_of_one_act(left, right):
            found.append(_discrepancy(context, (left, ours), (right, theirs)))
    yield from merged_by_value(found)


def _verbs_of_one_act(left: Claim, right: Claim) -> Iterator[tuple[Proposition, Proposition]]:
    for ours in _own(left, right):
        for theirs in _own(right, left):
            if _differ(ours, theirs) and _same_arguments((left, ours), (right, theirs)):
                yield ours, theirs


def _own(claim: Claim, other: Claim) -> list[Proposition]:
    """The propositions whose verb says what was done, and that the other claim does not have too."""
    untold = LIGHT_VERBS | COMMON_VERBS | words("reporting_verbs")
    return [
        one
        for one in claim.propositions
        if verb_of(one) not in untold and not any(alike(verb_of(one), verb_of(p)) for p in other.propositions)
    ]


def _differ(left: Proposition, right: Proposition) -> bool:
    if left.is_stated is not right.is_stated or are_opposite(left.predicate, right.predicate):
        return False
    return not are_exchanged(left.predicate, right.predicate)


def _same_arguments(left: tuple[Claim, Proposition], right: tuple[Claim, Proposition]) -> bool:
    """Whether ``SHARED`` arguments are the same, or what it befalls and one other, and no actor differs."""
    shared = sum(_shares(phrase, arguments_of(*right)) for phrase in arguments_of(*left))
    same_core = _same(left[1].core, right[1].core) is True
    same_actor = _same(left[1].actor, right[1].actor) is not False
    return shared >= SHARED or (same_core and same_actor and shared >= 1)


def _shares(phrase: Phrase, others: list[Phrase]) -> bool:
    return any(
        (phrase.role, phrase.preposition) == (other.role, other.preposition)
        and alike(phrase.head, other.head)
        for other in others
    )


def _same(left: tuple[str, ...], right: tuple[str, ...]) -> bool | None:
    """Whether both arguments have one head; None where either is not given."""
    return alike(left[0], right[0]) if left and right else None


def _discrepancy(
    context: GroupContext, left: tuple[Claim, Proposition], right: tuple[Claim, Proposition]
) -> Discrepancy:
    return make(
        DiscrepancyKind.WORDING,
        DiscrepancyRelation.WORDING,
        [context.value(claim, with_particle(claim, one)) for claim, one in (left, right)],
        "another verb for it",
        context.group.confidence,
    )
