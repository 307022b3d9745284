"""Where something is or happens, told by one source down to the site or with more places."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from reconcile.comparison import pair_facets
from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.phrase_pairs import alike
from reconcile.discrepancies.phrases import LOCATIVE
from reconcile.discrepancies.propositions import are_one_verb
from reconcile.schema import (
    AnyFacet,
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    FacetKind,
    Phrase,
    PhraseRole,
    PlaceFacet,
    Span,
    Verdict,
)

ONE_STATEMENT = 0.6
"""Score of a pair from which the places that it names are held to be of one act."""

_WHERE = LOCATIVE | {"to", "from", "into", "on", "across", "throughout"}
_SPREAD = _WHERE | {"between", "of"}
_JOINING = re.compile(r"[\s,]*(?:(?:and|or|as well as)\s+)?(?:\w+ern\s+)?(?:the\s+)?", re.IGNORECASE)

_Listed = Sequence[tuple[Phrase, PlaceFacet]]

_OF_THE_PLACE = frozenset({"city", "town", "village", "capital", "state", "province", "country", "region"})
"""Nouns that say what kind of place it is and not where in it ("in the town of")."""


def detect_sites(context: GroupContext) -> Iterator[Discrepancy]:
    """A site that only one source names in a place that both name, or places that it adds to theirs."""
    found: list[Discrepancy] = []
    for left, right in context.body_pairs(ONE_STATEMENT):
        found += _sites(context, left, right)
        found += _extents(context, left, right)
    yield from merged_by_value(found)


def _sites(context: GroupContext, left: Claim, right: Claim) -> Iterator[Discrepancy]:
    for kind in (FacetKind.PLACE, FacetKind.NAME):
        for pair in pair_facets(left, right, kind):
            ends = (left, pair.left), (right, pair.right)
            for (claim, place), (other, site) in (ends, ends[::-1]):
                plain, fuller = _adverbial(claim, place), _site(other, site)
                same = pair.comparison.verdict is Verdict.AGREE
                if same and plain and fuller and _tell_of_one(claim, plain, other, fuller):
                    values = {claim: plain.core, other: Span(fuller.core.start, site.span.end)}
                    yield _discrepancy(context, values, f"only {other.source} names the site")


def _adverbial(claim: Claim, place: AnyFacet) -> Phrase | None:
    """The phrase by which the place itself says where, its apposition aside ("to the capital, Rome")."""
    own = next((phrase for phrase in claim.phrases if phrase.core.end == place.span.end), None)
    if own is not None and own.role is PhraseRole.APPOSITION:
        own = next((phrase for phrase in claim.phrases if phrase.head == own.governor), None)
    return own if own is not None and _says_where(own) else None


def _site(claim: Claim, place: AnyFacet) -> Phrase | None:
    """The phrase that says where in the place: "the embassy" of "to the embassy in Rome"."""
    own = next((phrase for phrase in claim.phrases if phrase.core.end == place.span.end), None)
    if own is None or own.role is not PhraseRole.MODIFIER or own.preposition not in LOCATIVE:
        return None
    hosts = (phrase for phrase in claim.phrases if phrase.head == own.governor and _says_where(phrase))
    return next((host for host in hosts if _is_site(claim, host)), None)


def _is_site(claim: Claim, phrase: Phrase) -> bool:
    """Whether it is one thing ("the embassy", "a balcony"), no kind of place or state ("custody") and no
    time ("the evening")."""
    if any(time.span.overlaps(phrase.core) for time in claim.facets_of(FacetKind.TIME)):
        return False
    start = phrase.core.start - claim.span.start
    one = phrase.definite or claim.text[start:].casefold().startswith(("a ", "an "))
    return one and phrase.head not in _OF_THE_PLACE and not phrase.proper


def _says_where(phrase: Phrase) -> bool:
    return phrase.role is PhraseRole.OBLIQUE and phrase.preposition in _WHERE


def _tell_of_one(claim: Claim, plain: Phrase, other: Claim, fuller: Phrase) -> bool:
    """Whether both say where one act is, and the first claim nowhere speaks of the site."""
    main = (plain.governor, fuller.governor) == (claim.predicate, other.predicate)
    one_act = main or are_one_verb(plain.governor, fuller.governor)
    return one_act and not any(alike(fuller.head, term) for term in claim.terms)


def _extents(context: GroupContext, left: Claim, right: Claim) -> Iterator[Discrepancy]:
    """Places joined in one list to one noun or verb, of which the other claim names only some."""
    for ours in _lists(left):
        for theirs in _lists(right):
            same_noun = alike(ours[0][0].governor, theirs[0][0].governor)
            if same_noun and (_adds(ours, theirs, right) or _adds(theirs, ours, left)):
                values = {left: _stretch(ours), right: _stretch(theirs)}
                yield _discrepancy(context, values, "only one names all of these places")


def _adds(more: _Listed, fewer: _Listed, other: Claim) -> bool:
    """Whether the first list holds all of the second, and a place that the other claim nowhere names."""
    known = {_name(place) for place in other.facets if isinstance(place, PlaceFacet)}
    names = {_name(place) for _, place in more}
    return names > {_name(place) for _, place in fewer} and not names <= known and len(names) > 1


def _lists(claim: Claim) -> list[_Listed]:
    """The places that one preposition joins to one noun or verb, in order."""
    lists: dict[tuple[str, str], list[tuple[Phrase, PlaceFacet]]] = {}
    for phrase in claim.phrases:
        place = next(
            (f for f in claim.facets if isinstance(f, PlaceFacet) and f.span.end == phrase.core.end), None
        )
        if place is not None and phrase.governor and phrase.preposition in _SPREAD:
            lists.setdefault((phrase.governor, phrase.preposition), []).append((phrase, place))
    return [listed for listed in lists.values() if _is_list(claim, listed)]


def _is_list(claim: Claim, listed: _Listed) -> bool:
    """Whether nothing stands between the places that is not part of a list of them."""
    ends = itertools.pairwise(place.span for _, place in listed)
    between = (claim.text[one.end - claim.span.start : other.start - claim.span.start] for one, other in ends)
    return all(_JOINING.fullmatch(words) for words in between)


def _name(place: PlaceFacet) -> str:
    return place.canonical.casefold()


def _stretch(listed: _Listed) -> Span:
    return Span(listed[0][1].span.start, listed[-1][1].span.end)


def _discrepancy(context: GroupContext, values: dict[Claim, Span], reason: str) -> Discrepancy:
    return make(
        DiscrepancyKind.PLACE,
        DiscrepancyRelation.PRECISION,
        [context.value(claim, span) for claim, span in values.items()],
        reason,
        context.group.confidence,
    )
