"""A source that one account leaves unnamed, and another describes otherwise or names."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.discrepancies.catalogue import make, merged
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.speakers import are_one_speaker, content_words, is_person, is_unnamed_source
from reconcile.schema import Claim, Discrepancy, DiscrepancyKind, DiscrepancyRelation, Speaker

JOINED = 0.6
"""Score of a pair from which two descriptions of much the same words are held to be of one source."""


def detect_unnamed_sources(context: GroupContext) -> Iterator[Discrepancy]:
    """How close an unnamed source stands to the matter, or how many there are, where the accounts differ:
    "a former official", "a former senior official"; "a senior official", "senior officials"."""
    found = []
    for left, right in context.body_pairs(JOINED):
        ours, theirs = left.speaker, right.speaker
        if ours and theirs and is_unnamed_source(ours) and is_unnamed_source(theirs):
            differ = content_words(ours.text) != content_words(theirs.text)
            if differ and are_one_speaker(ours, theirs):
                found.append(_discrepancy(context, (left, ours), (right, theirs)))
        elif ours and theirs and (_names(context, left, right) or _names(context, right, left)):
            found.append(_named(context, (left, ours), (right, theirs)))
    if found:
        yield merged(found)


def _names(context: GroupContext, named: Claim, unnamed: Claim) -> bool:
    """Whether one gives the name of whom the other's article nowhere names ("a spokesman")."""
    known, anybody = named.speaker, unnamed.speaker
    if not (known and anybody and is_person(known) and is_unnamed_source(anybody)):
        return False
    surname = known.name.split()[-1].casefold()
    return are_one_speaker(known, anybody) and not context.articles.says(unnamed.source, surname)


def _named(context: GroupContext, left: tuple[Claim, Speaker], right: tuple[Claim, Speaker]) -> Discrepancy:
    return make(
        DiscrepancyKind.ATTRIBUTION,
        DiscrepancyRelation.PRECISION,
        [context.value(claim, speaker.span) for claim, speaker in (left, right)],
        "only one names the source",
        context.group.confidence,
    )


def _discrepancy(
    context: GroupContext, left: tuple[Claim, Speaker], right: tuple[Claim, Speaker]
) -> Discrepancy:
    lengths = {len(content_words(speaker.text)) for _, speaker in (left, right)}
    return make(
        DiscrepancyKind.ATTRIBUTION,
        DiscrepancyRelation.PRECISION if len(lengths) > 1 else DiscrepancyRelation.WORDING,
        [context.value(claim, speaker.span) for claim, speaker in (left, right)],
        "a source that neither names is described otherwise",
        context.group.confidence,
    )
