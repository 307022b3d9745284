"""Statements of which only one can be true, as the relation classifier says, and how they are told."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.sentence_versions import WORD
from reconcile.models import RelationClassifier
from reconcile.models.relation_classifier import CONTRADICTION
from reconcile.schema import Certainty, Claim, DiscrepancyRelation, Span

_STILL_OPEN = frozenset({"is", "are", "has", "have", "now", "will", "currently", "still"})
"""Words of what is so when it is written, and may be otherwise a day later."""
_NEAR = 6
"""Words before a difference among which such a word bears on it."""


def contradicting(texts: Sequence[tuple[str, str]], classifier: RelationClassifier) -> list[float]:
    """How probable it is that each two contradict each other, read in the order in which that is less so.
    Raises ModelError."""
    if not texts:
        return []
    forward = classifier.judge(texts)[:, CONTRADICTION]
    backward = classifier.judge([(right, left) for left, right in texts])[:, CONTRADICTION]
    return [float(min(pair)) for pair in zip(forward, backward, strict=True)]


def relation_of_exclusive(
    context: GroupContext, left: tuple[Claim, Span], right: tuple[Claim, Span]
) -> DiscrepancyRelation:
    """Conflict; what was planned, or was so when it was written, may have changed until a later day: an
    update."""
    ordered = context.by_publication(left, right)
    if ordered is None:
        return DiscrepancyRelation.CONFLICT
    earlier, span = ordered[0]
    before = WORD.findall(earlier.text[: span.start - earlier.span.start])[-_NEAR:]
    told = (word.casefold() for word in (*before, *WORD.findall(context.words(earlier, span))))
    is_open = not _STILL_OPEN.isdisjoint(told) or earlier.certainty is Certainty.PLANNED
    return DiscrepancyRelation.UPDATE if is_open else DiscrepancyRelation.CONFLICT
