"""What is measured of marked words before they are told."""

from __future__ import annotations

from reconcile.discrepancies.articles import Articles
from reconcile.discrepancies.divergence_features import (
    FEATURES,
    MODEL,
    Features,
    Marked,
    MarkedPair,
    measure,
)
from reconcile.models import Divergence
from reconcile.models.weighted_features import BIAS
from reconcile.schema import Claim, ClaimGroup, DiscrepancyKind, DiscrepancyRelation, Span
from tests.handmade_claims import claim, count

ABOUT, MANY = "about 40 people were hurt", "dozens of Passengers were injured"


def measured(left: tuple[Claim, str], right: tuple[Claim, str], kind: str = "quantity") -> Features:
    ends = [
        Marked(one, Span(one.text.index(words), one.text.index(words) + len(words)), words)
        for one, words in (left, right)
    ]
    mark = Divergence(
        kind=DiscrepancyKind(kind),
        relation=DiscrepancyRelation.PRECISION,
        left=ends[0].span,
        right=ends[1].span,
        score=0.5,
    )
    group = ClaimGroup(id="g1", claims=("A1", "B1"), confidence=0.5)
    pair = MarkedPair(mark, (ends[0], ends[1]), group)
    return measure(pair, Articles.of([left[0], right[0]]), sources=2, meaning=0.4)


def test_words_figures_and_capitals_are_counted() -> None:
    features = measured((claim("A1", ABOUT), "40 people"), (claim("B1", MANY), "Passengers"))
    assert (features.shorter, features.longer) == (1, 2)
    assert (features.figure, features.figures, features.proper) == (1, 0, 0)
    assert (features.quantity, features.wording, features.exactness, features.alarm) == (1, 0, 1, 0)
    assert (features.score, features.group) == (0, 0)
    assert (features.sources, features.claims, features.meaning, features.together) == (2, 2, 0.4, 1)


def test_what_the_other_article_says_elsewhere_is_not_unheard() -> None:
    heard = measured((claim("A1", ABOUT), "hurt"), (claim("B1", "many were hurt or injured"), "injured"))
    unheard = measured((claim("A1", ABOUT), "hurt"), (claim("B1", MANY), "injured"))
    assert (heard.least_unheard, heard.most_unheard) == (0, 1)
    assert (unheard.least_unheard, unheard.most_unheard) == (1, 1)


def test_of_words_that_the_other_article_lacks_the_fewer_and_the_more_are_told_apart() -> None:
    features = measured((claim("A1", ABOUT), "40"), (claim("B1", MANY), "dozens of Passengers"))
    assert (features.least_unheard, features.most_unheard) == (1, 2)


def test_a_stretch_that_has_the_other_in_it_is_noticed() -> None:
    whole = measured((claim("A1", ABOUT), "40 people"), (claim("B1", "40 People were there"), "People"))
    other = measured((claim("A1", ABOUT), "40"), (claim("B1", "140 people were there"), "140"))
    assert (whole.within, other.within) == (1, 0)


def test_facets_that_agree_are_told_from_those_that_do_not() -> None:
    forty, also, sixty = count("40", 40), count("40", 40), count("60", 60)
    one, same, other = (
        claim(name, f"{facet.text} people were hurt", facets=[facet])
        for name, facet in (("A1", forty), ("B1", also), ("B1", sixty))
    )
    agreeing, differing = measured((one, "40"), (same, "40")), measured((one, "40"), (other, "60"))
    assert (agreeing.same, agreeing.apart) == (1, 0)
    assert (differing.same, differing.apart) == (0, 1)


def test_a_surer_mark_is_likelier() -> None:
    assert list(MODEL.weights) == [BIAS, *FEATURES]
    assert MODEL.weights["score"] > 0
    features = measured((claim("A1", ABOUT), "40"), (claim("B1", MANY), "dozens"))
    assert 0 < MODEL.probability(features) < 1
