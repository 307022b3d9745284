"""An act that one source dates and another tells without a time."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.discrepancies.acts import dated_act
from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.propositions import COMMON_VERBS, PLAIN, are_one_verb, say_the_same_of, verb_of
from reconcile.lexicons import words
from reconcile.schema import (
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    FacetKind,
    Granularity,
    PhraseRole,
    Polarity,
    Proposition,
    TimeFacet,
    TimeForm,
)

ONE_STATEMENT = 0.6
"""Score of a pair from which what only one of the two claims adds is held to be of the same act."""

SURELY_ONE = 0.85
"""Score from which it matters no longer in which words the two name what the act befell."""

_EXACT = frozenset({Granularity.TIME_OF_DAY, Granularity.DAY_PART, Granularity.DAY, Granularity.MONTH})
"""Units in which a time says when something happened; a season or a week leaves that open."""

_PLEAS = frozenset({"plead", "testify"})
"""Verbs that report words in court, which is an act of its own with a day."""


def detect_undated(context: GroupContext) -> Iterator[Discrepancy]:
    """The time that one source gives an act of which the other gives none, here or anywhere.

    Both claims must tell of the act with one telling verb, and neither may be a headline.
    """
    found: list[Discrepancy] = []
    for left, right in context.body_pairs(ONE_STATEMENT):
        surely = context.joined(left, right, SURELY_ONE)
        for dating, other in ((left, right), (right, left)):
            if not _times_of(context, other.source):
                found += _found(context, dating, other, surely=surely)
    yield from merged_by_value(found)


def _times_of(context: GroupContext, source: str) -> bool:
    return any(claim.source == source and claim.facets_of(FacetKind.TIME) for claim in context.claims)


def _found(context: GroupContext, dating: Claim, other: Claim, *, surely: bool) -> Iterator[Discrepancy]:
    for time in dating.facets_of(FacetKind.TIME):
        if not isinstance(time, TimeFacet) or not _tells(dating, time):
            continue
        act = _same_act(dating, time, other, surely=surely)
        if act is not None and not context.articles.dates(other.source, time):
            yield make(
                DiscrepancyKind.TIME,
                DiscrepancyRelation.PRECISION,
                [context.value(dating, time.span, time), context.value(other, act.span)],
                f"only {dating.source} says {'how long' if time.form is TimeForm.DURATION else 'when'}",
                context.group.confidence,
            )


def _tells(claim: Claim, time: TimeFacet) -> bool:
    """Whether it says when or for how long, as an adverbial of a verb and not of a noun."""
    adverbial = any(
        phrase.role is PhraseRole.OBLIQUE
        and (time.span.contains(phrase.core) or phrase.core.end == time.span.end)
        for phrase in claim.phrases
    )
    if time.form is TimeForm.DURATION:
        return adverbial
    return adverbial and time.form is TimeForm.CALENDAR and time.granularity in _EXACT


def _same_act(dating: Claim, time: TimeFacet, other: Claim, *, surely: bool) -> Proposition | None:
    """The other claim's statement of the act that the time is said of, where both tell that it was done."""
    act = dated_act(dating, time.span)
    if act is None or act in COMMON_VERBS or act in words("reporting_verbs") - _PLEAS:
        return None
    ours = [one for one in dating.propositions if verb_of(one) == act and _is_done(one)]
    told = (one for one in other.propositions if are_one_verb(act, verb_of(one)) and _is_done(one))
    return next((one for one in told if any(surely or say_the_same_of(mine, one) for mine in ours)), None)


def _is_done(one: Proposition) -> bool:
    return one.is_stated and one.certainty in PLAIN and one.polarity is Polarity.AFFIRMED
