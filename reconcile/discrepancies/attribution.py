"""Differences of who is said to have said it, and how strongly."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import make
from reconcile.discrepancies.context import GroupContext
from reconcile.lexicons import mapping
from reconcile.schema import Claim, Discrepancy, DiscrepancyKind, DiscrepancyRelation, Speaker

SAME_SPEAKER = 80
"""rapidfuzz token set ratio from which two speakers' names are held to be one."""


def detect_attribution(context: GroupContext) -> Iterator[Discrepancy]:
    """Different speakers for the same statement, or one told in weaker words than another."""
    for left, right in context.pairs():
        if left.speaker is None or right.speaker is None:
            continue
        if not _same(left.speaker, right.speaker):
            yield _speakers(context, left, right)
        elif _strength(left.speaker) != _strength(right.speaker):
            yield _cues(context, left, right)


def _speakers(context: GroupContext, left: Claim, right: Claim) -> Discrepancy:
    ours, theirs = _of(left), _of(right)
    named = _is_named(ours), _is_named(theirs)
    exact = named[0] != named[1]
    relation = DiscrepancyRelation.PRECISION if exact else DiscrepancyRelation.WORDING
    reason = "one names the speaker" if exact else "it is attributed to different speakers"
    values = [context.value(left, ours.span), context.value(right, theirs.span)]
    return make(DiscrepancyKind.ATTRIBUTION, relation, values, reason, context.group.confidence)


def _cues(context: GroupContext, left: Claim, right: Claim) -> Discrepancy:
    stronger = max((left, right), key=lambda claim: _strength(_of(claim)))
    values = [context.value(left, _of(left).cue_span), context.value(right, _of(right).cue_span)]
    return make(
        DiscrepancyKind.WORDING,
        DiscrepancyRelation.WORDING,
        values,
        f"{stronger.source}'s verb is the stronger",
        context.group.confidence,
    )


def _of(claim: Claim) -> Speaker:
    if claim.speaker is None:
        raise ValueError(f"{claim.id} has no speaker")
    return claim.speaker


def _same(left: Speaker, right: Speaker) -> bool:
    return fuzz.token_set_ratio(left.name.casefold(), right.name.casefold()) >= SAME_SPEAKER


def _is_named(speaker: Speaker) -> bool:
    """Whether the words hold a capitalised name after their first word, or were resolved to one."""
    return speaker.resolved is not None or any(word[0].isupper() for word in speaker.text.split()[1:])


def _strength(speaker: Speaker) -> int:
    return int(mapping("reporting_verbs").get(speaker.cue_lemma, "2"))
