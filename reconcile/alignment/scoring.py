"""How likely two claims make the same statement: named features and a table of weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from reconcile.alignment.candidates import Candidate
from reconcile.alignment.facet_agreement import facet_agreement
from reconcile.alignment.lexical import TermWeights, wording_similarity
from reconcile.models.weighted_features import FeatureModel
from reconcile.schema import Claim, ClaimPair, ClaimRole, Evidence, FacetKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What is measured of two claims.

    ``context`` is the cosine of their sentences and ``preference`` how far that of the claims stands
    out from their rivals' (see Candidate); ``wording`` and ``containment`` compare the words, in
    [0, 1]; ``position`` is how far apart the claims stand in their articles, in [0, 1];
    ``figures`` and ``times`` are the shares of these that agree, in [0, 1]; ``headline`` is 1 where
    either claim is a headline.
    """

    context: float
    preference: float
    wording: float
    containment: float
    position: float
    figures: float
    times: float
    headline: float


FEATURES = tuple(field.name for field in fields(Features))
MODEL = FeatureModel("weights", __package__)


class PairScorer:
    """Scores candidate pairs of one run.

    ``extent`` maps a source id to the length of its text in characters.
    """

    def __init__(self, claims: Sequence[Claim], extent: Mapping[str, int]) -> None:
        self._claims = claims
        self._extent = extent
        self._terms = TermWeights(claims)

    def features(self, candidate: Candidate) -> Features:
        left, right = self._claims[candidate.left], self._claims[candidate.right]
        return Features(
            context=candidate.context,
            preference=candidate.preference,
            wording=wording_similarity(left, right),
            containment=self._terms.containment(left, right),
            position=abs(self._place(left) - self._place(right)),
            figures=facet_agreement(left, right, FacetKind.QUANTITY),
            times=facet_agreement(left, right, FacetKind.TIME),
            headline=float(ClaimRole.HEADLINE in (left.role, right.role)),
        )

    def score(self, candidate: Candidate) -> ClaimPair:
        """The pair with its probability and the features that made it."""
        features = self.features(candidate)
        return ClaimPair(
            left=self._claims[candidate.left].id,
            right=self._claims[candidate.right].id,
            score=round(MODEL.probability(features), 4),
            evidence=(
                Evidence(scorer="semantic", score=_unit(candidate.semantic), detail="cosine of the claims"),
                Evidence(
                    scorer="preference",
                    score=round(candidate.preference, 4),
                    detail="likeness of the claims above that of their rivals",
                ),
                Evidence(scorer="context", score=_unit(features.context), detail="cosine of their sentences"),
                Evidence(scorer="lexical", score=round(features.wording, 4), detail="token set ratio"),
                Evidence(scorer="terms", score=round(features.containment, 4), detail="shared rare words"),
                Evidence(
                    scorer="position", score=round(1 - features.position, 4), detail="nearness of place"
                ),
                *_facet_evidence(features),
            ),
        )

    def _place(self, claim: Claim) -> float:
        return claim.span.start / max(1, self._extent[claim.source])


def _facet_evidence(features: Features) -> tuple[Evidence, ...]:
    """How many of the figures and times agree, where any do."""
    return tuple(
        Evidence(scorer=name, score=round(getattr(features, name), 4), detail=f"{name} compared")
        for name in ("figures", "times")
        if getattr(features, name)
    )


def _unit(cosine: float) -> float:
    return round(min(1.0, max(0.0, cosine)), 4)
