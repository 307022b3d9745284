"""One-sentence accounts held to make the same statement: what differs between them is the question."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Sequence

from reconcile.claims import extract_claims
from reconcile.discrepancies import find_contradictions, find_discrepancies, find_edits
from reconcile.facets import annotate
from reconcile.models import Models
from reconcile.schema import Claim, ClaimGroup, ClaimPair, Discrepancy, Document
from tests.handmade_claims import document

DAY = dt.date(2031, 3, 5)
LETTERS = "ABCDE"
Compare = Callable[..., ClaimGroup]


def compared(
    models: Models, *texts: str, days: Sequence[dt.date | None] = (), score: float | None = None
) -> ClaimGroup:
    """The group of all claims of ``texts`` (sources A, B, …), published on ``days`` (or at these times) or
    all on one day.

    ``score`` is that of each pair; without it they are held to be joined.
    """
    groups, claims, documents = _aligned(models, *texts, days=days, score=score)
    return find_discrepancies(groups, claims, documents)[0]


def edited(models: Models, *texts: str, days: Sequence[dt.date | None] = ()) -> ClaimGroup:
    """The same, and what their sentences have in one place of a common wording."""
    groups, claims, documents = _aligned(models, *texts, days=days, score=None)
    groups = find_discrepancies(groups, claims, documents)
    return find_edits(groups, claims, documents, models.relations)[0]


def contradicted(models: Models, *texts: str, days: Sequence[dt.date | None] = ()) -> ClaimGroup:
    """The same, and what of it the classifier holds for why the sentences contradict each other."""
    groups, claims, documents = _aligned(models, *texts, days=days, score=None)
    groups = find_discrepancies(groups, claims, documents)
    return find_contradictions(groups, claims, documents, models.relations)[0]


def _aligned(
    models: Models, *texts: str, days: Sequence[dt.date | None], score: float | None
) -> tuple[tuple[ClaimGroup, ...], list[Claim], list[Document]]:
    assert len(texts) <= len(LETTERS)
    published = days or [DAY] * len(texts)
    documents = [
        document(letter, text, day=day, at=day if isinstance(day, dt.datetime) else None)
        for letter, text, day in zip(LETTERS, texts, published, strict=False)
    ]
    claims = [claim for each in documents for claim in claims_of(each, models)]
    pairs = tuple(
        ClaimPair(left=left.id, right=right.id, score=score)
        for left, right in itertools.combinations(claims, 2)
        if score is not None and left.source != right.source
    )
    group = ClaimGroup(id="g1", claims=tuple(claim.id for claim in claims), confidence=0.9, pairs=pairs)
    return (group,), claims, documents


def found(group: ClaimGroup) -> set[tuple[str, str]]:
    """Kind and relation of each discrepancy."""
    return {(d.kind.value, d.relation.value) for d in group.discrepancies}


def of_kind(group: ClaimGroup, kind: str) -> Discrepancy:
    return next(d for d in group.discrepancies if d.kind.value == kind)


def texts_of(discrepancy: Discrepancy) -> list[str]:
    return [value.text for value in discrepancy.values]


def claims_of(each: Document, models: Models) -> tuple[Claim, ...]:
    """The claims of a text with their facets."""
    extraction = extract_claims(each, models.parser)
    return annotate(extraction.claims, extraction.sentences, each)
