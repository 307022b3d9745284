"""One name in several spellings, over whole articles: an editor mends it everywhere at once."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.comparison import compare
from reconcile.schema import Claim, FacetKind, NameFacet, NameKind, PlaceFacet, Verdict

_Name = NameFacet | PlaceFacet


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name where it stands in a claim."""

    claim: Claim
    name: _Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants:
    """All mentions of a name that sources spell differently, in source order, and the reason."""

    mentions: tuple[Mention, ...]
    reason: str

    def of(self, claim_ids: Sequence[str]) -> set[str]:
        """The sources that mention the name in one of these claims."""
        return {m.claim.source for m in self.mentions if m.claim.id in claim_ids}


def find_variants(claims: Sequence[Claim]) -> Iterator[Variants]:
    """Each name that at least two sources spell differently, once.

    Another form of a nation's name and an abbreviation are no spelling, and a name with a word
    more is fuller, not different.
    """
    bearers = _bearers(claims)
    linked: list[tuple[set[int], str]] = []
    for left, right in itertools.combinations(range(len(bearers)), 2):
        reason = _spelt_otherwise(bearers[left], bearers[right])
        if reason:
            touching = [cluster for cluster in linked if cluster[0] & {left, right}]
            linked = [cluster for cluster in linked if cluster not in touching]
            linked.append(({left, right}.union(*(c[0] for c in touching)), reason))
    for members, reason in linked:
        yield Variants(mentions=tuple(m for n in sorted(members) for m in bearers[n]), reason=reason)


def _bearers(claims: Sequence[Claim]) -> list[tuple[Mention, ...]]:
    """The mentions of each name in each source."""
    found: dict[tuple[str, FacetKind, str], list[Mention]] = {}
    for claim in claims:
        for facet in claim.facets:
            if isinstance(facet, NameFacet | PlaceFacet):
                key = (claim.source, facet.kind, facet.canonical.casefold())
                found.setdefault(key, []).append(Mention(claim=claim, name=facet))
    return [tuple(mentions) for mentions in found.values()]


def _spelt_otherwise(left: Sequence[Mention], right: Sequence[Mention]) -> str:
    """Why the two are one name in two spellings; empty when they are not."""
    if left[0].claim.source == right[0].claim.source:
        return ""
    ours, theirs = _fullest(left), _fullest(right)
    if not (_is_spelling(ours) and _is_spelling(theirs)) or _one_holds_other(ours.text, theirs.text):
        return ""
    comparison = compare(ours, theirs)
    differs = comparison.verdict is Verdict.AGREE and not comparison.same_form
    return comparison.reason if differs else ""


def _fullest(mentions: Sequence[Mention]) -> _Name:
    return max((mention.name for mention in mentions), key=lambda name: len(name.text))


def _is_spelling(name: _Name) -> bool:
    nation = isinstance(name, NameFacet) and name.name_kind is NameKind.NATIONALITY
    return not nation and not name.text.replace(".", "").isupper()


def _one_holds_other(left: str, right: str) -> bool:
    ours, theirs = set(left.casefold().split()), set(right.casefold().split())
    return ours <= theirs or theirs <= ours
