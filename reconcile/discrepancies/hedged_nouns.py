"""A thing or a person that one source calls possible or alleged and another names outright."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.phrase_pairs import PhrasePair, pair_phrases
from reconcile.lexicons import mapping
from reconcile.schema import (
    Certainty,
    Claim,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    Phrase,
)

ONE_STATEMENT = 0.6
"""Score of a pair from which two nouns in one place of their clauses are held to name one thing."""

_DOUBTED = frozenset({Certainty.POSSIBLE, Certainty.REPORTED})


def detect_hedged_nouns(context: GroupContext) -> Iterator[Discrepancy]:
    """ "A potential danger" beside "a threat", "the alleged thief" beside "the thief"."""
    found: list[Discrepancy] = []
    for left, right in context.body_pairs(ONE_STATEMENT):
        found += (
            _discrepancy(context, left, right, pair)
            for pair in pair_phrases(left, right)
            if _only_one_hedged((left, pair.left), (right, pair.right)) and _name_one(pair)
        )
    yield from merged_by_value(found)


def _discrepancy(context: GroupContext, left: Claim, right: Claim, pair: PhrasePair) -> Discrepancy:
    hedging = left if _hedges(pair.left) else right
    return make(
        DiscrepancyKind.MODALITY,
        DiscrepancyRelation.WORDING,
        [context.value(left, pair.left.core), context.value(right, pair.right.core)],
        f"only {hedging.source} leaves it in doubt",
        context.group.confidence,
    )


def _only_one_hedged(left: tuple[Claim, Phrase], right: tuple[Claim, Phrase]) -> bool:
    """Whether one phrase holds a word of doubt, and the other claim none and its phrase no other word."""
    for (_, phrase), (other, plain) in ((left, right), (right, left)):
        if _hedges(phrase):
            doubtless = not any(_is_hedge(word) for word in other.terms)
            return doubtless and set(plain.before) <= set(phrase.before)
    return False


def _name_one(pair: PhrasePair) -> bool:
    return pair.same_head or (pair.same_governor and pair.same_role)


def _hedges(phrase: Phrase) -> bool:
    return any(_is_hedge(word) for word in phrase.before)


def _is_hedge(word: str) -> bool:
    return mapping("modality").get(word) in _DOUBTED
