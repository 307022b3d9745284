"""Who did it to whom: one act, with who acts and whom it befalls the other way round."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from reconcile.discrepancies.catalogue import make
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.propositions import are_one_noun, are_one_verb
from reconcile.lexicons import words
from reconcile.schema import (
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    Proposition,
    Span,
)

SAME_WORDS = 0.5
"""Share of the content words of two claims that both have, from which they tell of one act."""


def detect_roles(context: GroupContext) -> Iterator[Discrepancy]:
    """Claims in much the same words in which two parties of one act have changed places."""
    for left, right in context.body_pairs():
        for ours, theirs in itertools.product(left.propositions, right.propositions):
            if (
                _is_one_act(ours, theirs)
                and _are_exchanged(ours, theirs)
                and _share(left, right) >= SAME_WORDS
            ):
                yield make(
                    DiscrepancyKind.NAME,
                    DiscrepancyRelation.CONFLICT,
                    [
                        context.value(claim, _words(claim, one))
                        for claim, one in ((left, ours), (right, theirs))
                    ],
                    "who does it in one has it done to them in the other",
                    context.group.confidence,
                )


def _is_one_act(ours: Proposition, theirs: Proposition) -> bool:
    """Whether both are stated alike with one verb, which is not true both ways round."""
    alike = ours.is_stated and theirs.is_stated and ours.polarity is theirs.polarity
    same_verb = are_one_verb(ours.predicate, theirs.predicate)
    return alike and same_verb and ours.predicate not in words("reciprocal_verbs")


def _are_exchanged(ours: Proposition, theirs: Proposition) -> bool:
    """Whether the parties, or what narrows them, have changed places: "army drones struck a rebel convoy",
    "rebel drones struck an army convoy"."""
    ends = ours.actor, ours.core, theirs.actor, theirs.core
    if not all(ends):
        return False
    actor, core, other_actor, other_core = ends
    if (
        not are_one_noun(actor[0], core[0])
        and are_one_noun(actor[0], other_core[0])
        and are_one_noun(core[0], other_actor[0])
    ):
        return True
    same_heads = are_one_noun(actor[0], other_actor[0]) and are_one_noun(core[0], other_core[0])
    narrowed = {*actor[1:]}, {*core[1:]}, {*other_actor[1:]}, {*other_core[1:]}
    crossed = narrowed[0] == narrowed[3] and narrowed[1] == narrowed[2]
    return same_heads and all(narrowed) and crossed and narrowed[0] != narrowed[1]


def _share(left: Claim, right: Claim) -> float:
    ours, theirs = set(left.terms), set(right.terms)
    return len(ours & theirs) / max(1, len(ours | theirs))


def _words(claim: Claim, one: Proposition) -> Span:
    """From the first to the last phrase of the claim that hangs on the verb, with the verb."""
    hanging = [p.core for p in claim.phrases if p.head in (one.actor[0], one.core[0])]
    ends = [one.span, *(span for span in hanging if claim.span.contains(span))]
    return Span(min(end.start for end in ends), max(end.end for end in ends))
