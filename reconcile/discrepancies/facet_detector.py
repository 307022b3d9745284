"""Differences of figures, times, places and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.comparison.person import one_tells_generation
from reconcile.discrepancies.catalogue import make, source_order
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.exactness import one_dates, one_narrows, says_more
from reconcile.discrepancies.one_thing import are_of_one_thing, are_penalties
from reconcile.discrepancies.slots import Link, Slot, find_slots
from reconcile.discrepancies.two_things import tell_of_two_things
from reconcile.discrepancies.updates import is_after_publication, is_moved_plan, is_update
from reconcile.schema import (
    AnyFacet,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    FacetKind,
    NameFacet,
    QuantityFacet,
    Verdict,
)

SURELY_JOINED = 0.8
"""Score of a pair from which two claims, each with one figure in a unit, are held to give it of one thing."""

_ARTICLES = frozenset({"a", "an", "the"})


def detect_facets(context: GroupContext) -> Iterator[Discrepancy]:
    """One discrepancy for each thing whose values differ between the sources of the group.

    Where two sources contradict each other about it and two others only differ in exactness,
    these are two discrepancies.
    """
    for kind in FacetKind:
        for slot in find_slots(context, kind):
            noted = {link: relation for link in slot.links if (relation := _relation(link, context))}
            for relation in DiscrepancyRelation:
                links = [link for link, its in noted.items() if its is relation]
                if links:
                    yield _discrepancy(context, kind, relation, Slot(links=_with_agreeing(links, slot)))


def _with_agreeing(links: Sequence[Link], slot: Slot) -> tuple[Link, ...]:
    """The links, and those of the slot by which another source says the same as an end of them."""
    places = {(claim.id, facet.span) for link in links for claim, facet in link.ends}
    agreeing = (link for link in slot.links if link.pair.comparison.verdict is Verdict.AGREE)
    touching = (
        link for link in agreeing if any((claim.id, facet.span) in places for claim, facet in link.ends)
    )
    return (*links, *(link for link in touching if link not in links))


def _discrepancy(
    context: GroupContext, kind: FacetKind, relation: DiscrepancyRelation, slot: Slot
) -> Discrepancy:
    """A discrepancy of the slot's values; the reason is that of its first link."""
    telling = slot.links[0]
    # The values that the reason speaks of stand for their sources, whatever else those say.
    values = {claim.source: context.value(claim, facet.span, facet) for claim, facet in slot.values()}
    values |= {claim.source: context.value(claim, facet.span, facet) for claim, facet in telling.ends}
    ordered = [values[source] for source in sorted(values, key=source_order)]
    reason = _overtaken(telling, context) if relation is DiscrepancyRelation.UPDATE else _reason(telling)
    return make(_kind(telling, kind), relation, ordered, reason, context.group.confidence)


def _kind(link: Link, kind: FacetKind) -> DiscrepancyKind:
    """A term in prison is how much somebody is punished, not when something is."""
    return DiscrepancyKind.QUANTITY if are_penalties(link) else DiscrepancyKind(kind.value)


def _overtaken(link: Link, context: GroupContext) -> str:
    """Which of two values is the newer one."""
    ordered = context.by_publication(*link.ends)
    if ordered is None:
        return _reason(link)
    (_, was), (later, now) = ordered
    return f"{later.source} was published later and has “{now.text}” instead of “{was.text}”"


def _reason(link: Link) -> str:
    narrowed = link.pair.comparison.verdict is Verdict.AGREE and not link.pair.comparison.same_form
    if narrowed and isinstance(link.pair.left, QuantityFacet) and not _hedged_otherwise(link):
        return "the figure is the same, but only one says of which kind"
    return link.pair.comparison.reason


def _relation(link: Link, context: GroupContext) -> DiscrepancyRelation | None:
    comparison = link.pair.comparison
    match comparison.verdict:
        case Verdict.CONFLICT:
            return _contradiction(link, context)
        case Verdict.COMPATIBLE if _are_forms_of_name(link):
            return DiscrepancyRelation.WORDING
        case Verdict.COMPATIBLE:
            return DiscrepancyRelation.PRECISION if says_more(link) else None
        case Verdict.AGREE if one_dates(link) or one_narrows(link, context):
            return DiscrepancyRelation.PRECISION
        case Verdict.AGREE if not comparison.same_form and _hedged_otherwise(link):
            return DiscrepancyRelation.WORDING
    return None


def _are_forms_of_name(link: Link) -> bool:
    """Whether a middle name or another part is all that differs: both tell who or which body it is.

    What tells the son from the father is more.
    """
    left, right = link.pair.left, link.pair.right
    names = isinstance(left, NameFacet) and isinstance(right, NameFacet)
    return names and not one_tells_generation(left.text, right.text)


def _contradiction(link: Link, context: GroupContext) -> DiscrepancyRelation | None:
    """Conflict or update; None where the two values may well be of different things."""
    if link.pair.left.kind is FacetKind.TIME and not _could_exclude(link):
        return None
    if is_after_publication(link, context):
        return None
    surely_joined = context.joined(link.left, link.right, SURELY_JOINED)
    if tell_of_two_things(link) or not are_of_one_thing(link, surely_joined=surely_joined):
        return DiscrepancyRelation.UPDATE if is_moved_plan(link, context) else None
    return DiscrepancyRelation.UPDATE if is_update(link, context) else DiscrepancyRelation.CONFLICT


def _could_exclude(link: Link) -> bool:
    """Whether one of two times, if told of the same thing, leaves no room for the other.

    What happens on Sunday does not happen on Monday: both are true. And the same words ("Friday", "in 30
    days") that another day of publication makes another time are no other account of it.
    """
    same_words = link.pair.left.text.casefold() == link.pair.right.text.casefold()
    return link.left.polarity is link.right.polarity and not same_words


def _hedged_otherwise(link: Link) -> bool:
    """Whether both figures are approximate in different words ("around 30", "some 30")."""
    return all(
        isinstance(facet, QuantityFacet) and facet.approximate and facet.figure is not None
        for facet in (link.pair.left, link.pair.right)
    ) and _hedge(link.pair.left) != _hedge(link.pair.right)


def _hedge(facet: AnyFacet) -> str:
    """The first word after an article: "an estimated" and "estimated" are one hedge."""
    first, *rest = facet.text.casefold().split()
    return rest[0] if rest and first in _ARTICLES else first
