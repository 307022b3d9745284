"""A source that one account leaves unnamed, and another describes otherwise or names."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.discrepancies.catalogue import make, merged
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.speakers import (
    are_one_speaker,
    content_words,
    is_person,
    is_unnamed_source,
    without_gender,
)
from reconcile.schema import Claim, Discrepancy, DiscrepancyKind, DiscrepancyRelation, Speaker

JOINED = 0.6
"""Score of a pair from which two descriptions of much the same words are held to be of one source."""


def detect_unnamed_sources(context: GroupContext) -> Iterator[Discrepancy]:
    """How close an unnamed source stands to the matter, or how many there are, where the accounts differ:
    "a former official", "a former senior official"; "a senior official", "senior officials"."""
    found = []
    for left, right in context.body_pairs(JOINED):
        if left.speaker and right.speaker and are_one_speaker(left.speaker, right.speaker):
            ours, theirs = (left, left.speaker), (right, right.speaker)
            if _describe_otherwise(left.speaker, right.speaker):
                reason = "a source that neither names is described otherwise"
                found.append(
                    _discrepancy(context, ours, theirs, _closer(left.speaker, right.speaker), reason)
                )
            elif _names(context, ours, theirs) or _names(context, theirs, ours):
                reason = "only one names the source"
                found.append(_discrepancy(context, ours, theirs, DiscrepancyRelation.PRECISION, reason))
    if found:
        yield merged(found)


def _describe_otherwise(left: Speaker, right: Speaker) -> bool:
    unnamed = is_unnamed_source(left) and is_unnamed_source(right)
    ours, theirs = ([without_gender(w) for w in content_words(one.text)] for one in (left, right))
    return unnamed and ours != theirs


def _closer(left: Speaker, right: Speaker) -> DiscrepancyRelation:
    """One says more where it has more words; else the two only describe otherwise."""
    even = len(content_words(left.text)) == len(content_words(right.text))
    return DiscrepancyRelation.WORDING if even else DiscrepancyRelation.PRECISION


def _names(context: GroupContext, named: tuple[Claim, Speaker], unnamed: tuple[Claim, Speaker]) -> bool:
    """Whether one gives the name of whom the other's article nowhere names ("a spokesman")."""
    source, name = unnamed[0].source, named[1].name
    told = is_person(named[1]) and is_unnamed_source(unnamed[1])
    return told and not context.articles.has_surname(source, name)


def _discrepancy(
    context: GroupContext,
    left: tuple[Claim, Speaker],
    right: tuple[Claim, Speaker],
    relation: DiscrepancyRelation,
    reason: str,
) -> Discrepancy:
    values = [context.value(claim, speaker.span) for claim, speaker in (left, right)]
    return make(DiscrepancyKind.ATTRIBUTION, relation, values, reason, context.group.confidence)
