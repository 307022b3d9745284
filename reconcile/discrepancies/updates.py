"""Whether a difference is explained by the time that passed between two publications."""

from __future__ import annotations

from decimal import Decimal

from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.slots import Link
from reconcile.lexicons import mapping
from reconcile.schema import AnyFacet, Certainty, Claim, QuantityFacet, TimeFacet


def is_update(link: Link, context: GroupContext) -> bool:
    """Whether the later published value may have replaced the earlier one.

    A count of what only rises (the dead, the arrested) that is higher in the later story, or
    a planned time that the later story moved. Without two different dates nothing is an update.
    """
    ordered = _by_publication(link, context)
    if ordered is None:
        return False
    (earlier_claim, earlier), (later_claim, later) = ordered
    if isinstance(earlier, QuantityFacet) and isinstance(later, QuantityFacet):
        return _rises(earlier, later) and _accumulates(link)
    if isinstance(earlier, TimeFacet) and isinstance(later, TimeFacet):
        return earlier_claim.certainty is Certainty.PLANNED and _not_before(later, later_claim, context)
    return False


def _by_publication(
    link: Link, context: GroupContext
) -> tuple[tuple[Claim, AnyFacet], tuple[Claim, AnyFacet]] | None:
    """Both ends, the earlier published first; None where the days are not known to differ."""
    left, right = context.published(link.left), context.published(link.right)
    if left is None or right is None or left == right:
        return None
    return link.ends if left < right else (link.ends[1], link.ends[0])


def _rises(earlier: QuantityFacet, later: QuantityFacet) -> bool:
    before, after = _size(earlier), _size(later)
    return before is not None and after is not None and after > before


def _size(facet: QuantityFacet) -> Decimal | None:
    return facet.figure if facet.figure is not None else facet.low


def _accumulates(link: Link) -> bool:
    """Whether what is counted, or what a verb of the claims says befell it, is known only to rise.

    A measure, an age or a rank does not accumulate, whatever else the claim speaks of.
    """
    figures = [facet for facet in (link.pair.left, link.pair.right) if isinstance(facet, QuantityFacet)]
    if any(figure.unit or figure.ordinal for figure in figures):
        return False
    kinds = mapping("accumulating")
    if any(figure.state or kinds.get(figure.counted or "") == "thing" for figure in figures):
        return True
    told = {predicate for claim in (link.left, link.right) for predicate in _predicates(claim)}
    return any(kinds.get(predicate) == "verb" for predicate in told)


def _predicates(claim: Claim) -> set[str]:
    """The lemmas of all that the claim states, its telling verb among them."""
    return {claim.predicate, *(proposition.predicate for proposition in claim.propositions)}


def _not_before(facet: TimeFacet, claim: Claim, context: GroupContext) -> bool:
    """Whether the later story still places the event on or after its own last days."""
    published = context.published(claim)
    return facet.interval is not None and published is not None and facet.interval.end > published
