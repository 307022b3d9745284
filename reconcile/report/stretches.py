"""Spans of a text that overlap or touch, taken together."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.schema import Span


def joined(spans: Iterable[Span]) -> list[Span]:
    """The stretches that ``spans`` cover together, in the order of the text and apart."""
    stretches: list[Span] = []
    for span in sorted(spans):
        if stretches and span.start <= stretches[-1].end:
            stretches[-1] = Span(stretches[-1].start, max(stretches[-1].end, span.end))
        else:
            stretches.append(span)
    return stretches
