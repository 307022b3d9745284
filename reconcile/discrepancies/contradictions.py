"""Differences that make two sentences contradict each other: conflicts or updates, not wording.

The relation classifier says only that two sentences cannot both be true. Which of the differences between
them is why shows when both are given the same words there: they no longer contradict each other. Such
counterfactual edits are as in Kaushik, Hovy and Lipton (2020), "Learning the Difference that Makes a
Difference with Counterfactually-Augmented Data".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.comparison.dated_words import dates_by_span
from reconcile.discrepancies.catalogue import make
from reconcile.discrepancies.context import GroupContext, contexts_of
from reconcile.discrepancies.differences import Difference, End
from reconcile.discrepancies.exclusion import contradicting, relation_of_exclusive
from reconcile.discrepancies.rewording import Words
from reconcile.discrepancies.speakers import are_one_speaker
from reconcile.discrepancies.status import with_discrepancies
from reconcile.models import RelationClassifier
from reconcile.schema import (
    AnyFacet,
    Claim,
    ClaimGroup,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    Document,
    Span,
)

CONTRADICT = 0.8
"""Probability from which two sentences contradict each other, whichever is read first."""

SETTLED = 0.5
"""The same below which they no longer do."""

JOINED = 0.7
"""Score of a pair from which its claims are one statement."""

_LESSER = frozenset({DiscrepancyRelation.WORDING, DiscrepancyRelation.PRECISION})
_OF_TWO = 2
"""Values of a finding that says of two sources only how they differ."""

Dates = Mapping[tuple[str, Span], Words]
"""The dates of each sentence, by its source and place."""


def find_contradictions(
    groups: Sequence[ClaimGroup],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    classifier: RelationClassifier,
) -> tuple[ClaimGroup, ...]:
    """The groups; where ``classifier`` is sure that two sentences contradict each other, the difference that
    is why is a conflict or an update. Raises ModelError."""
    contexts, dates = contexts_of(groups, claims, documents), _dates(claims)
    suspects = [_Suspect(context, one) for context in contexts for one in _differences(context, dates)]
    probabilities = contradicting([one.difference.texts for one in suspects], classifier)
    sure = [one for one, found in zip(suspects, probabilities, strict=True) if found >= CONTRADICT]
    reasons: dict[str, list[Difference]] = defaultdict(list)
    for suspect in _reasons(sure, classifier):
        reasons[suspect.context.group.id].append(suspect.difference)
    return tuple(_told(context, reasons[context.group.id]) for context in contexts)


@dataclass(frozen=True, slots=True)
class _Suspect:
    context: GroupContext
    difference: Difference

    @property
    def place(self) -> tuple[str, ...]:
        """The group and the two claims."""
        return self.context.group.id, *self.difference.claims


def _dates(claims: Sequence[Claim]) -> Dates:
    facets: dict[tuple[str, Span], list[AnyFacet]] = defaultdict(list)
    for claim in claims:
        facets[claim.source, claim.sentence].extend(claim.facets)
    return {sentence: dates_by_span(found) for sentence, found in facets.items()}


def _differences(context: GroupContext, dates: Dates) -> Iterator[Difference]:
    """The lesser ones between any two claims that are one statement and not already at odds; headlines
    shorten too much."""
    for left, right in context.body_pairs(JOINED):
        between = list(_between(context, left, right, dates))
        at_odds = any(one.finding.relation not in _LESSER for one in between)
        if not at_odds and not _are_of_two_speakers(left, right):
            yield from (one for one in between if _may_be_why(one))


def _between(context: GroupContext, left: Claim, right: Claim, dates: Dates) -> Iterator[Difference]:
    for finding in context.group.discrepancies:
        ours, theirs = (_end(context, claim, finding, dates) for claim in (left, right))
        if ours and theirs and ours.words.casefold() != theirs.words.casefold():
            yield Difference(finding, ours, theirs)


def _end(context: GroupContext, claim: Claim, finding: Discrepancy, dates: Dates) -> End | None:
    text = context.documents[claim.source].text
    of_sentence = dates[claim.source, claim.sentence]
    ends = (End(claim, value, text, of_sentence) for value in finding.values if value.claim == claim.id)
    return next((end for end in ends if claim.span.contains(end.value.span)), None)


def _are_of_two_speakers(left: Claim, right: Claim) -> bool:
    """Whether two people say the two: they contradict each other, the sources that report them need not."""
    ours, theirs = left.speaker, right.speaker
    return ours is not None and theirs is not None and not are_one_speaker(ours, theirs)


def _may_be_why(one: Difference) -> bool:
    """Whether it is of two sources only, not of who speaks, nor of what can be one, and the classifier can
    see what it would be without it: neither end is most of a sentence, nor a verb that negates another
    ("refused to lift" is "upheld")."""
    is_of_two = len(one.finding.values) == _OF_TWO
    is_clear = not any(end.is_most_of_sentence or end.negates_by_verb for end in (one.left, one.right))
    return is_of_two and is_clear and one.finding.kind is not DiscrepancyKind.ATTRIBUTION and not one.fits


def _reasons(suspects: Sequence[_Suspect], classifier: RelationClassifier) -> Iterable[_Suspect]:
    """Of the differences between two claims the one without which they contradict each other least."""
    remaining = contradicting([texts for one in suspects for texts in one.difference.settled], classifier)
    settled = zip(suspects, map(max, remaining[::2], remaining[1::2]), strict=True)
    least: dict[tuple[str, ...], _Suspect] = {}
    for suspect, probability in sorted(settled, key=lambda found: found[1]):
        if probability < SETTLED:
            least.setdefault(suspect.place, suspect)
    return least.values()


def _told(context: GroupContext, reasons: Sequence[Difference]) -> ClaimGroup:
    """The group, with the reasons of contradictions told as such."""
    if not reasons:
        return context.group
    found = {one.id: one for one in context.group.discrepancies}
    found |= {reason.finding.id: _graver(context, reason) for reason in reasons}
    return with_discrepancies(context.group, context.claims, found.values())


def _graver(context: GroupContext, reason: Difference) -> Discrepancy:
    left, right = ((end.claim, end.value.span) for end in (reason.left, reason.right))
    return make(
        reason.finding.kind,
        relation_of_exclusive(context, left, right),
        reason.finding.values,
        "they exclude each other, as the trained classifier reads the sentences",
        context.group.confidence,
    )
