"""Quantities in a sentence: counts, money, percentages, measures, ages, ranks and scores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reconcile.facets.quantity.ages import AGE
from reconcile.facets.quantity.counted import counted_noun, lemma_of, within_reach
from reconcile.facets.quantity.figure import Figure
from reconcile.facets.quantity.modifiers import modified
from reconcile.facets.quantity.reading import read_figure, starts
from reconcile.schema import ParsedSentence, QuantityFacet, Span

__all__ = ["find_quantities"]

_LINK = re.compile(r"\s*,?\s*(?:and|but)\s+|\s*,\s*")
_COUNTING_UNITS = frozenset({"percent"})


def find_quantities(sentence: ParsedSentence, text: str, taken: Sequence[Span]) -> tuple[QuantityFacet, ...]:
    """The quantities of ``sentence``, in order and without overlap; ``text`` is the whole document.

    ``taken`` are the stretches of names and expressions of time, whose numbers are none; an age
    ("34-year-old") is a quantity all the same.
    """
    words = sentence.span.of(text)
    figures: list[Figure] = []
    covered = 0
    for start in starts(words):
        figure = read_figure(words, start, sentence) if start >= covered else None
        if figure is None or _is_taken(figure, sentence.span.start, taken):
            continue
        figure = _within(modified(words, figure, _particles(sentence)), covered, figure)
        covered = figure.end
        figures.append(figure)
    figures = _closed(words, figures)
    limits = [*(figure.start for figure in figures[1:]), len(words)][: len(figures)]
    return tuple(
        _facet(words, figure, limit, sentence) for figure, limit in zip(figures, limits, strict=True)
    )


def _is_taken(figure: Figure, offset: int, taken: Sequence[Span]) -> bool:
    span = Span(figure.start + offset, figure.end + offset)
    return figure.counted != AGE and any(span.overlaps(other) for other in taken)


def _particles(sentence: ParsedSentence) -> frozenset[int]:
    """Where particles of verbs ("took over") and the "over" of a period stand, as offsets of the sentence."""
    particles = (
        t for t in sentence.tokens if t.dep == "prt" or (t.dep == "prep" and t.text.lower() == "over")
    )
    return frozenset(t.start - sentence.span.start for t in particles)


def _within(grown: Figure, covered: int, bare: Figure) -> Figure:
    """``grown`` unless its modifier belongs to the figure before."""
    return bare if grown.start < covered else grown


def _closed(words: str, figures: list[Figure]) -> list[Figure]:
    """``figures`` with "more than 10 and less than 20" as one range."""
    closed: list[Figure] = []
    for figure in figures:
        before = closed[-1] if closed else None
        joined = _between(words, before, figure) if before else None
        if joined:
            closed[-1] = joined
        else:
            closed.append(figure)
    return closed


def _between(words: str, left: Figure, right: Figure) -> Figure | None:
    if left.unit != right.unit or not _LINK.fullmatch(words, left.end, right.start):
        return None
    if (left.high, right.low) == (None, None):
        low, high = left.low, right.high
    elif (left.low, right.high) == (None, None):
        low, high = right.low, left.high
    else:
        return None
    if low is None or high is None or low >= high:
        return None
    return replace(left, end=right.end, low=low, high=high, value=None)


def _facet(words: str, figure: Figure, limit: int, sentence: ParsedSentence) -> QuantityFacet:
    offset = sentence.span.start
    figure = _with_counted(figure, sentence, limit)
    return QuantityFacet(
        span=Span(figure.start + offset, figure.end + offset),
        text=words[figure.start : figure.end],
        low=figure.low,
        high=figure.high,
        figure=figure.value,
        unit=figure.unit,
        counted=figure.counted,
        approximate=figure.approximate,
        ordinal=figure.ordinal,
    )


def _with_counted(figure: Figure, sentence: ParsedSentence, limit: int) -> Figure:
    """``figure`` with the noun it counts; a plain count's span goes on to a noun close behind,
    but not past ``limit``, where the next figure begins."""
    counts = figure.unit is None or figure.unit in _COUNTING_UNITS
    noun = counted_noun(sentence, sentence.span.start + figure.end) if counts else None
    if noun is None:
        return figure
    figure = replace(figure, counted=lemma_of(noun))
    end = noun.end - sentence.span.start
    near = figure.unit is None and within_reach(sentence, sentence.span.start + figure.end, noun)
    return replace(figure, end=end) if near and end <= limit else figure
