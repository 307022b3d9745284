"""Differences of who is said to have said it, and how strongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import listed, make, merged, source_order
from reconcile.discrepancies.context import GroupContext
from reconcile.lexicons import mapping, words
from reconcile.schema import Claim, Discrepancy, DiscrepancyKind, DiscrepancyRelation, Speaker

SAME_WORD = 76
"""rapidfuzz ratio from which two words of speakers' names are spellings of one."""

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
    spoken = {claim.source for claim in context.claims if claim.speaker}
    told = {
        claim.source: context.value(claim, claim.speaker.span)
        for claim in reversed(context.claims)
        if claim.speaker and not claim.speaker.quoted and _is_known(claim.speaker)
    }
    bare = {
        claim.source: context.value(claim, claim.span)
        for claim in reversed(context.claims)
        if claim.source not in spoken
    }
    if not told or not bare:
        return []
    values = [value for _, value in sorted((told | bare).items(), key=lambda item: source_order(item[0]))]
    sources = sorted(told, key=source_order)
    reason = f"only {listed(sources)} {'says' if len(told) == 1 else 'say'} who said it"
    kind, relation = DiscrepancyKind.ATTRIBUTION, DiscrepancyRelation.WORDING
    return [make(kind, relation, values, reason, context.group.confidence)]


def _same(left: Speaker, right: Speaker) -> bool:
    """Whether the words or the resolved names fit each other in any combination."""
    ours, theirs = {left.text, left.name}, {right.text, right.name}
    return any(_fits(_content(a), _content(b)) for a in ours for b in theirs)


def _fits(left: list[str], right: list[str]) -> bool:
    """Whether the longer holds every word of the shorter, spelling aside ("Mr. Lee", "Ann Lee" and "Lee").

    One word that both have is not enough: two ministers are two people.
    """
    shorter, longer = sorted((left, right), key=len)
    return bool(shorter) and all(
        any(fuzz.ratio(word, other) >= SAME_WORD for other in longer) for word in shorter
    )


def _content(name: str) -> list[str]:
    found = re.findall(r"\w+", name.casefold().replace("’s", "").replace("'s", ""))
    return [word for word in found if word not in words("function_words_en")]


def _is_known(speaker: Speaker) -> bool:
    return speaker.resolved is not None or speaker.text.casefold() not in words("pronouns")


def _is_named(speaker: Speaker) -> bool:
    """Whether it was resolved to a name, or a capitalised word is none of an office or a person."""
    common = words("function_words_en") | words("office_nouns") | words("person_nouns")
    return speaker.resolved is not None or any(
        word[0].isupper()
        and word.casefold() not in common
        and word.casefold().removesuffix("s") not in common
        for word in re.findall(r"\w+", speaker.text)
    )


def _strength(speaker: Speaker) -> int:
    return int(mapping("reporting_verbs").get(speaker.cue_lemma, SAID))
