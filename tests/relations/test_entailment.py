"""Equivalent, entailing, contradicting: the relation of two claims of a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from reconcile.models import Models
from reconcile.models.relation_classifier import Pair, Probabilities
from reconcile.relations import relate, trace_origins
from reconcile.schema import (
    Claim,
    ClaimGroup,
    ClaimPair,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    Document,
    ModelUse,
    Polarity,
    RelationKind,
    Side,
)
from tests.handmade_claims import claim, count, document

EXACT, LOOSE, OTHER = count("45", 45), count("40 to 50", 40, 50), count("60", 60)
DAM = ("old", "dam", "sandvik", "break", "dawn")


def relation(
    left: Claim,
    right: Claim,
    score: float = 0.9,
    found: DiscrepancyRelation | None = None,
    follows: Sequence[Pair] = (),
) -> RelationKind:
    """The relation of the pair, in a group with a discrepancy ``found`` between the two."""
    group = _group(left, right, score=score)
    if found:
        group = replace(group, discrepancies=(_discrepancy(found, left, right),))
    return relate([group], [left, right], Classifier(follows))[0].pairs[0].relation


class Classifier:
    """Says that of some pairs the second text follows from the first, and of others nothing."""

    use = ModelUse(role="relations", name="a few pairs", revision="1")

    def __init__(self, follows: Sequence[Pair]) -> None:
        self.follows = follows
        self.asked = 0

    def judge(self, pairs: Sequence[Pair]) -> Probabilities:
        self.asked += len(pairs)
        rows = [[0.0, float(pair in self.follows), float(pair not in self.follows)] for pair in pairs]
        return np.asarray(rows, dtype=np.float32).reshape(len(pairs), 3)


def _discrepancy(relation: DiscrepancyRelation, *claims: Claim) -> Discrepancy:
    values = tuple(
        DiscrepancyValue(
            source=c.source, claim=c.id, span=c.span, text=c.text, facet=next(iter(c.facets), None)
        )
        for c in claims
    )
    kind = DiscrepancyKind.QUANTITY
    return Discrepancy(kind=kind, relation=relation, confidence=0.5, explanation="", values=values)


def _group(*claims: Claim, score: float = 0.9) -> ClaimGroup:
    pairs = tuple(ClaimPair(left=claims[0].id, right=other.id, score=score) for other in claims[1:])
    return ClaimGroup(id="g1", claims=tuple(c.id for c in claims), pairs=pairs)


def _documents(*letters: str) -> Sequence[Document]:
    return [document(letter, "text") for letter in letters]


def test_the_same_words_are_equivalent() -> None:
    assert relation(claim("A1", "the dam broke"), claim("B1", "the dam broke")) is RelationKind.EQUIVALENT


def test_contradicting_figures_contradict() -> None:
    left, right = claim("A1", "45 hurt", facets=[EXACT]), claim("B1", "60 hurt", facets=[OTHER])
    assert relation(left, right, found=DiscrepancyRelation.CONFLICT) is RelationKind.CONTRADICTS
    assert relation(left, right, found=DiscrepancyRelation.UPDATE) is RelationKind.CONTRADICTS


def test_a_pair_of_a_conflict_whose_own_values_agree_does_not_contradict() -> None:
    left, right = claim("A1", "45 hurt", facets=[EXACT]), claim("B1", "45 hurt", facets=[EXACT])
    assert relation(left, right, found=DiscrepancyRelation.CONFLICT) is RelationKind.EQUIVALENT


def test_one_denies_what_the_other_says() -> None:
    left, right = claim("A1", "the dam broke"), claim("B1", "the dam broke", polarity=Polarity.NEGATED)
    assert relation(left, right) is RelationKind.EQUIVALENT
    right = claim("B1", "the dam held", polarity=Polarity.NEGATED)
    assert relation(left, right, found=DiscrepancyRelation.CONFLICT) is RelationKind.CONTRADICTS


@pytest.mark.parametrize("exact", list(Side))
def test_the_more_exact_figure_entails_the_looser(exact: Side) -> None:
    ours, theirs = (EXACT, LOOSE) if exact is Side.LEFT else (LOOSE, EXACT)
    found = relation(claim("A1", "hurt", facets=[ours]), claim("B1", "hurt", facets=[theirs]))
    assert found.value == f"{exact}-entails-{exact.other}"


def test_where_each_is_more_exact_in_something_neither_entails() -> None:
    ships, fleet = count("3", 3, counted="ship"), count("2 to 4", 2, 4, counted="ship")
    left, right = claim("A1", "x", facets=[EXACT, fleet]), claim("B1", "x", facets=[LOOSE, ships])
    assert relation(left, right) is RelationKind.EQUIVALENT


def test_a_claim_that_says_all_the_other_says_and_more_entails_it() -> None:
    more = claim("A1", "more", terms=(*DAM, "flood", "forty", "house", "valley"))
    less = claim("B1", "less", terms=DAM)
    assert relation(more, less) is RelationKind.LEFT_ENTAILS_RIGHT
    assert relation(replace(less, id="A1", source="A"), replace(more, id="B1", source="B")) is (
        RelationKind.RIGHT_ENTAILS_LEFT
    )


def test_one_word_more_does_not_make_an_entailment() -> None:
    left, right = claim("A1", "x", terms=(*DAM, "night")), claim("B1", "x", terms=DAM)
    assert relation(left, right) is RelationKind.EQUIVALENT


def test_a_very_unlikely_pair_is_unrelated_even_where_its_figures_differ() -> None:
    left, right = claim("A1", "45 hurt", facets=[EXACT]), claim("B1", "60 hurt", facets=[OTHER])
    assert relation(left, right, score=0.05) is RelationKind.UNRELATED


def test_what_is_reported_as_a_conflict_contradicts_however_unlikely_the_pair() -> None:
    left, right = claim("A1", "45 hurt", facets=[EXACT]), claim("B1", "60 hurt", facets=[OTHER])
    assert relation(left, right, score=0.05, found=DiscrepancyRelation.CONFLICT) is RelationKind.CONTRADICTS


def test_a_group_of_a_text_and_its_copies_has_one_origin() -> None:
    first, copy, other = _documents("A", "B", "C")
    copy = replace(copy, source=replace(copy.source, republishes="A"))
    a, b, c = (claim(f"{letter}1", "the dam broke") for letter in "ABC")
    found = [_group(a, b), _group(a, c), _group(a, b, c), _group(a)]
    groups = trace_origins(found, [a, b, c], [first, copy, other])
    assert [group.origin for group in groups] == ["A", None, None, None]


def test_no_groups_stay_none() -> None:
    assert relate([], [], Classifier(())) == trace_origins([], [], []) == ()


def test_where_facets_are_silent_the_classifier_decides() -> None:
    short, long = claim("A1", "the dam broke"), claim("B1", "the old dam gave way")
    down, up = (long.text, short.text), (short.text, long.text)
    assert relation(short, long, follows=[down]) is RelationKind.RIGHT_ENTAILS_LEFT
    assert relation(long, short, follows=[down]) is RelationKind.LEFT_ENTAILS_RIGHT
    assert relation(short, long, follows=[down, up]) is RelationKind.EQUIVALENT


def test_figures_go_before_the_classifier() -> None:
    exact, loose = claim("A1", "45 died", facets=[EXACT]), claim("B1", "40 to 50 died", facets=[LOOSE])
    assert relation(exact, loose, follows=[(loose.text, exact.text)]) is RelationKind.LEFT_ENTAILS_RIGHT


def test_the_classifier_is_asked_about_aligned_claims_only_and_its_say_is_evidence() -> None:
    left, right = claim("A1", "the dam broke"), claim("B1", "the dam failed")
    classifier = Classifier([(left.text, right.text)])
    (near,) = relate([_group(left, right)], [left, right], classifier)
    (far,) = relate([_group(left, right, score=0.01)], [left, right], classifier)
    assert {e.scorer: e.score for e in near.pairs[0].evidence} == {
        "entails": 1.0,
        "entailed": 0.0,
        "contradicts": 0.0,
    }
    assert far.pairs[0].evidence == ()
    assert classifier.asked == 2


@pytest.mark.model
def test_the_shipped_classifier_tells_a_denial_from_a_restatement(models: Models) -> None:
    left = claim("A1", "No gate of the dam was opened on Monday.")
    same = claim("B1", "None of the dam's gates were opened on Monday.")
    other = claim("B1", "One gate of the dam was opened on Monday.")
    contradiction = [
        {e.scorer: e.score for e in group.pairs[0].evidence}["contradicts"]
        for right in (same, other)
        for group in relate([_group(left, right)], [left, right], models.relations)
    ]
    assert contradiction[0] < 0.5 < contradiction[1]
