"""What a detector is given: one group, its claims, and the sources that they come from."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from reconcile.discrepancies.articles import Articles
from reconcile.schema import (
    AnyFacet,
    Claim,
    ClaimGroup,
    ClaimRole,
    DiscrepancyValue,
    Document,
    Source,
    Span,
)

_Told = TypeVar("_Told")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupContext:
    """A group; ``documents`` are all of the run, by source id, ``articles`` what each says as a whole, and
    ``scores`` those of the group's pairs by the ids of their claims."""

    group: ClaimGroup
    claims: tuple[Claim, ...]
    documents: Mapping[str, Document]
    articles: Articles = field(default_factory=Articles)
    scores: Mapping[frozenset[str], float] = field(default_factory=dict)

    def pairs(self, score: float | None = None) -> Iterator[tuple[Claim, Claim]]:
        """Every two claims of different sources, in order; with ``score``, those only that are ``joined``
        by it."""
        for left, right in itertools.combinations(self.claims, 2):
            if left.source != right.source and (score is None or self.joined(left, right, score)):
                yield left, right

    def body_pairs(self, score: float | None = None) -> Iterator[tuple[Claim, Claim]]:
        """Those of ``pairs`` without a headline: headlines shorten."""
        for left, right in self.pairs(score):
            if ClaimRole.HEADLINE not in (left.role, right.role):
                yield left, right

    def joined(self, left: Claim, right: Claim, score: float) -> bool:
        """Whether the two claims are held to be one statement by themselves, not only through a third.

        A group whose pairs were not scored is taken as it is.
        """
        return not self.group.pairs or self.scores.get(frozenset((left.id, right.id)), -1.0) >= score

    def source(self, claim: Claim) -> Source:
        return self.documents[claim.source].source

    def published(self, claim: Claim) -> dt.date | None:
        return self.source(claim).published

    def appeared_before(self, one: Claim, other: Claim) -> bool:
        """Whether the source of one is known to be published before that of the other: at an earlier time
        where both give theirs, else on an earlier day."""
        first, second = self.source(one), self.source(other)
        if first.published_at and second.published_at:
            return first.published_at < second.published_at
        days = first.published, second.published
        return days[0] is not None and days[1] is not None and days[0] < days[1]

    def by_publication(
        self, left: tuple[Claim, _Told], right: tuple[Claim, _Told]
    ) -> tuple[tuple[Claim, _Told], tuple[Claim, _Told]] | None:
        """Both, the earlier published first; None where it is not known which was."""
        if self.appeared_before(left[0], right[0]):
            return left, right
        return (right, left) if self.appeared_before(right[0], left[0]) else None

    def words(self, claim: Claim, span: Span) -> str:
        """The exact words of ``span`` in the document of ``claim``."""
        return span.of(self.documents[claim.source].text)

    def value(self, claim: Claim, span: Span, facet: AnyFacet | None = None) -> DiscrepancyValue:
        """``span`` of the claim's document as the value of a discrepancy."""
        return DiscrepancyValue(
            source=claim.source, claim=claim.id, span=span, text=self.words(claim, span), facet=facet
        )


def contexts_of(
    groups: Sequence[ClaimGroup],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    articles: Articles | None = None,
) -> list[GroupContext]:
    """A context for each group, in their order; ``claims`` and ``documents`` are those of the run."""
    claim_of = {claim.id: claim for claim in claims}
    document_of = {document.source.id: document for document in documents}
    articles = articles or Articles()
    return [
        GroupContext(
            group=group,
            claims=tuple(claim_of[claim] for claim in group.claims),
            documents=document_of,
            articles=articles,
            scores={frozenset((pair.left, pair.right)): pair.score for pair in group.pairs},
        )
        for group in groups
    ]
