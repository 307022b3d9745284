"""What is measured of a rule's finding: the same as of marked words, and what rule and tagger hold of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields

from reconcile.discrepancies.divergence_candidates import Candidate
from reconcile.discrepancies.divergence_features import Features, Marked, MarkedPair, measured
from reconcile.discrepancies.overlap import on_same_words
from reconcile.models import Divergence, Encoder
from reconcile.models.platt_scaling import log_odds
from reconcile.models.weighted_features import FeatureModel
from reconcile.schema import Claim, ClaimGroup, Discrepancy

UNMARKED = 0.02
"""Stands for the tagger's score of words that it does not mark: less than it gives to any that it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFeatures(Features):
    """What is measured of the first words in two sources, as if they were marked.

    ``score`` is that of the likeliest mark on the same words, ``agreed`` that of the likeliest of the same
    kind, ``made`` the confidence that the catalogue gives the finding; all three are log odds.
    """

    agreed: float
    made: float


FINDING_FEATURES = tuple(field.name for field in fields(FindingFeatures))
FINDING_MODEL = FeatureModel("finding_weights", __package__)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredFinding:
    """A finding of a group, and what was measured of it."""

    group: str
    discrepancy: Discrepancy
    features: FindingFeatures


def measured_findings(
    groups: Sequence[ClaimGroup],
    claims: Sequence[Claim],
    candidates: Sequence[Candidate],
    encoder: Encoder,
) -> Iterator[MeasuredFinding]:
    """All findings of the groups, in their order; ``candidates`` are what the tagger marks."""
    claim_of = {claim.id: claim for claim in claims}
    marks = [(candidate.discrepancy(0.0), candidate.mark.score) for candidate in candidates]
    found = [(group, one) for group in groups for one in group.discrepancies]
    scores = [[(mark.kind, score) for mark, score in marks if on_same_words(mark, one)] for _, one in found]
    pairs = [
        _as_if_marked(one, _ends(one, claim_of), group, max((score for _, score in same), default=UNMARKED))
        for (group, one), same in zip(found, scores, strict=True)
    ]
    for (group, one), same, features in zip(found, scores, measured(pairs, claims, encoder), strict=True):
        agreed = max((score for kind, score in same if kind is one.kind), default=UNMARKED)
        yield MeasuredFinding(
            group=group.id,
            discrepancy=one,
            features=FindingFeatures(
                **asdict(features), agreed=log_odds(agreed), made=log_odds(one.confidence)
            ),
        )


def _ends(discrepancy: Discrepancy, claim_of: Mapping[str, Claim]) -> tuple[Marked, Marked]:
    """The first words in each of the first two sources."""
    first: dict[str, Marked] = {}
    for value in discrepancy.values:
        first.setdefault(value.source, Marked(claim_of[value.claim], value.span, value.text))
    left, right, *_ = first.values()
    return left, right


def _as_if_marked(
    discrepancy: Discrepancy, ends: tuple[Marked, Marked], group: ClaimGroup, score: float
) -> MarkedPair:
    left, right = ends
    mark = Divergence(
        kind=discrepancy.kind,
        relation=discrepancy.relation,
        left=left.span,
        right=right.span,
        score=score,
    )
    return MarkedPair(mark, ends, group, {left.claim.id, right.claim.id} <= set(group.claims))
