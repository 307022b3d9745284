"""Differences of figures, times, places and names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz

from reconcile.discrepancies.acts import date_one_act
from reconcile.discrepancies.catalogue import gravest, make, source_order
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.modality import COMMON_VERBS
from reconcile.discrepancies.phrases import LOCATIVE
from reconcile.discrepancies.slots import Link, Slot, find_slots
from reconcile.discrepancies.updates import is_update
from reconcile.lexicons import rows, words
from reconcile.schema import (
    AnyFacet,
    Certainty,
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

SAME_MEASURED = 0.4
"""Share of content words from which two claims are held to measure the same thing; chosen on unlabelled
news, where most figures below it were of two things."""

SAME_FRAME = 85
"""rapidfuzz token sort ratio of two claims' other words from which two different names
are held to stand for the same actor or place."""


_MORE = re.compile(r"\b(?:another|other|additional|further|more)\b(?!\s+than\b)", re.IGNORECASE)
"""Words in or just before a figure by which it counts what comes on top of others."""

_JUST_BEFORE = 12
"""Characters before a figure in which such a word belongs to it."""


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


def _says_where(link: Link) -> bool:
    """Whether a city does not merely stand for its country's government ("Tehran" for "Iran"), and a
    country not merely before what is its own ("U.S. airports" beside "airports in Ohio").

    Holds for other kinds of values than places.
    """
    ends = (link.left, link.pair.left), (link.right, link.pair.right)
    kinds = {facet.place_kind for _, facet in ends if isinstance(facet, PlaceFacet)}
    if kinds == {PlaceKind.REGION, PlaceKind.COUNTRY}:
        return not any(_is_modifier(*end) for end in ends)
    return not kinds >= {PlaceKind.CITY, PlaceKind.COUNTRY} or all(_is_located(*end) for end in ends)


def _says_when(link: Link) -> bool:
    """Whether a date stands beside a vague word ("recently") of the same act.

    Holds for other kinds of values than times, and for two dates.
    """
    ends = link.pair.left, link.pair.right
    vague = any(isinstance(end, TimeFacet) and end.text.casefold() in _open_words() for end in ends)
    return not vague or _of_one_act(link)


@cache
def _open_words() -> frozenset[str]:
    """Words for a time that lie somewhere before or after, no count of days or years between."""
    return frozenset(row[0] for row in rows("time_vague") if len(row) == 2)


def _of_one_act(link: Link) -> bool:
    return date_one_act((link.left, link.pair.left.span), (link.right, link.pair.right.span))


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


def _contradiction(link: Link, context: GroupContext) -> DiscrepancyRelation | None:
    """Conflict or update; None where the two values may well be of different things."""
    one_thing = {
        FacetKind.NAME: _same_role,
        FacetKind.PLACE: _same_role,
        FacetKind.TIME: _dates_one_act,
        FacetKind.QUANTITY: _counted_alike,
    }
    if not one_thing[link.pair.left.kind](link):
        return None
    return DiscrepancyRelation.UPDATE if is_update(link, context) else DiscrepancyRelation.CONFLICT


def _counted_alike(link: Link) -> bool:
    """Whether no claim gives in several figures what the other may give in one, and neither supposes it.

    What is counted says what a figure is of; a sum, a share or a measure does not, so that the
    claims' other words must.
    """
    left, right = link.pair.left, link.pair.right
    if not isinstance(left, QuantityFacet) or not isinstance(right, QuantityFacet):
        return False
    if _is_added(link.left, left, link.right) or _is_added(link.right, right, link.left):
        return False
    if _times_counted(link.left, left) != _times_counted(link.right, right):
        return False
    supposed = Certainty.CONDITIONAL in (link.left.certainty, link.right.certainty)
    return not supposed and (not left.unit or _shared_terms(link.left, link.right) >= SAME_MEASURED)


def _shared_terms(left: Claim, right: Claim) -> float:
    """The share of the content words of the claim with fewer that both have."""
    ours, theirs = set(left.terms), set(right.terms)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _is_added(claim: Claim, figure: QuantityFacet, other: Claim) -> bool:
    """Whether only this claim counts what comes on top: "another five", "five more are also due"."""
    start, end = figure.span.start - claim.span.start, figure.span.end - claim.span.start
    on_top = _MORE.search(claim.text[max(0, start - _JUST_BEFORE) : end]) is not None
    also = _in_subject(claim, figure) and "also" in claim.text.casefold().split()
    return figure.unit is None and (on_top or also) and "also" not in other.text.casefold().split()


def _times_counted(claim: Claim, figure: QuantityFacet) -> int:
    figures = [f for f in claim.facets_of(FacetKind.QUANTITY) if isinstance(f, QuantityFacet)]
    if figure.unit:
        return sum(other.unit == figure.unit for other in figures)
    return sum(other.counted == figure.counted for other in figures)


def _same_role(link: Link) -> bool:
    """Whether two different names stand for the same actor or place: in the same part of claims
    with the same verb, which say the same around them."""
    ends = (link.left, link.pair.left), (link.right, link.pair.right)
    in_subject = {_in_subject(claim, facet) for claim, facet in ends}
    around = [_without(claim, facet).casefold() for claim, facet in ends]
    same_verb = link.left.predicate == link.right.predicate
    return same_verb and len(in_subject) == 1 and fuzz.token_sort_ratio(*around) >= SAME_FRAME


def _in_subject(claim: Claim, facet: AnyFacet) -> bool:
    return claim.parts.subject is not None and claim.parts.subject.contains(facet.span)


def _dates_one_act(link: Link) -> bool:
    """Whether two times that exclude each other date the same act, not two that one claim tells of.

    The claims need the same telling verb, and a relative time that is quoted ("today") was said
    on a day that nobody knows.
    """
    same_act = link.left.predicate == link.right.predicate not in COMMON_VERBS
    reports = link.left.predicate in words("reporting_verbs")
    return (
        same_act
        and not reports
        and _of_one_act(link)
        and not (_said(link.left, link.pair.left) or _said(link.right, link.pair.right))
    )


def _said(claim: Claim, facet: AnyFacet) -> bool:
    relative = isinstance(facet, TimeFacet) and facet.anchor is not None
    return relative and any(quote.contains(facet.span) for quote in claim.parts.quotes)


def _without(claim: Claim, facet: AnyFacet) -> str:
    start, end = facet.span.start - claim.span.start, facet.span.end - claim.span.start
    return claim.text[:start] + claim.text[end:]


def _hedged_otherwise(link: Link) -> bool:
    """Whether both figures are approximate in different words ("around 30", "some 30")."""
    return all(
        isinstance(facet, QuantityFacet) and facet.approximate and facet.figure is not None
        for facet in (link.pair.left, link.pair.right)
    ) and _first_word(link.pair.left) != _first_word(link.pair.right)


def _first_word(facet: AnyFacet) -> str:
    return facet.text.split()[0].casefold()
