"""Whether the more exact of two compatible values says more of the same thing."""

from __future__ import annotations

import re
from functools import cache

from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.one_thing import dates_one_act
from reconcile.discrepancies.phrases import LOCATIVE
from reconcile.discrepancies.slots import Link
from reconcile.lexicons import mapping, rows, words
from reconcile.schema import (
    AnyFacet,
    Claim,
    NameFacet,
    PlaceFacet,
    PlaceKind,
    QuantityFacet,
    TimeFacet,
    TimeForm,
)

_BOUNDARY = frozenset({"the", "start", "beginning", "of", "earlier", "later", "ever", "just", "only"})
"""Words by which one of two times is written differently and says no more: "earlier this week" of what
has happened, "since the start of this year"."""

_COMPARING = frozenset({"more", "fewer", "less", "few", "new", "other", "additional", "further", "extra"})
"""Words before what is counted that set it against another count and say of no kind."""

_STANDS_BACK = re.compile(r"^(?:in |on )?the (?:previous|preceding|following) ", re.IGNORECASE)
"""A time that is counted from another, as "the year before" is."""


def says_more(link: Link) -> bool:
    """Whether one of two compatible values tells a reader where or when, and the other does not."""
    if isinstance(link.pair.left, PlaceFacet):
        return _says_where(link)
    return not isinstance(link.pair.left, TimeFacet) or _says_when(link)


def one_dates(link: Link) -> bool:
    """Whether of two equal times one gives the date and the other only counts to it ("two months ago")."""
    ends = link.pair.left, link.pair.right
    return all(
        isinstance(end, TimeFacet)
        and end.form is TimeForm.CALENDAR
        and end.anchor is not None
        and end.clock is None
        for end in ends
    ) and _gives_date(ends[0]) != _gives_date(ends[1])


def one_narrows(link: Link, context: GroupContext) -> bool:
    """Whether of two equal counts of the same things only one says of which kind ("two full-time
    employees"), and the other source nowhere describes them so.

    What stands before the figure ("the heroic four employees") makes no kind of them.
    """
    left, right = link.pair.left, link.pair.right
    if not isinstance(left, QuantityFacet) or not isinstance(right, QuantityFacet):
        return False
    if link.pair.comparison.same_form:
        return False
    same = left.counted is not None and left.counted == right.counted and not (left.unit or left.ordinal)
    ours, theirs = (_kinds(*end) for end in link.ends)
    if not same or bool(ours) == bool(theirs):
        return False
    other = link.right if ours else link.left
    known = {*other.terms, *context.articles.describe(other.source, str(left.counted))}
    return known.isdisjoint(ours or theirs)


def _kinds(claim: Claim, figure: AnyFacet) -> set[str]:
    """The words that narrow what is counted, the figure itself and names aside."""
    phrase = next((p for p in claim.phrases if p.core.end == figure.span.end), None)
    named = {word for f in claim.facets if isinstance(f, NameFacet | PlaceFacet) for word in _words(f)}
    said = () if phrase is None else phrase.before
    aside = named | _COMPARING | mapping("number_words").keys()
    return {word for word in said if word.isalpha() and word not in aside}


def _words(facet: AnyFacet) -> list[str]:
    return facet.text.casefold().split()


def _says_where(link: Link) -> bool:
    """Whether a city does not merely stand for its country's government ("Tehran" for "Iran"), and no
    place stands before what is its own ("U.S. airports" beside "airports in Ohio")."""
    if any(_is_modifier(*end) for end in link.ends):
        return False
    kinds = {facet.place_kind for _, facet in link.ends if isinstance(facet, PlaceFacet)}
    return not kinds >= {PlaceKind.CITY, PlaceKind.COUNTRY} or all(_is_located(*end) for end in link.ends)


def _says_when(link: Link) -> bool:
    """Whether two times differ in more than wording, and a date beside a vague word ("recently") is of
    the same act."""
    if _is_same_stretch(link) or any(_STANDS_BACK.match(facet.text) for _, facet in link.ends):
        return False
    if any(_is_adjective(*end) for end in link.ends):
        return False
    return not any(_is_vague(facet) for _, facet in link.ends) or dates_one_act(link)


def _is_same_stretch(link: Link) -> bool:
    """Whether one of the times is the other with no more than a word for a border of it."""
    left, right = (facet.text.casefold().split() for _, facet in link.ends)
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    rest = longer[: len(longer) - len(shorter)]
    return longer[len(rest) :] == shorter and _BOUNDARY.issuperset(rest)


def _is_adjective(claim: Claim, facet: AnyFacet) -> bool:
    """Whether a vague word only describes a noun: "the recent closures" are no closures recently dated."""
    is_vague = isinstance(facet, TimeFacet) and facet.form is TimeForm.VAGUE
    return is_vague and _is_modifier(claim, facet)


def _is_vague(facet: AnyFacet) -> bool:
    return facet.text.casefold() in _open_words()


@cache
def _open_words() -> frozenset[str]:
    """Words for a time that lie somewhere before or after, no count of days or years between."""
    return frozenset(row[0] for row in rows("time_vague") if len(row) == 2)


def _is_modifier(claim: Claim, facet: AnyFacet) -> bool:
    """Whether it stands before the noun of its phrase."""
    return any(phrase.core.contains(facet.span) for phrase in claim.phrases) and not any(
        phrase.core.end == facet.span.end for phrase in claim.phrases
    )


def _is_located(claim: Claim, facet: AnyFacet) -> bool:
    return any(
        phrase.preposition in LOCATIVE and phrase.core.end == facet.span.end for phrase in claim.phrases
    )


def _gives_date(facet: AnyFacet) -> bool:
    """Whether the words name a month or hold a numeral."""
    found = set(re.findall(r"[a-z]+", facet.text.casefold()))
    return bool(re.search(r"\d", facet.text)) or not found.isdisjoint(words("month_names"))
