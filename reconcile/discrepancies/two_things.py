"""Two claims in like words that are of two things, so that their figures and times need not be one."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from reconcile.comparison import compare
from reconcile.discrepancies.counterparts import NAMED
from reconcile.discrepancies.slots import Link
from reconcile.lexicons import rows
from reconcile.schema import (
    AnyFacet,
    Claim,
    FacetKind,
    Granularity,
    Interval,
    NameFacet,
    NameKind,
    PlaceFacet,
    PlaceKind,
    QuantityFacet,
    TimeFacet,
    Verdict,
)

_WORD = re.compile(r"[\w'’-]+")
_STEM = 3
"""Letters that a name and its short form have in common."""
_TOLL = "toll"
"""What of the dead is counted without a word for them."""
_LONG = frozenset({Granularity.MONTH, Granularity.QUARTER, Granularity.YEAR})


def tell_of_two_things(link: Link) -> bool:
    """Whether two figures or times stand beside a person, body, place or period, or a word of one of its kind
    ("oldest", "youngest"), that shows each of something else."""
    if link.pair.left.kind in NAMED:
        return False
    others = _exclude(link, FacetKind.PLACE) or (_have_one_verb(link) and _exclude(link, FacetKind.NAME))
    if not isinstance(link.pair.left, QuantityFacet):
        return others or (_are_of_two_periods(link) and _exclude(link, FacetKind.QUANTITY))
    return (
        others
        or _have_two_holders(link)
        or _are_of_two_periods(link)
        or _name_two_sorts(link)
        or _have_two_states(link)
    )


def _have_one_verb(link: Link) -> bool:
    return link.left.predicate == link.right.predicate


def _exclude(link: Link, kind: FacetKind) -> bool:
    """Whether each claim has one such facet, who speaks aside, and these are of two."""
    ours, theirs = (_told(claim, kind) for claim, _ in link.ends)
    return len(ours) == len(theirs) == 1 and compare(ours[0], theirs[0]).verdict is Verdict.CONFLICT


def _have_two_holders(link: Link) -> bool:
    """Whether the subject of each claim has one name, these are of one kind, and neither can be the other."""
    ours, theirs = (_holders(claim) for claim, _ in link.ends)
    if len(ours) != 1 or len(theirs) != 1 or not _are_of_one_kind(ours[0], theirs[0]):
        return False
    fitting = (Verdict.AGREE, Verdict.COMPATIBLE)
    return compare(ours[0], theirs[0]).verdict not in fitting and not _is_short_form(ours[0], theirs[0])


def _holders(claim: Claim) -> list[AnyFacet]:
    subject = claim.parts.subject
    named = [facet for kind in NAMED for facet in _told(claim, kind)]
    return [facet for facet in named if subject is not None and subject.contains(facet.span)]


def _are_of_one_kind(left: AnyFacet, right: AnyFacet) -> bool:
    ours, theirs = _kind(left), _kind(right)
    return ours == theirs != NameKind.NATIONALITY


def _kind(name: AnyFacet) -> NameKind | FacetKind:
    """What sort of name it is; "other" also for a place that no table has, which may be anything."""
    if isinstance(name, NameFacet):
        return name.name_kind
    unknown = isinstance(name, PlaceFacet) and name.place_kind is PlaceKind.OTHER
    return NameKind.OTHER if unknown else FacetKind.PLACE


def _is_short_form(left: AnyFacet, right: AnyFacet) -> bool:
    """Whether each word of one begins as one of the other does ("the Fed", "the Federal Reserve")."""
    ours, theirs = (
        {word[:_STEM] for word in _WORD.findall(facet.text.casefold())} - {"the"} for facet in (left, right)
    )
    return ours <= theirs or theirs <= ours


def _told(claim: Claim, kind: FacetKind) -> list[AnyFacet]:
    speaker = claim.speaker.span if claim.speaker else None
    return [facet for facet in claim.facets_of(kind) if not (speaker and speaker.overlaps(facet.span))]


def _are_of_two_periods(link: Link) -> bool:
    """Whether each claim names one month, quarter or year, and not the same."""
    ours, theirs = (_periods(claim) for claim, _ in link.ends)
    return len(ours) == len(theirs) == 1 and not ours[0].overlaps(theirs[0])


def _periods(claim: Claim) -> list[Interval]:
    times = (time for time in claim.facets_of(FacetKind.TIME) if isinstance(time, TimeFacet))
    return [time.interval for time in times if time.interval and time.granularity in _LONG]


def _name_two_sorts(link: Link) -> bool:
    """Whether what is counted, or what does it or has it done, is of two sorts that exclude each other."""
    ours, theirs = (_sorting_words(*end) for end in link.ends)
    return any(not (theirs - ours).isdisjoint(_sorts().get(word, ())) for word in ours - theirs)


def _sorting_words(claim: Claim, facet: AnyFacet) -> set[str]:
    """The words of the subject and of the phrase of a figure, and the noun that this is said of."""
    subject = claim.parts.subject
    phrases = [
        phrase
        for phrase in claim.phrases
        if phrase.core.overlaps(facet.span) or (subject and phrase.core.start == subject.start)
    ]
    texts = (phrase.core.shifted(-claim.span.start).of(claim.text) for phrase in phrases)
    found = {word for text in texts for word in _WORD.findall(text.casefold())}
    return found | {phrase.governor for phrase in phrases if phrase.governor}


@cache
def _sorts() -> dict[str, set[str]]:
    """Each word for a sort of things, and those that exclude it."""
    found: dict[str, set[str]] = defaultdict(set)
    for forms, *marks in rows("exclusive_words"):
        for form in forms.split("|") if marks else ():
            found[form] |= {*forms.split("|")} - {form}
    return dict(found)


def _have_two_states(link: Link) -> bool:
    """Whether only one figure says what befell those who are counted ("63 arrests"), and the other claim has
    no word for that, but one for something else ("41 people were treated for injuries")."""
    ours, theirs = link.pair.left, link.pair.right
    if not isinstance(ours, QuantityFacet) or not isinstance(theirs, QuantityFacet):
        return False
    if ours.counted == theirs.counted or bool(ours.state) == bool(theirs.state):
        return False
    state, other = (ours.state, link.right) if ours.state else (theirs.state, link.left)
    told = {told for word, _, told in rows("quantity_states") if word in other.terms}
    return bool(told) and state not in told and _TOLL not in other.terms
