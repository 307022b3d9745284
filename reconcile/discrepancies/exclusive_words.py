"""Words of which only one can be true in one place of one statement."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from reconcile.lexicons import alternatives


def are_exclusive(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the lexicon has the two, in lower case, as words of which only one can be true."""
    return " ".join(right) in alternatives("exclusive_words").get(" ".join(left), frozenset())


def differ_exclusively(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether all that they differ in are two such words."""
    return are_exclusive(_own(left, right), _own(right, left))


def hold_exclusive(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether each has a word that the other lacks, and only one of the two can be true ("35 km north of",
    "35 kilometres south of")."""
    pairs = product(_own(left, right), _own(right, left))
    return any(are_exclusive([one], [other]) for one, other in pairs)


def _own(words: Sequence[str], others: Sequence[str]) -> list[str]:
    return [word for word in words if word not in others]
