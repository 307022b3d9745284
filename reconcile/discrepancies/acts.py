"""Which of the acts that a claim tells of a time in it dates."""

from __future__ import annotations

from reconcile.discrepancies.phrase_pairs import alike
from reconcile.discrepancies.propositions import are_one_verb, verb_of
from reconcile.schema import Claim, PhraseRole, Proposition, Span

_COUNTING = frozenset({"", "ago", "back", "before", "after", "earlier", "later"})
"""Governors of a length of time that make a date of it ("two weeks ago") and are no act."""


def date_one_act(left: tuple[Claim, Span], right: tuple[Claim, Span]) -> bool:
    """Whether the times at the two places are said of the same act; so too where a claim tells of none.

    Claims of one group make one statement, so that their main verbs are held to tell of one act. Times
    of two different nouns ("Thursday's announcement", "the decision in June") date two things.
    """
    nouns = dated_noun(*left), dated_noun(*right)
    if nouns[0] and nouns[1] and not alike(*nouns):
        return False
    ours, theirs = dated_act(*left), dated_act(*right)
    main = left[0].predicate, right[0].predicate
    return ours is None or theirs is None or (ours, theirs) == main or are_one_verb(ours, theirs)


def dated_noun(claim: Claim, time: Span) -> str:
    """The noun (lemma) that a time describes; empty where it describes none but its own ("the morning of
    5 May")."""
    start, end = time.start - claim.span.start, time.end - claim.span.start
    own = claim.text[start:end].casefold().split()
    for phrase in claim.phrases:
        if phrase.core.contains(time) and time.end < phrase.core.end:
            return phrase.head
        if phrase.role is PhraseRole.MODIFIER and phrase.core.overlaps(time) and phrase.governor not in own:
            return phrase.governor
    return ""


def dated_act(claim: Claim, time: Span) -> str | None:
    """The verb (lemma) that a time is said of, None where the claim has no verb.

    That is the verb that the phrase of the time depends on; an adverb, or a time that some noun
    governs, belongs to the nearest verb.
    """
    governors = [
        phrase.governor
        for phrase in claim.phrases
        if phrase.role is PhraseRole.OBLIQUE
        and phrase.core.overlaps(time)
        and phrase.governor not in _COUNTING
    ]
    if governors:
        return governors[0]
    nearest = min(claim.propositions, key=lambda one: _distance(one, time), default=None)
    return verb_of(nearest) if nearest else None


def _distance(proposition: Proposition, time: Span) -> int:
    return max(proposition.span.start - time.end, time.start - proposition.span.end)
