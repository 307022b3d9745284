"""What is measured of two phrases that stand in for one another: named features."""

from __future__ import annotations

from dataclasses import dataclass, fields

from reconcile.discrepancies.articles import Articles
from reconcile.discrepancies.counterparts import (
    Counterparts,
    Described,
    content_words,
    letters,
    same_governor,
    same_name,
    same_role,
)
from reconcile.discrepancies.phrase_pairs import alike
from reconcile.lexicons import words
from reconcile.models.weighted_features import FeatureModel
from reconcile.schema import FacetKind

MANY = 4
"""Words from which more of them make no difference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What is measured of two phrases, the claims and the articles that they stand in.

    Counts go up to ``MANY``, the rest is 1 where it is so and 0 where not. ``length`` counts the
    words of the shorter phrase, ``unheard`` the words of the phrase with fewer such that the other article
    has nowhere, ``figures`` and ``times`` the phrases that hold such. ``same_head``, ``same_role`` and
    ``same_governor`` say that the heads, the grammatical places and what they depend on are alike,
    ``same_name`` that a name in one fits a name in the other, ``name_beside`` that they do not but the
    same name stands next to both, ``other_head`` that the heads differ while a modifier is shared,
    ``two_persons`` that both heads are different nouns for persons, ``both_proper`` that both
    are proper nouns. ``judging`` says that a new word judges, ``inside`` that one claim holds all
    letters of the other's phrase, ``quoted`` that both phrases are quoted.
    """

    length: float
    same_head: float
    same_role: float
    same_governor: float
    other_head: float
    two_persons: float
    name_beside: float
    same_name: float
    both_proper: float
    judging: float
    unheard: float
    inside: float
    quoted: float
    figures: float
    times: float


FEATURES = tuple(field.name for field in fields(Features))
MODEL = FeatureModel("counterpart_weights", __package__)
"""How likely the difference of two phrases is worth a word."""


def measure(pair: Counterparts, articles: Articles) -> Features:
    """The features of ``pair``; ``articles`` tell what either source says elsewhere."""
    left, right = pair.ends
    both_ways = (left, right), (right, left)
    same_head = alike(left.phrase.head, right.phrase.head)
    fits = same_name(left, right)
    new = [new_words(*ends) for ends in both_ways]
    persons = all(end.is_person for end in pair.ends)
    return Features(
        length=min(MANY, *(len(content_words(end.text)) for end in pair.ends)),
        same_head=same_head,
        same_role=same_role(left.phrase, right.phrase),
        same_governor=same_governor(left.phrase, right.phrase),
        other_head=not same_head and not left.modifiers.isdisjoint(right.modifiers),
        two_persons=not same_head and persons,
        name_beside=not fits and not left.names_beside().isdisjoint(right.names_beside()),
        same_name=fits,
        both_proper=left.phrase.proper and right.phrase.proper,
        judging=not (new[0] | new[1]).isdisjoint(words("loaded_modifiers")),
        unheard=min(MANY, *(_unheard(*ends, articles) for ends in both_ways)),
        inside=any(letters(one.text) in letters(other.claim.text) for one, other in both_ways),
        quoted=left.is_quoted and right.is_quoted,
        figures=sum(bool(end.facets(FacetKind.QUANTITY)) for end in pair.ends),
        times=sum(bool(end.facets(FacetKind.TIME)) for end in pair.ends),
    )


def new_words(one: Described, other: Described) -> frozenset[str]:
    """The words of the phrase that the other claim has nowhere."""
    told = {*other.claim.terms, *content_words(other.claim.text)}
    return frozenset(word for word in one.words if not any(alike(word, known) for known in told))


def _unheard(one: Described, other: Described, articles: Articles) -> int:
    return sum(not articles.says(other.claim.source, word) for word in new_words(one, other))
