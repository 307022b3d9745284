"""What is measured of words that the divergence tagger marks: named features."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from itertools import product

from rapidfuzz import fuzz

from reconcile.comparison import compare
from reconcile.discrepancies.articles import Articles
from reconcile.discrepancies.counterparts import content_words
from reconcile.models import Divergence, Encoder
from reconcile.models.platt_scaling import log_odds
from reconcile.models.weighted_features import FeatureModel
from reconcile.schema import (
    AnyFacet,
    Claim,
    ClaimGroup,
    ClaimRole,
    DiscrepancyKind,
    DiscrepancyRelation,
    FacetKind,
    Span,
    Verdict,
)

MANY = 6
"""Words from which more of them make no difference."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a claim that are marked."""

    claim: Claim
    span: Span
    text: str

    @property
    def words(self) -> int:
        return min(MANY, len(self.text.split()))

    @property
    def has_figure(self) -> bool:
        return any(map(str.isdigit, self.text))

    @property
    def is_proper(self) -> bool:
        return self.text[0].isupper() and self.span.start > self.claim.sentence.start

    @property
    def is_quoted(self) -> bool:
        return self.claim.quotes(self.span)

    @property
    def facets(self) -> list[AnyFacet]:
        return [facet for facet in self.claim.facets if facet.span.overlaps(self.span)]


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """A mark of the tagger, the words of claims at both its ends, and the group in which it would be told:
    ``together`` where that holds both claims, else it joins only their sentences."""

    mark: Divergence
    ends: tuple[Marked, Marked]
    group: ClaimGroup
    together: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What is measured of two stretches of marked words, their claims and articles.

    ``score`` and ``group`` are the log odds of the tagger's score and of the group's confidence. The names
    of kinds are 1 for that kind, ``exactness`` where the tagger holds one for more exact and ``alarm``
    where it holds them for a conflict or an update. ``shorter`` and ``longer`` count the words of either
    stretch, ``least_unheard`` and ``most_unheard`` the words of the stretch with fewer and with more such
    that the other article has nowhere, all up to ``MANY``. ``likeness`` and ``sentences`` say how alike the
    stretches and the claims are in letters, from 0 to 1, ``meaning`` how alike the stretches are to the
    encoder, as a cosine. ``sources`` and ``claims`` count those of the group, ``verbatim`` those of the two
    claims that are quotations. The rest is 1 where it is so: ``together`` that the group holds both claims,
    ``within`` that one stretch has the words of the other in it, ``figures`` and ``figure`` that both or one
    hold a figure, ``proper`` that both begin with a capital inside a sentence, ``quoted`` and ``quotation``
    that both or one are quoted, ``headline`` that one is in a headline; ``same``, ``apart`` and ``unlike``
    that facets in them agree, that they differ, and that they cannot be compared.
    """

    score: float
    group: float
    quantity: float
    time: float
    place: float
    name: float
    attribution: float
    modality: float
    polarity: float
    quote: float
    wording: float
    exactness: float
    alarm: float
    shorter: float
    longer: float
    least_unheard: float
    most_unheard: float
    likeness: float
    sentences: float
    meaning: float
    sources: float
    claims: float
    verbatim: float
    together: float
    within: float
    figures: float
    figure: float
    proper: float
    quoted: float
    quotation: float
    headline: float
    same: float
    apart: float
    unlike: float


FEATURES = tuple(field.name for field in fields(Features))
MODEL = FeatureModel("divergence_weights", __package__)


def measured(pairs: Sequence[MarkedPair], claims: Sequence[Claim], encoder: Encoder) -> list[Features]:
    """The features of each pair; ``claims`` are all of the run, ``encoder`` says how alike words are."""
    articles = Articles.of(claims)
    source_of = {claim.id: claim.source for claim in claims}
    return [
        measure(
            pair,
            articles,
            sources=len({source_of[claim] for claim in pair.group.claims}),
            meaning=meaning,
        )
        for pair, meaning in zip(pairs, _meanings(pairs, encoder), strict=True)
    ]


def _meanings(pairs: Sequence[MarkedPair], encoder: Encoder) -> list[float]:
    """How alike in meaning both ends of each pair are, as a cosine."""
    texts = sorted({end.text for pair in pairs for end in pair.ends})
    vectors = dict(zip(texts, encoder.encode(texts), strict=True)) if texts else {}
    return [float(vectors[left.text] @ vectors[right.text]) for left, right in (pair.ends for pair in pairs)]


def measure(pair: MarkedPair, articles: Articles, *, sources: int, meaning: float) -> Features:
    """The features of a mark; ``articles`` tell what either source says elsewhere, ``sources`` how many the
    group has, ``meaning`` how alike both ends are to the encoder."""
    mark, ends = pair.mark, pair.ends
    left, right = ends
    written = left.text.casefold(), right.text.casefold()
    unheard = _unheard(left, right, articles), _unheard(right, left, articles)
    lengths = sorted(end.words for end in ends)
    figures = sum(end.has_figure for end in ends)
    quoted = sum(end.is_quoted for end in ends)
    compared = verdicts(left, right)
    kinds = {kind.value: float(mark.kind is kind) for kind in DiscrepancyKind}
    return Features(
        score=log_odds(mark.score),
        group=log_odds(pair.group.confidence),
        **kinds,
        exactness=mark.relation is DiscrepancyRelation.PRECISION,
        alarm=mark.relation in (DiscrepancyRelation.CONFLICT, DiscrepancyRelation.UPDATE),
        shorter=lengths[0],
        longer=lengths[1],
        least_unheard=min(MANY, *unheard),
        most_unheard=min(MANY, max(unheard)),
        likeness=fuzz.ratio(*written) / 100,
        sentences=fuzz.token_sort_ratio(left.claim.text, right.claim.text) / 100,
        meaning=meaning,
        sources=sources,
        claims=len(pair.group.claims),
        verbatim=sum(end.claim.quotes(end.claim.span) for end in ends),
        together=pair.together,
        within=_holds(*written) or _holds(*reversed(written)),
        figures=figures == len(ends),
        figure=figures == 1,
        proper=left.is_proper and right.is_proper,
        quoted=quoted == len(ends),
        quotation=quoted == 1,
        headline=ClaimRole.HEADLINE in (left.claim.role, right.claim.role),
        same=Verdict.AGREE in compared,
        apart=not compared.isdisjoint({Verdict.CONFLICT, Verdict.COMPATIBLE}),
        unlike=Verdict.UNDECIDED in compared,
    )


def _holds(words: str, others: str) -> bool:
    """Whether ``others`` stand among the words; "40" does not in "140"."""
    return f" {' '.join(others.split())} " in f" {' '.join(words.split())} "


def verdicts(left: Marked, right: Marked, kinds: Collection[FacetKind] = tuple(FacetKind)) -> set[Verdict]:
    """What comparing the facets of these kinds in both says."""
    pairs = ((ours, theirs) for ours, theirs in product(left.facets, right.facets) if ours.kind in kinds)
    return {compare(ours, theirs).verdict for ours, theirs in pairs if ours.kind is theirs.kind}


def _unheard(one: Marked, other: Marked, articles: Articles) -> int:
    return sum(not articles.says(other.claim.source, word) for word in content_words(one.text))
