"""The same thing under another description, where the difference is likely worth a word."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.counterpart_features import MODEL, measure, new_words
from reconcile.discrepancies.counterparts import (
    Counterparts,
    are_of_two_ranks,
    counterparts,
    same_name,
    says_more,
)
from reconcile.discrepancies.told_before import is_told
from reconcile.schema import (
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    FacetKind,
)

SHOWN = 0.18
"""Probability from which a difference is reported. On events that the weights were not fitted on, findings
of name and wording, those of all detectors together, are then right about every second time."""

CONNECTED = 0.3
"""Score of a pair below which only a third claim holds it together, so that nothing stands for the other."""


def detect_descriptions(context: GroupContext) -> Iterator[Discrepancy]:
    """Phrases that stand in for one another and whose difference the scorer holds to matter.

    Each kind has one relation a group. Headlines shorten and are left out.
    """
    found: dict[DiscrepancyKind, list[Discrepancy]] = {}
    for left, right in context.body_pairs(CONNECTED):
        for pair in counterparts(left, right):
            if _is_told_before(context, pair):
                continue
            if MODEL.probability(measure(pair, context.articles)) >= SHOWN:
                made = _discrepancy(context, pair)
                found.setdefault(made.kind, []).append(made)
    for discrepancies in found.values():
        yield from merged_by_value(discrepancies)


def _is_told_before(context: GroupContext, pair: Counterparts) -> bool:
    """Whether each source describes so elsewhere whom the other one describes here, both by one name."""
    if not (pair.left.phrase.proper and pair.right.phrase.proper and same_name(*pair.ends)):
        return False
    return all(
        is_told(context.articles, other.claim.source, other.phrase.head, word)
        for one, other in (pair.ends, pair.ends[::-1])
        for word in new_words(one, other)
    )


def _discrepancy(context: GroupContext, pair: Counterparts) -> Discrepancy:
    kind = DiscrepancyKind.NAME if _designates(pair) else DiscrepancyKind.WORDING
    fuller = _one_says_more(pair)
    left, right = ((end.claim.source, end.text) for end in pair.ends)
    more = says_more(left, right) or "one says more"
    return make(
        kind,
        DiscrepancyRelation.PRECISION if fuller else DiscrepancyRelation.WORDING,
        [context.value(end.claim, end.span) for end in pair.ends],
        more if fuller else "they describe it differently",
        context.group.confidence,
    )


def _designates(pair: Counterparts) -> bool:
    """Whether the phrases say who or which it is: by a name or as a person."""
    return any(end.phrase.proper or end.is_person or end.facets(FacetKind.NAME) for end in pair.ends)


def _one_says_more(pair: Counterparts) -> bool:
    """Whether one has more words of its own, and these make no other office of it."""
    if are_of_two_ranks(pair.left.text, pair.right.text):
        return False
    return len(new_words(pair.left, pair.right)) != len(new_words(pair.right, pair.left))
