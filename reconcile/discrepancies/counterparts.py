"""Which noun phrases of two claims stand in for one another, though they need not share their head."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reconcile.comparison import compare
from reconcile.discrepancies.phrase_pairs import alike
from reconcile.discrepancies.propositions import COMMON_VERBS
from reconcile.discrepancies.quoted_words import quoted_words
from reconcile.discrepancies.synonyms import are_exchanged
from reconcile.lexicons import words
from reconcile.lexicons.letters import with_plain_letters
from reconcile.schema import AnyFacet, Claim, FacetKind, NameFacet, NameKind, Phrase, Span, Verdict

LEAST = 0.65
"""Weight below which two phrases are held to have nothing to do with each other."""

NAMED = (FacetKind.NAME, FacetKind.PLACE)
"""The facets that name who or where."""
_BESIDE = 3
"""Characters between a phrase and a name that stands in apposition to it (a comma and a space)."""


@dataclass(frozen=True, slots=True)
class Described:
    """A phrase and the claim that it stands in."""

    claim: Claim
    phrase: Phrase

    @property
    def text(self) -> str:
        return self.claim.text[
            self.span.start - self.claim.span.start : self.span.end - self.claim.span.start
        ]

    @property
    def span(self) -> Span:
        return self.phrase.core

    @property
    def words(self) -> frozenset[str]:
        """The content words, as lemmas and as they are compared: not case, spelling or titles."""
        return frozenset(self.phrase.before) | {self.phrase.head} | content_words(self.text)

    @property
    def modifiers(self) -> frozenset[str]:
        return frozenset(self.phrase.before) | frozenset(self.phrase.after)

    @property
    def is_quoted(self) -> bool:
        return self.claim.quotes(self.span)

    @property
    def is_person(self) -> bool:
        return self.phrase.head in words("office_nouns", "person_nouns")

    @property
    def is_body(self) -> bool:
        """Whether it ends in the name of an organisation."""
        kinds = {name.name_kind for name in self.names() if isinstance(name, NameFacet)}
        return kinds == {NameKind.ORGANISATION}

    def facets(self, *kinds: FacetKind) -> list[AnyFacet]:
        return [f for f in self.claim.facets if f.kind in kinds and f.span.overlaps(self.span)]

    def without(self, facet: AnyFacet) -> str:
        """The words of the phrase without those of one of its facets."""
        start, end = (max(0, place - self.span.start) for place in (facet.span.start, facet.span.end))
        return self.text[:start] + self.text[end:]

    def names(self) -> list[AnyFacet]:
        """The names that the phrase ends in."""
        return [name for name in self.facets(*NAMED) if name.span.end >= self.span.end]

    def names_beside(self) -> set[str]:
        """The last words of the names in the phrase or next to it, folded."""
        return {name.canonical.casefold().split()[-1] for name in self._beside()}

    def person_beside(self) -> bool:
        """Whether a person is named in the phrase or next to it."""
        return any(name.name_kind is NameKind.PERSON for name in self._beside())

    def _beside(self) -> list[NameFacet]:
        start, end = self.span.start - _BESIDE, self.span.end + _BESIDE
        names = (name for name in self.claim.facets if isinstance(name, NameFacet))
        return [name for name in names if name.span.start <= end and start <= name.span.end]


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Two phrases that stand in for one another and are worded otherwise."""

    left: Described
    right: Described

    @property
    def ends(self) -> tuple[Described, Described]:
        return self.left, self.right


def counterparts(left: Claim, right: Claim) -> Iterator[Counterparts]:
    """Pairs of phrases that differ, the likest first, each phrase used once; those that say the same
    are taken out before."""
    pairs = [(ours, theirs) for ours in described(left) for theirs in described(right)]
    weighed = sorted(((_weight(*pair), pair) for pair in pairs), key=lambda item: -item[0])
    used: list[Described] = []
    for weight, (ours, theirs) in weighed:
        if weight < LEAST or any(one in (ours, theirs) for one in used):
            continue
        used += [ours, theirs]
        if not any(test(ours, theirs) for test in (say_the_same, _part_of_other, _points_back, _two_sorts)):
            yield Counterparts(ours, theirs)


def say_the_same(left: Described, right: Described) -> bool:
    """Whether the words are the same but for spelling, small words, titles and plain synonyms, or both
    give one name, with or without an office before it."""
    if letters(left.text) == letters(right.text) or tell_the_same(left.text, right.text):
        return True
    if _count_the_same(left, right):
        return True
    named = left.phrase.proper and right.phrase.proper
    return named and (same_name(left, right) or _ends_in_other(left.text, right.text))


def _count_the_same(left: Described, right: Described) -> bool:
    """Whether all but the way a figure is written tells the same ("half a million", "500,000 readers")."""
    ours, theirs = left.facets(FacetKind.QUANTITY), right.facets(FacetKind.QUANTITY)
    if len(ours) != 1 or len(theirs) != 1 or compare(ours[0], theirs[0]).verdict is not Verdict.AGREE:
        return False
    return tell_the_same(left.without(ours[0]), right.without(theirs[0]))


def _ends_in_other(left: str, right: str) -> bool:
    shorter, longer = sorted((left.casefold().split(), right.casefold().split()), key=len)
    return longer[-len(shorter) :] == shorter


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """The words that tell something, folded to one national spelling."""
    compared = {word.compared.removesuffix("'s") for word in quoted_words(text)}
    return frozenset(compared - words("function_words_en"))


def are_of_two_ranks(left: str, right: str) -> bool:
    """Whether all that they differ in are words that make a lesser office of the other ("deputy")."""
    differing = content_words(left) ^ content_words(right)
    return bool(differing) and differing <= words("lesser_ranks")


def says_more(one: tuple[str, str], other: tuple[str, str]) -> str:
    """Which of two sources, each given with its words, has all that the other has and more; empty where
    neither does."""
    if are_of_two_ranks(one[1], other[1]):
        return ""
    for (fuller, more), (barer, less) in ((one, other), (other, one)):
        if frozenset() < content_words(less) < content_words(more):
            return f"{fuller} says more than {barer}"
    return ""


def _part_of_other(left: Described, right: Described) -> bool:
    """Whether one is only mentioned in the other, which is another thing ("the bank", "a bank deal")."""
    if alike(left.phrase.head, right.phrase.head):
        return False
    return any(
        alike(one.phrase.head, modifier)
        for one, other in ((left, right), (right, left))
        for modifier in other.modifiers
    )


def _points_back(left: Described, right: Described) -> bool:
    """Whether one is the bare noun for what the other describes: the source has said before which it is."""
    return any(
        one.phrase.definite
        and not one.phrase.proper
        and alike(one.phrase.head, other.phrase.head)
        and set(one.phrase.before) < set(other.phrase.before)
        for one, other in ((left, right), (right, left))
    )


def _two_sorts(left: Described, right: Described) -> bool:
    """Whether one is a single person and the other a body by its name."""
    return any(
        one.is_person and not one.phrase.plural and not one.is_body and other.is_body
        for one, other in ((left, right), (right, left))
    )


def same_name(left: Described, right: Described) -> bool:
    """Whether the name that one phrase ends in fits that of the other: names before the end only modify."""
    return any(
        compare(ours, theirs).verdict is Verdict.AGREE
        for ours in left.names()
        for theirs in right.names()
        if ours.kind is theirs.kind
    )


def same_role(left: Phrase, right: Phrase) -> bool:
    return (left.role, left.preposition) == (right.role, right.preposition)


def same_governor(left: Phrase, right: Phrase) -> bool:
    """Whether both depend on one telling verb or noun."""
    return left.governor == right.governor not in COMMON_VERBS | {"say"}


def described(claim: Claim) -> list[Described]:
    """The phrases of a claim that tell more than a pronoun does."""
    return [
        Described(claim, phrase)
        for phrase in claim.phrases
        if phrase.core.start >= claim.span.start and phrase.head not in words("pronouns")
    ]


def _weight(left: Described, right: Described) -> float:
    """How much speaks for two phrases being of one thing; saying the same outweighs all else."""
    if say_the_same(left, right):
        return 5.0 + same_role(left.phrase, right.phrase)
    ours, theirs = left.words, right.words
    on_main = (left.phrase.governor, right.phrase.governor) == (left.claim.predicate, right.claim.predicate)
    return (
        1.0 * alike(left.phrase.head, right.phrase.head)
        + 1.0 * same_name(left, right)
        + 1.0 * len(ours & theirs) / len(ours | theirs)
        + 0.5 * same_role(left.phrase, right.phrase)
        + 0.5 * same_governor(left.phrase, right.phrase)
        + 0.3 * on_main
        + 0.5 * bool(left.names_beside() & right.names_beside())
    )


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """The letters and digits of a text, folded: marks and spaces are no words, accents no other letters."""
    plain = unicodedata.normalize("NFKD", with_plain_letters(unicodedata.normalize("NFC", text)))
    return "".join(filter(str.isalnum, plain.casefold()))


def tell_the_same(left: str, right: str) -> bool:
    """Whether each word of one that the other lacks stands there in another form or has a plain synonym."""
    ours, theirs = (content_words(text) - words("address_words") for text in (left, right))
    only_ours, only_theirs = ours - theirs, theirs - ours
    return len(only_ours) == len(only_theirs) and all(
        any(alike(word, other) or are_exchanged(word, other) for other in only_theirs) for word in only_ours
    )
