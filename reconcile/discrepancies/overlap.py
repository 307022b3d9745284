"""Findings that only repeat what another detector has found on the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reconcile.schema import Discrepancy


def unreported(made: Iterable[Discrepancy], known: Sequence[Discrepancy]) -> Iterator[Discrepancy]:
    """Those of ``made`` that no known finding already reports in two of their sources."""
    return (one for one in made if not any(_on_same_words(one, other) for other in known))


def _on_same_words(one: Discrepancy, other: Discrepancy) -> bool:
    sources = {
        value.source
        for value in one.values
        for known in other.values
        if known.source == value.source and known.span.overlaps(value.span)
    }
    return len(sources) > 1
