"""One name in several spellings, over whole articles: an editor mends it everywhere at once."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.comparison import compare
from reconcile.comparison.romanisation import romanised, word_similarity
from reconcile.discrepancies.catalogue import source_order
from reconcile.discrepancies.components import sharing
from reconcile.discrepancies.synonyms import are_exchanged
from reconcile.schema import Claim, FacetKind, NameFacet, NameKind, PlaceFacet, Verdict

_STEM = 5
"""Letters that two forms of a word must share at least."""

SAME_WORD = 0.7
"""Likeness from which two words are held to be one name in two romanisations."""

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

    Another form of a nation's name and an abbreviation are no spelling, nor is what grammar makes
    of a party's ("Liberals", "Liberal"); a name with a word more is fuller, not different.
    """
    forms = _forms(claims)
    spellings = [
        (left, right, reason)
        for left, right in itertools.combinations(forms, 2)
        if (reason := _spelt_otherwise(left, right))
    ]
    for component in sharing(spellings, lambda one: one[:2]):
        members = dict.fromkeys(form for left, right, _ in component for form in (left, right))
        mentions = sorted((mention for form in members for mention in form.mentions), key=_place)
        yield Variants(mentions=tuple(mentions), reason=component[-1][2])


@dataclass(frozen=True, slots=True)
class _Form:
    """A fullest form of a name, and its mentions in all sources whose fullest form it is."""

    name: _Name
    mentions: tuple[Mention, ...]
    sources: frozenset[str]


def _forms(claims: Sequence[Claim]) -> list[_Form]:
    """Each name once however many sources have it: what is written alike need not be compared."""
    in_source: dict[tuple[str, FacetKind, str], list[Mention]] = {}
    for claim in claims:
        for facet in claim.facets:
            if isinstance(facet, NameFacet | PlaceFacet):
                key = (claim.source, facet.kind, facet.canonical.casefold())
                in_source.setdefault(key, []).append(Mention(claim=claim, name=facet))
    written: dict[tuple[FacetKind, str, str], list[Mention]] = {}
    for (_, kind, canonical), mentions in in_source.items():
        fullest = max((mention.name.text for mention in mentions), key=len)
        written.setdefault((kind, canonical, fullest), []).extend(mentions)
    return [_form(mentions) for mentions in written.values()]


def _form(mentions: Sequence[Mention]) -> _Form:
    fullest = max((mention.name for mention in mentions), key=lambda name: len(name.text))
    return _Form(fullest, tuple(mentions), frozenset(mention.claim.source for mention in mentions))


def _place(mention: Mention) -> tuple[tuple[int, str], int]:
    return source_order(mention.claim.source), mention.name.span.start


def _spelt_otherwise(left: _Form, right: _Form) -> str:
    """Why the two are one name in two spellings; empty when they are not."""
    if len(left.sources | right.sources) < 2 or left.name.kind is not right.name.kind:
        return ""
    if not (_is_spelling(left.name) and _is_spelling(right.name)):
        return ""
    if _is_person(left.name) and not _share_word(left.name.text, right.name.text):
        return ""
    if _one_holds_other(left.name.text, right.name.text) or _is_inflection(left.name, right.name):
        return ""
    comparison = compare(left.name, right.name)
    differs = comparison.verdict is Verdict.AGREE and not comparison.same_form
    if not differs or are_exchanged(left.name.text.casefold(), right.name.text.casefold()):
        return ""
    return comparison.reason


def _is_spelling(name: _Name) -> bool:
    nation = isinstance(name, NameFacet) and name.name_kind is NameKind.NATIONALITY
    return not nation and not name.text.replace(".", "").isupper()


def _is_person(name: _Name) -> bool:
    return isinstance(name, NameFacet) and name.name_kind is NameKind.PERSON


def _share_word(left: str, right: str) -> bool:
    """Whether a word of one is spelt like one of the other: a first name is no spelling of a surname."""
    pairs = itertools.product(romanised(left).split(), romanised(right).split())
    return any(word_similarity(one, other) >= SAME_WORD for one, other in pairs)


def _one_holds_other(left: str, right: str) -> bool:
    ours, theirs = set(left.casefold().split()), set(right.casefold().split())
    return ours <= theirs or theirs <= ours


def _is_inflection(left: _Name, right: _Name) -> bool:
    """Whether both are an organisation's name and each word of the shorter begins one of the longer."""
    if not all(isinstance(n, NameFacet) and n.name_kind is NameKind.ORGANISATION for n in (left, right)):
        return False
    fewer, more = sorted((left.text.casefold().split(), right.text.casefold().split()), key=_length)
    stems = [word.removesuffix("s") for word in fewer]
    return all(len(stem) >= _STEM and any(word.startswith(stem) for word in more) for stem in stems)


def _length(words: Sequence[str]) -> tuple[int, int]:
    return len(words), sum(map(len, words))
