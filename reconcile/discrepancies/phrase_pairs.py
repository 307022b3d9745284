"""Which noun phrases of two claims speak of the same thing.

The evidence is that of monolingual word aligners: the head word, and the place of both phrases
in the grammar of their clauses (Sultan, Bethard and Sumner 2014, "Back to basics for
monolingual alignment"). Each phrase is used once, the best pairs first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from reconcile.discrepancies.propositions import COMMON_VERBS
from reconcile.schema import Claim, Phrase, PhraseRole

SAME_WORD = 82
"""rapidfuzz ratio from which two lemmas are spellings or inflections of one word."""

HEAD_WEIGHT = 3.0
"""What the same head counts: more than all other evidence together, which is at most 2.5."""

_COMMON_GOVERNORS = COMMON_VERBS | {"say"}
_LOOSE_ROLES = frozenset({PhraseRole.ROOT, PhraseRole.APPOSITION})


@dataclass(frozen=True, slots=True)
class PhrasePair:
    """A phrase of the left claim and its counterpart in the right; ``weight`` ranks pairs."""

    left: Phrase
    right: Phrase
    weight: float

    @property
    def same_head(self) -> bool:
        return alike(self.left.head, self.right.head)

    @property
    def same_role(self) -> bool:
        """Whether both stand in one grammatical role, after one preposition if any."""
        return _role(self.left) == _role(self.right)

    @property
    def same_governor(self) -> bool:
        """Whether both depend on one telling verb or noun."""
        return self.left.governor == self.right.governor not in _COMMON_GOVERNORS


def pair_phrases(left: Claim, right: Claim) -> tuple[PhrasePair, ...]:
    """Counterparts among the phrases of two claims, in the order of the left one's text.

    Phrases with different heads pair only in the same place: one role under one governor, or
    under the main predicates of both claims.
    """
    chosen: list[PhrasePair] = []
    for pair in sorted(_candidates(left, right), key=lambda pair: -pair.weight):
        if not any(pair.left is other.left or pair.right is other.right for other in chosen):
            chosen.append(pair)
    return tuple(sorted(chosen, key=lambda pair: pair.left.span))


def alike(left: str, right: str) -> bool:
    """Whether two lemmas are one word, spelling and hyphens aside."""
    return left == right or fuzz.ratio(left, right) >= SAME_WORD


def _candidates(left: Claim, right: Claim) -> Iterator[PhrasePair]:
    for ours in left.phrases:
        for theirs in right.phrases:
            same_head = alike(ours.head, theirs.head)
            same_place = _same_place(ours, theirs, left, right)
            if same_head or same_place:
                weight = HEAD_WEIGHT * same_head + same_place + _likeness(ours, theirs)
                yield PhrasePair(ours, theirs, weight)


def _same_place(ours: Phrase, theirs: Phrase, left: Claim, right: Claim) -> bool:
    if _role(ours) != _role(theirs) or ours.role in _LOOSE_ROLES:
        return False
    if ours.governor == theirs.governor:
        return ours.governor not in _COMMON_GOVERNORS
    return ours.governor == left.predicate and theirs.governor == right.predicate


def _likeness(ours: Phrase, theirs: Phrase) -> float:
    """Half a point for the same role and the share of the modifiers that both have."""
    first, second = {*ours.before, *ours.after}, {*theirs.before, *theirs.after}
    shared = len(first & second) / len(first | second) if first | second else 0.0
    return 0.5 * (_role(ours) == _role(theirs)) + shared


def _role(phrase: Phrase) -> tuple[PhraseRole, str]:
    return phrase.role, phrase.preposition
