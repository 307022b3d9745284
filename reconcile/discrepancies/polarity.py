"""A statement that one source affirms and another negates."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from reconcile.discrepancies.catalogue import make, merged
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.propositions import are_two_manners, matched, with_particle
from reconcile.discrepancies.state_changes import may_follow
from reconcile.schema import (
    Certainty,
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    Polarity,
    Proposition,
    Span,
)

_FIRST_PERSON = re.compile(r"\b(?:I|we|We)\b")
_SETTLED = frozenset({Certainty.ASSERTED, Certainty.REPORTED, Certainty.DENIED})


def detect_polarity(context: GroupContext) -> Iterator[Discrepancy]:
    """One predicate of the same things, affirmed by one source and negated by another.

    Questions, conditions and purposes state nothing. What may happen may also not happen, so a
    possibility is no contradiction. A source that gives both sides contradicts nobody.
    """
    found = []
    both_sides = _give_both_sides(context)
    for left, right in context.pairs():
        if both_sides.isdisjoint((left.source, right.source)):
            for ours, theirs in contradictions(left, right):
                found.append(_discrepancy(context, (left, ours), (right, theirs)))
    by_kind = (list(ones) for _, ones in itertools.groupby(sorted(found, key=_kind), key=_kind))
    yield from map(merged, by_kind)


def _kind(discrepancy: Discrepancy) -> DiscrepancyKind:
    return discrepancy.kind


def contradictions(left: Claim, right: Claim) -> Iterator[tuple[Proposition, Proposition]]:
    """The propositions of the two claims that cannot both be true."""
    for ours, theirs, opposite in matched(left, right):
        differ = ours.polarity is not theirs.polarity
        if (
            _comparable(ours, theirs)
            and not _is_defence((left, ours), (right, theirs))
            and differ is not opposite
        ):
            affirmed_both = opposite and Polarity.NEGATED in (ours.polarity, theirs.polarity)
            if not affirmed_both:
                yield ours, theirs


def _is_defence(*ends: tuple[Claim, Proposition]) -> bool:
    """Whether one quotes who denies of himself what the other only reports somebody to have said of him.

    The two people contradict each other; the sources that report them need not.
    """
    reported = all(proposition.certainty is Certainty.REPORTED for _, proposition in ends)
    denies = any(one.polarity is Polarity.NEGATED and _speaks_of_himself(claim) for claim, one in ends)
    return reported and denies


def _speaks_of_himself(claim: Claim) -> bool:
    quoted = claim.speaker is not None and claim.speaker.quoted
    return quoted and _FIRST_PERSON.search(claim.text) is not None


def _comparable(left: Proposition, right: Proposition) -> bool:
    """Whether both are stated, as facts or both as plans."""
    if not (left.is_stated and right.is_stated):
        return False
    certainties = {left.certainty, right.certainty}
    return certainties <= _SETTLED or certainties == {Certainty.PLANNED}


def _give_both_sides(context: GroupContext) -> set[str]:
    """The sources whose claims of the group contradict each other."""
    return {
        left.source
        for place, left in enumerate(context.claims)
        for right in context.claims[place:]
        if left.source == right.source and any(contradictions(left, right))
    }


def _discrepancy(
    context: GroupContext, left: tuple[Claim, Proposition], right: tuple[Claim, Proposition]
) -> Discrepancy:
    negates = next((claim.source for claim, one in (left, right) if one.polarity is Polarity.NEGATED), None)
    reason = f"{negates} negates what the other affirms" if negates else "only one of the two can be true"
    in_manner = are_two_manners(left[1].predicate, right[1].predicate)
    return make(
        DiscrepancyKind.WORDING if in_manner else DiscrepancyKind.POLARITY,
        _relation(context, left, right),
        [context.value(claim, _words(claim, one)) for claim, one in (left, right)],
        reason,
        context.group.confidence,
    )


def _relation(
    context: GroupContext, left: tuple[Claim, Proposition], right: tuple[Claim, Proposition]
) -> DiscrepancyRelation:
    """What had not happened yet when the earlier story appeared may have happened since: an update."""
    ordered = context.by_publication(left, right)
    if ordered is None:
        return DiscrepancyRelation.CONFLICT
    (earlier, was), (_, now) = ordered
    if may_follow(was, now):
        return DiscrepancyRelation.UPDATE
    pending = was.polarity is Polarity.NEGATED and was.certainty is not Certainty.DENIED
    words = context.words(earlier, earlier.span).casefold().split()
    open_still = (
        pending and now.polarity is Polarity.AFFIRMED and not {"yet", "has", "have"}.isdisjoint(words)
    )
    return DiscrepancyRelation.UPDATE if open_still else DiscrepancyRelation.CONFLICT


def _words(claim: Claim, proposition: Proposition) -> Span:
    """The negation, from it to the predicate where they stand close; the predicate of what is affirmed."""
    negation, verb = proposition.negation, with_particle(claim, proposition)
    if proposition.polarity is Polarity.AFFIRMED or negation is None or not claim.span.contains(negation):
        return verb
    return Span(min(negation.start, verb.start), max(negation.end, verb.end))
