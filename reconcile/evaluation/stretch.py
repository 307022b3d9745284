"""A stretch of one source's text, and when two stretches are the same claim or value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from reconcile.schema import Claim, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of a source. ``source`` is the stem of its file, by which gold names it."""

    source: str
    span: Span
    text: str

    def touches(self, other: Stretch) -> bool:
        """Whether the two share at least one character."""
        return self.source == other.source and self.span.overlaps(other.span)

    def matches(self, other: Stretch) -> bool:
        """Whether they share half of the shorter and a fifth of their union.

        So a claim that swallows a paragraph matches nothing in it.
        """
        shared = self.shared(other)
        shorter = min(len(self.span), len(other.span))
        union = len(self.span) + len(other.span) - shared
        return shared > 0 and 2 * shared >= shorter and 5 * shared >= union

    def shared(self, other: Stretch) -> int:
        """The number of characters that both hold."""
        return self.span.shared(other.span) if self.source == other.source else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimStretch(Stretch):
    """The stretch that a claim of a report stands on."""

    claim: Claim


AnyStretch = TypeVar("AnyStretch", bound=Stretch)


def pairs_across(stretches: Iterable[AnyStretch]) -> Iterator[tuple[AnyStretch, AnyStretch]]:
    """Every two stretches of different sources, the one of the earlier source first."""
    for one, other in combinations(stretches, 2):
        if one.source != other.source:
            yield (one, other) if one.source < other.source else (other, one)
