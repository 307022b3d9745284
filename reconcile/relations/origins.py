"""Groups whose sources all have one text, whole or in the passage in question: many copies are one source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reconcile.relations.republication import by_publication
from reconcile.relations.shared_passages import SharedPassage, shared_passages
from reconcile.schema import Claim, ClaimGroup, Document, Span

COPIED_SHARE = 0.9
"""Share of a claim that a shared passage must cover: its last mark may lie outside."""


def trace_origins(
    groups: Sequence[ClaimGroup], claims: Sequence[Claim], documents: Sequence[Document]
) -> tuple[ClaimGroup, ...]:
    """The groups with their one origin, where all their sources carry one text.

    They do where their texts are copies of one, or where each states the claim in a passage that it
    shares nearly word for word with the earliest of them.
    """
    ordered = [documents[number].source.id for number in by_publication(documents)]
    copied_from = {d.source.id: d.source.republishes or d.source.id for d in documents}
    passages = _Passages(documents, claims)
    claim_of = {claim.id: claim for claim in claims}
    return tuple(
        replace(group, origin=_origin([claim_of[c] for c in group.claims], ordered, copied_from, passages))
        for group in groups
    )


def _origin(
    claims: Sequence[Claim], ordered: Sequence[str], copied_from: Mapping[str, str], passages: _Passages
) -> str | None:
    sources = [source for source in ordered if any(claim.source == source for claim in claims)]
    if len(sources) < 2:
        return None
    origins = {copied_from[source] for source in sources}
    if len(origins) == 1:
        return origins.pop()
    first, *others = sources
    original = [claim for claim in claims if claim.source == first]
    copied = (claim for claim in claims if claim.source in others)
    return first if all(passages.copied(claim, original) for claim in copied) else None


class _Passages:
    """The passages that two texts share, found when first asked for."""

    def __init__(self, documents: Sequence[Document], claims: Sequence[Claim]) -> None:
        self._document_of = {document.source.id: document for document in documents}
        self._quoted: dict[str, list[Span]] = {document.source.id: [] for document in documents}
        for claim in claims:
            if claim.speaker and claim.speaker.quoted:
                self._quoted[claim.source].append(claim.span)
        self._found: dict[tuple[str, str], tuple[SharedPassage, ...]] = {}

    def copied(self, claim: Claim, originals: Sequence[Claim]) -> bool:
        """Whether the claim stands in a passage that holds one of ``originals`` in their source."""
        return any(
            _covers(passage.right, claim.span) and any(_covers(passage.left, o.span) for o in originals)
            for passage in self._shared(originals[0].source, claim.source)
        )

    def _shared(self, earlier: str, later: str) -> tuple[SharedPassage, ...]:
        if (earlier, later) not in self._found:
            texts = self._document_of[earlier], self._document_of[later]
            self._found[earlier, later] = shared_passages(*texts, self._quoted[later])
        return self._found[earlier, later]


def _covers(passage: Span, claim: Span) -> bool:
    return passage.shared(claim) >= COPIED_SHARE * len(claim)
