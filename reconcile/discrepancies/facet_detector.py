"""Differences of figures, times, places and names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reconcile.discrepancies.catalogue import gravest, make, source_order
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.one_thing import are_of_one_thing, dates_one_act
from reconcile.discrepancies.phrases import LOCATIVE
from reconcile.discrepancies.slots import Link, Slot, find_slots
from reconcile.discrepancies.updates import is_update
from reconcile.lexicons import rows, words
from reconcile.schema import (
    AnyFacet,
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    FacetKind,
    PlaceFacet,
    PlaceKind,
    QuantityFacet,
    TimeFacet,
    TimeForm,
    Verdict,
)


def detect_facets(context: GroupContext) -> Iterator[Discrepancy]:
    """One discrepancy for each thing whose values differ between the sources of the group."""
    for kind in FacetKind:
        for slot in find_slots(context, kind):
            noted = {link: relation for link in slot.links if (relation := _relation(link, context))}
            if noted:
                yield _discrepancy(context, kind, slot, noted)


def _discrepancy(
    context: GroupContext, kind: FacetKind, slot: Slot, noted: dict[Link, DiscrepancyRelation]
) -> Discrepancy:
    relation = gravest(list(noted.values()))
    telling = next(link for link, its in noted.items() if its is relation)
    # The values that the reason speaks of stand for their sources, whatever else those say.
    values = {claim.source: context.value(claim, facet.span, facet) for claim, facet in slot.values()}
    values[telling.left.source] = context.value(telling.left, telling.pair.left.span, telling.pair.left)
    values[telling.right.source] = context.value(telling.right, telling.pair.right.span, telling.pair.right)
    ordered = [values[source] for source in sorted(values, key=source_order)]
    reason = telling.pair.comparison.reason
    return make(DiscrepancyKind(kind.value), relation, ordered, reason, context.group.confidence)


def _relation(link: Link, context: GroupContext) -> DiscrepancyRelation | None:
    comparison = link.pair.comparison
    match comparison.verdict:
        case Verdict.CONFLICT:
            return _contradiction(link, context)
        case Verdict.COMPATIBLE:
            says_more = _says_where(link) and _says_when(link)
            return DiscrepancyRelation.PRECISION if says_more else None
        case Verdict.AGREE if _one_dates(link):
            return DiscrepancyRelation.PRECISION
        case Verdict.AGREE if not comparison.same_form and _hedged_otherwise(link):
            return DiscrepancyRelation.WORDING
    return None


def _contradiction(link: Link, context: GroupContext) -> DiscrepancyRelation | None:
    """Conflict or update; None where the two values may well be of different things."""
    if not are_of_one_thing(link):
        return None
    return DiscrepancyRelation.UPDATE if is_update(link, context) else DiscrepancyRelation.CONFLICT


def _says_where(link: Link) -> bool:
    """Whether a city does not merely stand for its country's government ("Tehran" for "Iran"), and a
    country not merely before what is its own ("U.S. airports" beside "airports in Ohio").

    Holds for other kinds of values than places.
    """
    kinds = {facet.place_kind for _, facet in link.ends if isinstance(facet, PlaceFacet)}
    if kinds == {PlaceKind.REGION, PlaceKind.COUNTRY}:
        return not any(_is_modifier(*end) for end in link.ends)
    return not kinds >= {PlaceKind.CITY, PlaceKind.COUNTRY} or all(_is_located(*end) for end in link.ends)


def _says_when(link: Link) -> bool:
    """Whether a date stands beside a vague word ("recently") of the same act.

    Holds for other kinds of values than times, and for two dates.
    """
    ends = link.pair.left, link.pair.right
    vague = any(isinstance(end, TimeFacet) and end.text.casefold() in _open_words() for end in ends)
    return not vague or dates_one_act(link)


@cache
def _open_words() -> frozenset[str]:
    """Words for a time that lie somewhere before or after, no count of days or years between."""
    return frozenset(row[0] for row in rows("time_vague") if len(row) == 2)


def _is_modifier(claim: Claim, facet: AnyFacet) -> bool:
    return any(phrase.core.contains(facet.span) for phrase in claim.phrases) and not any(
        phrase.core.end == facet.span.end for phrase in claim.phrases
    )


def _is_located(claim: Claim, facet: AnyFacet) -> bool:
    return any(
        phrase.preposition in LOCATIVE and phrase.core.end == facet.span.end for phrase in claim.phrases
    )


def _one_dates(link: Link) -> bool:
    """Whether of two equal times one gives the date and the other only counts to it ("two months ago")."""
    ends = link.pair.left, link.pair.right
    return all(
        isinstance(end, TimeFacet) and end.form is TimeForm.CALENDAR and end.anchor is not None
        for end in ends
    ) and _gives_date(ends[0]) != _gives_date(ends[1])


def _gives_date(facet: AnyFacet) -> bool:
    """Whether the words name a month or hold a numeral."""
    found = set(re.findall(r"[a-z]+", facet.text.casefold()))
    return bool(re.search(r"\d", facet.text)) or not found.isdisjoint(words("month_names"))


def _hedged_otherwise(link: Link) -> bool:
    """Whether both figures are approximate in different words ("around 30", "some 30")."""
    return all(
        isinstance(facet, QuantityFacet) and facet.approximate and facet.figure is not None
        for facet in (link.pair.left, link.pair.right)
    ) and _first_word(link.pair.left) != _first_word(link.pair.right)


def _first_word(facet: AnyFacet) -> str:
    return facet.text.split()[0].casefold()
