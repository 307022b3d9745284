"""What one account says is not known, not told or not settled, and another gives."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.discrepancies.acts import dated_act
from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.gaps import Gap, find_gaps
from reconcile.discrepancies.propositions import are_one_verb, verb_of
from reconcile.schema import (
    AnyFacet,
    Certainty,
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    PlaceFacet,
    QuantityFacet,
    TimeFacet,
    TimeForm,
)

ONE_STATEMENT = 0.5
"""Score of a pair from which the answer that one claim gives is held to be to what the other leaves open."""


def detect_withheld(context: GroupContext) -> Iterator[Discrepancy]:
    """A time, a place or a figure that one source leaves open in so many words and another gives.

    An update where the story that gives it appeared later, else one is the more complete.
    """
    found: list[Discrepancy] = []
    for left, right in context.body_pairs(ONE_STATEMENT):
        for opening, telling in ((left, right), (right, left)):
            found += _answered(context, opening, telling)
    yield from merged_by_value(found)


def _answered(context: GroupContext, opening: Claim, telling: Claim) -> Iterator[Discrepancy]:
    open_still = {gap.kind for gap in _gaps(context, telling)}
    for gap in _gaps(context, opening):
        if opening.facets_of(gap.kind):
            continue
        answers = (f for f in telling.facets_of(gap.kind) if _answers(gap, opening, telling, f))
        answer = next(answers, None)
        if answer is not None and gap.kind not in open_still:
            yield _discrepancy(context, (opening, gap), (telling, answer))


def _gaps(context: GroupContext, claim: Claim) -> list[Gap]:
    """What a claim, or the words just before it in its sentence, leave open."""
    found = find_gaps(context.words(claim, claim.sentence), claim.sentence.start)
    return [
        gap for gap in found if claim.span.overlaps(gap.span) or 0 <= claim.span.start - gap.span.end <= 1
    ]


def _discrepancy(
    context: GroupContext, opening: tuple[Claim, Gap], telling: tuple[Claim, AnyFacet]
) -> Discrepancy:
    (silent, gap), (claim, answer) = opening, telling
    since = context.appeared_before(silent, claim)
    return make(
        DiscrepancyKind(gap.kind.value),
        DiscrepancyRelation.UPDATE if since else DiscrepancyRelation.PRECISION,
        [context.value(silent, gap.span), context.value(claim, answer.span, answer)],
        f"{silent.source} leaves open what {claim.source} gives",
        context.group.confidence,
    )


def _answers(gap: Gap, opening: Claim, telling: Claim, facet: AnyFacet) -> bool:
    """Whether the value can be what was left open: an exact one, of an act that both claims tell of."""
    match facet:
        case TimeFacet():
            is_exact = facet.form in (TimeForm.CALENDAR, TimeForm.DURATION)
            return is_exact and _of_one_act(gap, opening, telling, facet)
        case QuantityFacet():
            told = not gap.states or facet.state in gap.states
            return told and facet.figure is not None and not facet.ordinal
        case PlaceFacet():
            return any(p.preposition and p.core.end == facet.span.end for p in telling.phrases)
    return False


def _of_one_act(gap: Gap, opening: Claim, telling: Claim, time: TimeFacet) -> bool:
    """Whether the time is said of what the first claim tells of or the second mainly does; to what has
    no end yet, a plan puts one."""
    act = dated_act(telling, time.span)
    if gap.is_end and any(
        one.certainty is Certainty.PLANNED and verb_of(one) == act for one in telling.propositions
    ):
        return True
    verbs = {verb_of(one) for one in opening.propositions}
    return act is None or act == telling.predicate or any(are_one_verb(act, verb) for verb in verbs)
