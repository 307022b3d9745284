"""Differences of who is said to have said it, and how strongly."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import make, merged
from reconcile.discrepancies.context import GroupContext
from reconcile.lexicons import mapping, words
from reconcile.schema import Claim, Discrepancy, DiscrepancyKind, DiscrepancyRelation, Speaker

SAME_SPEAKER = 80
"""rapidfuzz token set ratio from which two speakers' names are held to be one."""

SAID = 2
"""The strength of "say" in the lexicon of reporting verbs."""


def detect_attribution(context: GroupContext) -> Iterator[Discrepancy]:
    """Different speakers for the same statement, or one told in weaker words than another.

    A speaker who is left open ("he", nobody resolved) is compared with nobody. All speakers of
    one group that differ make one discrepancy.
    """
    speakers, cues = [], []
    for left, right in context.pairs():
        ours, theirs = left.speaker, right.speaker
        if ours is None or theirs is None:
            continue
        if _same(ours, theirs):
            if _strength(ours) != _strength(theirs):
                cues.append(_cues(context, (left, ours), (right, theirs)))
        elif _is_known(ours) and _is_known(theirs):
            speakers.append(_speakers(context, (left, ours), (right, theirs)))
    yield from (merged(found) for found in (speakers or _unattributed(context), cues) if found)


def _speakers(
    context: GroupContext, left: tuple[Claim, Speaker], right: tuple[Claim, Speaker]
) -> Discrepancy:
    exact = _is_named(left[1]) != _is_named(right[1])
    return make(
        DiscrepancyKind.ATTRIBUTION,
        DiscrepancyRelation.PRECISION if exact else DiscrepancyRelation.WORDING,
        [context.value(claim, speaker.span) for claim, speaker in (left, right)],
        "one names the speaker" if exact else "it is attributed to different speakers",
        context.group.confidence,
    )


def _cues(context: GroupContext, left: tuple[Claim, Speaker], right: tuple[Claim, Speaker]) -> Discrepancy:
    stronger = max((left, right), key=lambda told: _strength(told[1]))
    return make(
        DiscrepancyKind.WORDING,
        DiscrepancyRelation.WORDING,
        [context.value(claim, speaker.cue_span) for claim, speaker in (left, right)],
        f"“{stronger[1].cue}” is the stronger word",
        context.group.confidence,
    )


def _unattributed(context: GroupContext) -> list[Discrepancy]:
    """What one source gives as its own words and another as somebody's; a quotation shows itself."""
    silent = {c.source for c in context.claims} - {c.source for c in context.claims if c.speaker}
    told = [c for c in context.claims if c.speaker and not c.speaker.quoted and _is_known(c.speaker)]
    bare = [claim for claim in context.claims if claim.source in silent]
    return [
        make(
            DiscrepancyKind.ATTRIBUTION,
            DiscrepancyRelation.WORDING,
            [context.value(claim, claim.speaker.span), context.value(other, other.span)],
            f"only {claim.source} says who said it",
            context.group.confidence,
        )
        for claim in told
        if claim.speaker
        for other in bare
    ]


def _same(left: Speaker, right: Speaker) -> bool:
    """Whether the words or the resolved names fit each other in any combination."""
    ours = {left.text.casefold(), left.name.casefold()}
    theirs = {right.text.casefold(), right.name.casefold()}
    return any(fuzz.token_set_ratio(a, b) >= SAME_SPEAKER for a in ours for b in theirs)


def _is_known(speaker: Speaker) -> bool:
    return speaker.resolved is not None or speaker.text.casefold() not in words("pronouns")


def _is_named(speaker: Speaker) -> bool:
    """Whether the words hold a capitalised name after their first word, or were resolved to one."""
    return speaker.resolved is not None or any(word[0].isupper() for word in speaker.text.split()[1:])


def _strength(speaker: Speaker) -> int:
    return int(mapping("reporting_verbs").get(speaker.cue_lemma, SAID))
