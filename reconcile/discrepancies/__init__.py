"""Groups to groups with typed discrepancies, status and summary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reconcile.discrepancies.attribution import detect_attribution
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.designations import detect_designations
from reconcile.discrepancies.facet_detector import detect_facets
from reconcile.discrepancies.modality import detect_modality, detect_polarity
from reconcile.discrepancies.quotes import detect_quotes
from reconcile.discrepancies.status import status_of, summarise
from reconcile.discrepancies.wording import detect_wording
from reconcile.schema import Claim, ClaimGroup, Discrepancy, Document

__all__ = ["find_discrepancies"]

DETECTORS: tuple[Callable[[GroupContext], Iterator[Discrepancy]], ...] = (
    detect_facets,
    detect_designations,
    detect_attribution,
    detect_polarity,
    detect_modality,
    detect_quotes,
    detect_wording,
)


def find_discrepancies(
    groups: Sequence[ClaimGroup], claims: Sequence[Claim], documents: Sequence[Document]
) -> tuple[ClaimGroup, ...]:
    """The groups with their discrepancies, most confident first, their status and summary."""
    claim_of = {claim.id: claim for claim in claims}
    document_of = {document.source.id: document for document in documents}
    found = []
    for group in groups:
        members = tuple(claim_of[identity] for identity in group.claims)
        context = GroupContext(group=group, claims=members, documents=document_of)
        discrepancies = _detected(context)
        status = status_of(len({claim.source for claim in members}), discrepancies)
        found.append(
            replace(
                group,
                discrepancies=discrepancies,
                status=status,
                summary=summarise(group, members, status),
            )
        )
    return tuple(found)


def _detected(context: GroupContext) -> tuple[Discrepancy, ...]:
    if len(context.claims) < 2:
        return ()
    found = [discrepancy for detect in DETECTORS for discrepancy in detect(context)]
    return tuple(sorted(found, key=lambda d: (-d.confidence, d.kind)))
