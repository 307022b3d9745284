"""Nobody was hurt, says one account; another counts the hurt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reconcile.discrepancies.catalogue import make, merged
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.propositions import PLAIN
from reconcile.lexicons import section
from reconcile.schema import (
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    FacetKind,
    Polarity,
    Proposition,
    QuantityFacet,
    Span,
)

ONE_STATEMENT = 0.6
"""Score of a pair from which the two claims are held to be of the same people."""

_NOBODY = frozenset({"no", "nobody", "none"})
_NEXT_WORD = re.compile(r"\W+\w+")
_LIMITING = frozenset({"else", "other", "others", "further", "more", "additional", "serious", "seriously"})
"""Words by which only some are said to be unharmed ("nobody else", "no serious injuries")."""


def detect_nobody(context: GroupContext) -> Iterator[Discrepancy]:
    """A state that one source says nobody is in, and how many another says are: dead, hurt, missing, held.

    An update where the story that counts appeared later.
    """
    found = [
        _discrepancy(context, (denying, denied[figure.state]), (counting, figure))
        for left, right in context.body_pairs(ONE_STATEMENT)
        for denying, counting in ((left, right), (right, left))
        if (denied := dict(_denied(context, denying)))
        for figure in _counted(counting)
        if figure.state in denied
    ]
    if found:
        yield merged(found)


def _counted(claim: Claim) -> Iterator[QuantityFacet]:
    """The figures above zero that a claim puts as fact."""
    for figure in claim.facets_of(FacetKind.QUANTITY):
        if isinstance(figure, QuantityFacet) and figure.low and claim.certainty in PLAIN:
            yield figure


def _denied(context: GroupContext, claim: Claim) -> Iterator[tuple[str, Span]]:
    """The states that nobody is in, each with the words that say so."""
    if not _LIMITING.isdisjoint(claim.text.casefold().split()):
        return
    for one in claim.propositions:
        negation = one.negation
        if one.polarity is Polarity.AFFIRMED or negation is None or not one.is_stated:
            continue
        state = _state(one, context.words(claim, negation).casefold())
        if state and one.certainty in PLAIN:
            yield state, _words(claim, one.span, negation)


def _words(claim: Claim, verb: Span, negation: Span) -> Span:
    """From the negation, with the word after it, to the verb."""
    after = _NEXT_WORD.match(claim.text, negation.end - claim.span.start)
    end = after.end() + claim.span.start if after else negation.end
    return Span(min(negation.start, verb.start), max(end, verb.end))


def _state(one: Proposition, negation: str) -> str:
    """The state of whom the proposition is of: "no injuries were reported", "nobody was injured"."""
    if negation not in _NOBODY:
        return ""
    if one.core:
        return section("quantity_states", "noun").get(one.core[0], "")
    described = section("quantity_states", "described").get(one.predicate.removeprefix("be "), "")
    return _of_verbs().get(one.predicate, described)


def _discrepancy(
    context: GroupContext, denying: tuple[Claim, Span], counting: tuple[Claim, QuantityFacet]
) -> Discrepancy:
    later = context.appeared_before(denying[0], counting[0])
    return make(
        DiscrepancyKind.POLARITY,
        DiscrepancyRelation.UPDATE if later else DiscrepancyRelation.CONFLICT,
        [context.value(*denying), context.value(counting[0], counting[1].span, counting[1])],
        f"{denying[0].source} says nobody, {counting[0].source} counts some",
        context.group.confidence,
    )


@cache
def _of_verbs() -> dict[str, str]:
    return section("quantity_states", "subject") | section("quantity_states", "object")
