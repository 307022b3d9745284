"""How much of their words two claims share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz

from reconcile.schema import Claim


class TermWeights:
    """Inverse document frequencies over the claims of one run (Spärck Jones 1972).

    A word that every claim of an event uses says little; a rare one says much.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        frequency = Counter(term for claim in claims for term in set(claim.terms))
        total = len(claims) + 1
        self._weights = {term: math.log(total / (count + 0.5)) for term, count in frequency.items()}

    def weigh(self, terms: set[str]) -> float:
        # Summed in sorted order: set order varies between processes, and so would the last bit.
        return sum(self._weights[term] for term in sorted(terms))

    def containment(self, left: Claim, right: Claim) -> float:
        """Weight of the shared terms over that of the shorter claim's terms, in [0, 1]."""
        ours, theirs = set(left.terms), set(right.terms)
        return _ratio(self.weigh(ours & theirs), min(self.weigh(ours), self.weigh(theirs)))


def wording_similarity(left: Claim, right: Claim) -> float:
    """rapidfuzz's token set ratio of the claims' words, in [0, 1]."""
    return fuzz.token_set_ratio(left.text.casefold(), right.text.casefold()) / 100


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
