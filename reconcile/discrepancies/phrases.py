"""The same thing, described differently: what only one source ever says of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.counterparts import NAMED, are_of_two_ranks, says_more
from reconcile.discrepancies.phrase_pairs import PhrasePair, pair_phrases
from reconcile.discrepancies.told_before import is_told, says_same
from reconcile.lexicons import rows, words
from reconcile.schema import (
    AnyFacet,
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    FacetKind,
    Phrase,
    TimeFacet,
    TimeForm,
)

ONE_STATEMENT = 0.5
"""Score of a pair from which like phrases of its claims are held to be of one thing; below it they stand
in one group through a third, and on the shared events most such differences were none."""

LOCATIVE = frozenset({"in", "at", "near", "off", "outside", "inside", "around", "along"})
"""Prepositions that say where something is, as far as they are not about time."""

_COURTESY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir"})


def detect_phrases(context: GroupContext) -> Iterator[Discrepancy]:
    """Noun phrases about one thing of which one says what the other source nowhere says of it.

    A source that has described a thing before need not do so again ("the dossier" for "the
    Steele dossier"), so that only what it never says counts. Headlines shorten and are left out,
    and two quotations are compared elsewhere.
    """
    found = []
    for left, right in context.body_pairs(ONE_STATEMENT):
        for pair in pair_phrases(left, right):
            difference = _Difference(
                _Side(context, left, pair.left, right), _Side(context, right, pair.right, left), pair
            )
            kind = difference.kind()
            if kind is not None and not (difference.is_quoted or difference.is_worded_alike):
                found.append(_discrepancy(context, difference, kind))
    yield from merged_by_value(found)


@dataclass(frozen=True, slots=True)
class _Side:
    """A phrase of one claim, and the claim of the other source that it is held against."""

    context: GroupContext
    claim: Claim
    phrase: Phrase
    other: Claim

    @property
    def text(self) -> str:
        return self.context.words(self.claim, self.phrase.core)

    @property
    def is_quoted(self) -> bool:
        return self.claim.quotes(self.phrase.core)

    @property
    def is_vague_time(self) -> bool:
        """Whether it says vaguely when; "current" only says that it still is so, as the bare noun does."""
        times = [facet for facet in self.facets(FacetKind.TIME) if isinstance(facet, TimeFacet)]
        return any(time.form is TimeForm.VAGUE and time.text.casefold() not in _present() for time in times)

    @property
    def points_back(self) -> bool:
        """Whether it is bare and stands for something known: "the dossier", "its missiles"."""
        return not self.phrase.before and (self.phrase.proper or self.phrase.definite)

    def facets(self, *kinds: FacetKind) -> list[AnyFacet]:
        return [f for f in self.claim.facets if f.kind in kinds and f.span.overlaps(self.phrase.core)]

    def news(self) -> list[str]:
        """The modifiers that the other source gives this thing nowhere, values and its name aside."""
        # The parser may cut the point from "Sens."
        aside = self._values() | _COURTESY | {"."}
        new = (word for word in self.phrase.before if word not in aside)
        return [word for word in new if not self._is_heard(word)]

    def _is_heard(self, word: str) -> bool:
        """Whether the other claim has the word, or its source gives it this thing anywhere."""
        here = any(says_same(word, term) for term in self.other.terms)
        return here or is_told(self.context.articles, self.other.source, self.phrase.head, word)

    def figures_are_known(self) -> bool:
        """Whether the other source gives a figure of the phrase somewhere else."""
        figures = self.facets(FacetKind.QUANTITY)
        return any(self.context.articles.counts(self.other.source, figure) for figure in figures)

    def _values(self) -> set[str]:
        """The words of figures, of times, of the thing's own name and of names that the other knows."""
        known = [
            facet
            for facet in self.facets(*FacetKind)
            if facet.kind not in NAMED
            or facet.span.end >= self.phrase.core.end
            or self.context.articles.name(self.other.source, facet)
        ]
        return {word for facet in known for word in facet.text.casefold().replace("-", " ").split()}


@dataclass(frozen=True, slots=True)
class _Difference:
    """Two phrases that were paired, each with its claim."""

    left: _Side
    right: _Side
    pair: PhrasePair

    @property
    def sides(self) -> tuple[_Side, _Side]:
        return self.left, self.right

    @property
    def is_quoted(self) -> bool:
        return all(side.is_quoted for side in self.sides)

    @property
    def is_worded_alike(self) -> bool:
        """Whether the words are the same, whatever the parser made of them."""
        return _letters(self.left) == _letters(self.right)

    @property
    def is_of_one(self) -> bool:
        """Whether only one of the two says more."""
        return not all(side.news() for side in self.sides)

    @property
    def is_fuller(self) -> bool:
        """Whether one of the two says more than the other."""
        return len(self.left.news()) != len(self.right.news()) or self.is_of_one

    def kind(self) -> DiscrepancyKind | None:
        """What the two phrases differ in, None where they do not or need not."""
        if not self.pair.same_head:
            return DiscrepancyKind.PLACE if self._are_places() else None
        if not self.pair.same_role:
            return self._description()
        if self._in_one(FacetKind.TIME):
            vague = any(
                side.is_vague_time and not side.other.facets_of(FacetKind.TIME) for side in self.sides
            )
            return DiscrepancyKind.TIME if vague else None
        if self._in_one(FacetKind.QUANTITY):
            plural = all(side.phrase.plural for side in self.sides)
            known = any(side.figures_are_known() for side in self.sides)
            return DiscrepancyKind.QUANTITY if plural and not known else None
        return self._description()

    def _description(self) -> DiscrepancyKind | None:
        """How it is judged, or who or which it is; what kind of thing it is need not be said."""
        new = [side for side in self.sides if side.news()]
        added = {word for side in new for word in side.news()}
        people = words("office_nouns", "person_nouns")
        if added and added <= words("loaded_modifiers"):
            return DiscrepancyKind.WORDING
        if any(side.phrase.proper or side.phrase.head in people or side.facets(*NAMED) for side in new):
            return DiscrepancyKind.NAME if self._designates() else None
        return None if added.isdisjoint(words("loaded_modifiers")) else DiscrepancyKind.WORDING

    def _designates(self) -> bool:
        """Whether both say who or which it is, and it is surely one and the same."""
        sure = self.pair.same_role or self.left.phrase.proper or not self.is_of_one
        return sure and not any(side.points_back for side in self.sides)

    def _in_one(self, kind: FacetKind) -> bool:
        return bool(self.left.facets(kind)) != bool(self.right.facets(kind))

    def _are_places(self) -> bool:
        """Whether both say where the same thing is, one of them by a place's name."""
        return (
            self.pair.same_governor
            and self.left.phrase.preposition in LOCATIVE
            and self._in_one(FacetKind.PLACE)
            and not any(side.facets(FacetKind.TIME, FacetKind.QUANTITY) for side in self.sides)
        )


def _discrepancy(context: GroupContext, difference: _Difference, kind: DiscrepancyKind) -> Discrepancy:
    other_rank = are_of_two_ranks(*(side.text for side in difference.sides))
    even = kind is DiscrepancyKind.NAME and (other_rank or not difference.is_fuller)
    wording = even or kind is DiscrepancyKind.WORDING
    return make(
        kind,
        DiscrepancyRelation.WORDING if wording else DiscrepancyRelation.PRECISION,
        [context.value(side.claim, side.phrase.core) for side in difference.sides],
        _reason(kind, difference, even=even),
        context.group.confidence,
    )


@cache
def _present() -> frozenset[str]:
    """Words for the time that now is."""
    return frozenset(word for word, lies, *_ in rows("time_vague") if lies == "present")


def _letters(side: _Side) -> str:
    """The letters and digits of a phrase, however encoded: hyphens, quotation marks and their spaces
    are no words."""
    core = side.phrase.core
    text = side.claim.text[core.start - side.claim.span.start : core.end - side.claim.span.start]
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _reason(kind: DiscrepancyKind, difference: _Difference, *, even: bool) -> str:
    if kind is DiscrepancyKind.WORDING:
        return "one judges what the other only names"
    if even:
        return "they describe it differently"
    left, right = ((side.claim.source, side.text) for side in difference.sides)
    return says_more(left, right) or "one says more"
