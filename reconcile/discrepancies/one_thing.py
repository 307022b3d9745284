"""Whether two values that exclude each other are of one thing, so that they contradict each other."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from reconcile.discrepancies.acts import date_one_act
from reconcile.discrepancies.propositions import COMMON_VERBS, PLAIN, main_propositions, shared_terms
from reconcile.discrepancies.slots import Link
from reconcile.lexicons import mapping, words
from reconcile.schema import (
    AnyFacet,
    Certainty,
    Claim,
    FacetKind,
    Granularity,
    QuantityFacet,
    TimeFacet,
    TimeForm,
)

SAME_MEASURED = 0.4
"""Share of content words from which two claims are held to measure the same thing; chosen on unlabelled
news, where most figures below it were of two things."""

_RESULT = "score"
SAME_RESULT = 0.3
"""The same for the result of a vote or a match, whose two figures are half of the words."""

SAME_FRAME = 85
"""rapidfuzz token sort ratio of two claims' other words from which two different names
are held to stand for the same actor or place."""

_ACTS = frozenset({"begin", "continue", "hold"})
"""Verbs that report now and then, and mostly tell of an act that has its day."""

_PENALTY = frozenset({"prison", "jail", "imprisonment", "sentence", "probation"})

_MORE = re.compile(r"\b(?:another|other|additional|extra|further|more|new)\b(?!\s+than\b)", re.IGNORECASE)
"""Words in or just before a figure by which it counts what comes on top of others ("six new cases")."""

_ONE_MORE = re.compile(r"\b(?:a|an|yet another)\s+$", re.IGNORECASE)
"""What stands before a rank that only tells one more ("a second woman came forward")."""

_JUST_BEFORE = 12
"""Characters before a figure in which such a word belongs to it."""

_INCLUDING = re.compile(r"\b(?:including|among them)\s+(?:the\s+|at\s+least\s+)?$", re.IGNORECASE)
"""What stands before a figure of some of those that are counted."""

_OUT_OF = re.compile(r"([\w-]+)\s+(?:out\s+)?(?:of|among)\s+(?:the|these|those|its|their)\s+$", re.IGNORECASE)
"""What stands before the number of those of whom some are counted: the count and "of the"."""

_NOT = re.compile(r"\bnot\s+(?:the\s+|just\s+|only\s+)?$", re.IGNORECASE)
"""What stands before a figure that another is told instead of."""

_BOUNDING = re.compile(
    r"\b(?:by|before|after|since|until|till|from|to|of|through|than|between|late|early)(?:\s+on)?\s+$",
    re.IGNORECASE,
)
"""What stands before a day that an act is not on, or on the edge of."""

_OWNING = ("'s ", "’s ")
"""What stands after a time that is said of a thing."""


def are_of_one_thing(link: Link, *, surely_joined: bool) -> bool:
    """Whether the claims show that both values are of the same act, actor, place or count; claims that are
    ``surely_joined`` need not share the words around a figure."""
    match link.pair.left.kind:
        case FacetKind.QUANTITY:
            return _counted_alike(link, surely_joined=surely_joined)
        case FacetKind.TIME:
            return _same_act(link)
    return _same_role(link)


def are_penalties(link: Link) -> bool:
    """Whether both values are terms that somebody is sentenced to."""
    return all(_is_length(facet) and not _PENALTY.isdisjoint(claim.terms) for claim, facet in link.ends)


def dates_one_act(link: Link) -> bool:
    """Whether two times are said of the same act of their claims."""
    left, right = ((claim, facet.span) for claim, facet in link.ends)
    return date_one_act(left, right)


def _counted_alike(link: Link, *, surely_joined: bool) -> bool:
    """Whether no claim gives in several figures what the other may give in one, and neither supposes it.

    What is counted says what a figure is of; a sum, a share or a measure does not, so that the
    claims' other words must.
    """
    left, right = link.pair.left, link.pair.right
    if not isinstance(left, QuantityFacet) or not isinstance(right, QuantityFacet):
        return False
    if _is_added(link.left, left, link.right) or _is_added(link.right, right, link.left):
        return False
    if Certainty.CONDITIONAL in (link.left.certainty, link.right.certainty):
        return False
    if _are_transposed(left, right):
        return True
    of_some = _is_whole(link.left, left) is not _is_whole(link.right, right)
    examples = _is_example(link.left, left) and _is_example(link.right, right)
    others = examples and left.counted != right.counted
    times = _times_counted(link.left, left)
    if of_some or others or times != _times_counted(link.right, right):
        return False
    least = SAME_RESULT if left.unit == _RESULT else SAME_MEASURED
    sure = not left.unit or (surely_joined and times == 1)
    return sure or shared_terms(link.left, link.right) >= least


def _are_transposed(left: QuantityFacet, right: QuantityFacet) -> bool:
    """Whether one figure is the other with two digits exchanged ("8.5", "5.8"), as by a slip of the hand:
    so two figures of two things seldom differ."""
    if left.figure is None or right.figure is None or left.unit != right.unit:
        return False
    ours, theirs = (f"{abs(figure):f}" for figure in (left.figure, right.figure))
    apart = [i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b]
    return len(ours) == len(theirs) and len(apart) == 2 and sorted(ours) == sorted(theirs)


def _is_added(claim: Claim, figure: QuantityFacet, other: Claim) -> bool:
    """Whether only this claim counts what comes on top: "another five", "five more are also due"."""
    start, end = figure.span.start - claim.span.start, figure.span.end - claim.span.start
    on_top = _MORE.search(claim.text[max(0, start - _JUST_BEFORE) : end]) is not None
    if figure.ordinal and _ONE_MORE.search(claim.text[:start]):
        return True
    also = _in_subject(claim, figure) and "also" in claim.text.casefold().split()
    return figure.unit is None and (on_top or also) and "also" not in other.text.casefold().split()


def _is_example(claim: Claim, figure: QuantityFacet) -> bool:
    """Whether it only tells of some of those that are counted: "12 people, including five soldiers"."""
    return _INCLUDING.search(claim.text[: figure.span.start - claim.span.start]) is not None


def _is_whole(claim: Claim, figure: QuantityFacet) -> bool:
    """Whether the claim counts some out of so many: "one of the four"."""
    counted = _OUT_OF.search(claim.text[: figure.span.start - claim.span.start])
    return counted is not None and (counted[1].isdigit() or counted[1].casefold() in mapping("number_words"))


def _is_aside(claim: Claim, figure: QuantityFacet) -> bool:
    """Whether it is of some of what another figure counts, or is said not to be the figure."""
    before = claim.text[: figure.span.start - claim.span.start]
    return _is_example(claim, figure) or _NOT.search(before) is not None


def _times_counted(claim: Claim, figure: QuantityFacet) -> int:
    figures = [
        other
        for other in claim.facets_of(FacetKind.QUANTITY)
        if isinstance(other, QuantityFacet) and (other is figure or not _is_aside(claim, other))
    ]
    if figure.unit:
        return sum(other.unit == figure.unit for other in figures)
    return sum(other.counted == figure.counted for other in figures)


def _same_role(link: Link) -> bool:
    """Whether two different names stand for the same actor or place: in the same part of claims
    with the same verb, which say the same around them."""
    in_subject = {_in_subject(claim, facet) for claim, facet in link.ends}
    around = [_without(claim, facet).casefold() for claim, facet in link.ends]
    same_verb = link.left.predicate == link.right.predicate
    return same_verb and len(in_subject) == 1 and fuzz.token_sort_ratio(*around) >= SAME_FRAME


def _same_words_around(link: Link) -> bool:
    """Whether the times are all that the claims differ in, so that even "be" is of one thing."""
    ours, theirs = (re.findall(r"\w+", _without(claim, facet).casefold()) for claim, facet in link.ends)
    return ours == theirs


def _in_subject(claim: Claim, facet: AnyFacet) -> bool:
    return claim.parts.subject is not None and claim.parts.subject.contains(facet.span)


def _same_act(link: Link) -> bool:
    """Whether two times that exclude each other date the same act, not two that one claim tells of.

    The claims need the same telling verb, and a relative time that is quoted ("today") was said
    on a day that nobody knows.
    """
    if are_penalties(link):
        return link.left.certainty in PLAIN and link.right.certainty in PLAIN
    verb = link.left.predicate
    same_act = verb == link.right.predicate and (
        verb not in COMMON_VERBS or _same_particle(link) or (verb != "" and _same_words_around(link))
    )
    # Who says it on two days says two things; a speech is of one length.
    reports = verb in words("reporting_verbs") - _ACTS and not _is_length(link.pair.left)
    return (
        same_act
        and not reports
        and len({_owns(claim, facet) for claim, facet in link.ends}) == 1
        and dates_one_act(link)
        and not any(_is_rounded(facet) for _, facet in link.ends)
        and not any(_said(claim, facet) for claim, facet in link.ends)
        and not any(_only_bounds(claim, facet) for claim, facet in link.ends)
    )


def _same_particle(link: Link) -> bool:
    """Whether both main verbs are one verb with a particle ("took off")."""
    ours, theirs = ({one.predicate for one in main_propositions(c)} for c in (link.left, link.right))
    return any(" " in predicate and not predicate.startswith("be ") for predicate in ours & theirs)


def _owns(claim: Claim, facet: AnyFacet) -> bool:
    """Whether it is the time of a thing that the claim names, not of what the claim tells: "Thursday's
    announcement follows a ruling"."""
    return claim.text[facet.span.end - claim.span.start :].startswith(_OWNING)


def _is_length(facet: AnyFacet) -> bool:
    return isinstance(facet, TimeFacet) and facet.form is TimeForm.DURATION


def _only_bounds(claim: Claim, facet: AnyFacet) -> bool:
    """Whether an undated day is no more than where something begins, ends or is counted from."""
    undated = isinstance(facet, TimeFacet) and facet.interval is None and not _is_length(facet)
    return undated and _BOUNDING.search(claim.text[: facet.span.start - claim.span.start]) is not None


def _said(claim: Claim, facet: AnyFacet) -> bool:
    relative = isinstance(facet, TimeFacet) and facet.anchor is not None
    return relative and claim.quotes(facet.span)


def _is_rounded(facet: AnyFacet) -> bool:
    """Whether it is counted back in decades or centuries, which says of no year that it was not it."""
    if not isinstance(facet, TimeFacet) or facet.anchor is None:
        return False
    return facet.granularity in (Granularity.DECADE, Granularity.CENTURY)


def _without(claim: Claim, facet: AnyFacet) -> str:
    start, end = facet.span.start - claim.span.start, facet.span.end - claim.span.start
    return claim.text[:start] + claim.text[end:]
