"""Differences of who is said to have said it, and how strongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import listed, make, merged, source_order
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.quoted_words import quoted_words
from reconcile.discrepancies.speakers import are_one_speaker, content_words, is_known, is_named, is_person
from reconcile.lexicons import mapping, words
from reconcile.schema import (
    Claim,
    ClaimRole,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    FacetKind,
    Speaker,
)

SAME_UTTERANCE = 80
"""rapidfuzz ratio from which two quoted claims are held to be one utterance."""

JOINED = 0.7
"""Score of a pair from which its two speakers are held to say one thing; below it, on the shared events and
on unlabelled news, hardly any of their differences was one."""

SURELY_JOINED = 0.8
"""Score of a pair from which two speakers of whom neither is known better than the other are held to
say one thing: two speakers mostly make two statements."""

SAME_STATEMENT = 70
"""rapidfuzz token set ratio from which a claim with a speaker and one without say the same, so that who
said it is what differs; below it, the sources more often tell of two things."""

AN_UTTERANCE = 4
"""Words from which a quotation that two people are given for is one utterance of one of them."""

_OF_THE_MIND = frozenset({"know", "decline", "think", "believe", "fear", "hope"})
"""Verbs that tell what somebody knows or wants, which only that person can have said."""

_SAYING_THAT, _PARTICIPLE = "that", "ing"

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|my|our|me|us)\b")

SAID = 2
"""The strength of "say" in the lexicon of reporting verbs."""


def detect_attribution(context: GroupContext) -> Iterator[Discrepancy]:
    """Different speakers for the same statement, or one told in weaker words than another.

    A speaker who is left open ("he", nobody resolved) is compared with nobody. All speakers of
    one group that differ make one discrepancy.
    """
    quoted: list[Discrepancy] = []
    speakers, cues = [], []
    for left, right in context.pairs(JOINED):
        ours, theirs = left.speaker, right.speaker
        if ours is None or theirs is None:
            continue
        same = are_one_speaker(ours, theirs)
        if same or _one_utterance(left, right):
            if same and _strength(ours) != _strength(theirs):
                cues.append(_cues(context, (left, ours), (right, theirs)))
        elif _quote_one_utterance(context, left, right):
            quoted.append(_quoted_from_two(context, (left, ours), (right, theirs)))
        elif _both_tell(context, left, right):
            speakers.append(_speakers(context, (left, ours), (right, theirs)))
    yield from (merged(found) for found in (quoted, speakers or _unattributed(context), cues) if found)


def _quote_one_utterance(context: GroupContext, left: Claim, right: Claim) -> bool:
    """Whether the same words, too many to be said twice, are quoted from two people, each named right there:
    who "he" is, or who goes on speaking, may be a wrong guess."""
    named = all(_is_named_beside(claim) for claim in (left, right))
    return named and _share_quotation(context, left, right)


def _is_named_beside(claim: Claim) -> bool:
    speaker = claim.speaker
    if speaker is None or not speaker.quoted or not is_person(speaker):
        return False
    inside = claim.span.contains(speaker.span) and claim.span.contains(speaker.cue_span)
    names = claim.facets_of(FacetKind.NAME)
    return inside and any(name.span.overlaps(speaker.span) for name in names)


def _share_quotation(context: GroupContext, left: Claim, right: Claim) -> bool:
    said, heard = (
        {
            tuple(word.compared for word in quoted_words(context.words(claim, quote)))
            for quote in claim.parts.quotes
        }
        for claim in (left, right)
    )
    return any(len(words) >= AN_UTTERANCE for words in said & heard)


def _quoted_from_two(
    context: GroupContext, left: tuple[Claim, Speaker], right: tuple[Claim, Speaker]
) -> Discrepancy:
    return make(
        DiscrepancyKind.ATTRIBUTION,
        DiscrepancyRelation.CONFLICT,
        [context.value(claim, speaker.span) for claim, speaker in (left, right)],
        "the same words are quoted from two people",
        context.group.confidence,
    )


def _both_tell(context: GroupContext, left: Claim, right: Claim) -> bool:
    """Whether two known speakers surely make one statement; a quotation shows itself whose it is."""
    ours, theirs = left.speaker, right.speaker
    if ours is None or theirs is None or ours.quoted or theirs.quoted:
        return False
    exact = is_named(ours) != is_named(theirs)
    return is_known(ours) and is_known(theirs) and (exact or context.joined(left, right, SURELY_JOINED))


def _speakers(
    context: GroupContext, left: tuple[Claim, Speaker], right: tuple[Claim, Speaker]
) -> Discrepancy:
    exact = _may_name(left[1], right[1]) or _may_name(right[1], left[1])
    return make(
        DiscrepancyKind.ATTRIBUTION,
        DiscrepancyRelation.PRECISION if exact else DiscrepancyRelation.WORDING,
        [context.value(claim, speaker.span) for claim, speaker in (left, right)],
        "one names the speaker" if exact else _told_apart(left[1], right[1]),
        context.group.confidence,
    )


def _told_apart(left: Speaker, right: Speaker) -> str:
    """Two people's names are two speakers; descriptions may well be of one."""
    if is_person(left) and is_person(right):
        return "it is attributed to different speakers"
    return "it is attributed in other words, perhaps to another speaker"


def _may_name(named: Speaker, described: Speaker) -> bool:
    """Whether one is a person's name and the other tells only what person it is ("her lawyer").

    The name of a body is no such thing: what "the company" said need not be what Reuters reported.
    """
    person = words("office_nouns", "person_nouns")
    is_described = not is_named(described) and not person.isdisjoint(content_words(described.text))
    return is_person(named) and is_described


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
    """What one source gives as its own words and another as somebody's; a quotation shows itself.

    A sentence that names a speaker elsewhere may well mean all of it.
    """
    spoken = {claim.source for claim in context.claims if claim.speaker}
    told: dict[str, DiscrepancyValue] = {}
    bare: dict[str, DiscrepancyValue] = {}
    for left, right in context.pairs(JOINED):
        for teller, other in ((left, right), (right, left)):
            speaker = teller.speaker
            if speaker is None or speaker.quoted or not is_known(speaker) or other.source in spoken:
                continue
            is_bare = _is_bare(other) and not context.articles.attribute(other)
            if is_bare and _say_one(teller, other) and not _is_of(speaker, other):
                told.setdefault(teller.source, context.value(teller, speaker.span))
                bare.setdefault(other.source, context.value(other, other.span))
    if not told or not bare:
        return []
    values = [value for _, value in sorted((told | bare).items(), key=lambda item: source_order(item[0]))]
    sources = sorted(told, key=source_order)
    reason = f"only {listed(sources)} {'says' if len(told) == 1 else 'say'} who said it"
    kind, relation = DiscrepancyKind.ATTRIBUTION, DiscrepancyRelation.WORDING
    return [make(kind, relation, values, reason, context.group.confidence)]


def _say_one(teller: Claim, other: Claim) -> bool:
    alike = fuzz.token_set_ratio(teller.text.casefold(), other.text.casefold()) >= SAME_STATEMENT
    return alike and _is_stated(teller)


def _is_of(speaker: Speaker, claim: Claim) -> bool:
    """Whether the claim tells of the speaker: what people say that they did, others say of them."""
    return not set(content_words(speaker.name)).isdisjoint(content_words(claim.text))


def _one_utterance(left: Claim, right: Claim) -> bool:
    """Whether both quote the same words, and no two persons are named for them.

    Who wrote the letter, the letter, and the body that sent it are then ways to name one speaker.
    """
    if not (left.speaker and right.speaker and left.speaker.quoted and right.speaker.quoted):
        return False
    same_words = fuzz.token_sort_ratio(left.text.casefold(), right.text.casefold()) >= SAME_UTTERANCE
    return same_words and not (is_person(left.speaker) and is_person(right.speaker))


def _is_stated(claim: Claim) -> bool:
    """Whether it is a statement or what was said, not what a speaker only mentions on the way ("who was
    driving", "forcing her to stay")."""
    first, verb = _first_word(claim), claim.parts.predicate
    hangs = first in words("subordinators") and first != _SAYING_THAT
    is_participle = verb is not None and verb.start == claim.span.start and first.endswith(_PARTICIPLE)
    return not (hangs or is_participle)


def _is_bare(claim: Claim) -> bool:
    """Whether the claim is a statement of the source's own: not quoted, not of saying, no clause that
    hangs on another, which may be part of what somebody said."""
    quoted = bool(claim.parts.quotes) or claim.role is ClaimRole.HEADLINE
    told = claim.predicate in words("reporting_verbs") | _OF_THE_MIND
    mentioned = _first_word(claim) == _SAYING_THAT or not _is_stated(claim)
    return not (mentioned or quoted or told or _FIRST_PERSON.search(claim.text))


def _first_word(claim: Claim) -> str:
    return claim.text.split()[0].casefold()


def _strength(speaker: Speaker) -> int:
    return int(mapping("reporting_verbs").get(speaker.cue_lemma, SAID))
