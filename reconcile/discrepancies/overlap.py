"""Findings that only repeat what another detector has found on the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reconcile.discrepancies.counterparts import letters
from reconcile.schema import Discrepancy, DiscrepancyValue

SameWords = Callable[[DiscrepancyValue, DiscrepancyValue], bool]
"""Whether two values of one source are the same words."""


def on_same_place(one: DiscrepancyValue, other: DiscrepancyValue) -> bool:
    return one.span.overlaps(other.span)


def told_anywhere(one: DiscrepancyValue, other: DiscrepancyValue) -> bool:
    """Also where the source says them once more, as a headline and a teaser do."""
    return on_same_place(one, other) or letters(one.text) == letters(other.text)


def unreported(
    made: Iterable[Discrepancy], known: Sequence[Discrepancy], same: SameWords = on_same_place
) -> Iterator[Discrepancy]:
    """Those of ``made`` that no known finding already reports in two of their sources."""
    return (one for one in made if not any(on_same_words(one, other, same) for other in known))


def on_same_words(one: Discrepancy, other: Discrepancy, same: SameWords = on_same_place) -> bool:
    """Whether both speak of the same words in two of their sources."""
    sources = {
        value.source
        for value in one.values
        for known in other.values
        if known.source == value.source and same(known, value)
    }
    return len(sources) > 1
