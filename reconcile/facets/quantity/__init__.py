"""Quantities in a sentence: counts, money, percentages, measures, ages, ranks and scores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reconcile.comparison.units import money_of
from reconcile.facets.quantity.ages import AGE
from reconcile.facets.quantity.bearers import bearer_of
from reconcile.facets.quantity.counted import counted_noun, lemma_of, number_word, within_reach
from reconcile.facets.quantity.figure import Figure
from reconcile.facets.quantity.modifiers import modified
from reconcile.facets.quantity.reading import read_figure, starts
from reconcile.facets.quantity.shared_bounds import with_shared_bounds
from reconcile.facets.quantity.states import state_of
from reconcile.facets.quantity.suffixes import read_count_rate
from reconcile.facets.quantity.totals import total_of
from reconcile.schema import ParsedSentence, QuantityFacet, Span, Token

__all__ = ["find_quantities"]

_LINK = re.compile(r"\s*,?\s*(?:and|but)\s+|\s*,\s*")
_DOLLARS = "USD"
_DOLLAR_OF_SOME_COUNTRY = "dollar"
_PER = " per "
_LARGEST = 308
"""The power of ten of the largest figure that is one: that of the largest number of IEEE 754 doubles."""
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
        if figure is None or not _is_countable(figure) or _is_taken(figure, sentence.span.start, taken):
            continue
        figure = _within(modified(words, figure, _particles(sentence)), covered, figure)
        figure = _other_dollars(words, figures[-1] if figures else None, figure)
        covered = figure.end
        figures.append(figure)
    figures = with_shared_bounds(sentence, _closed(words, figures))
    limits = [*(figure.start for figure in figures[1:]), len(words)][: len(figures)]
    return tuple(
        _facet(words, figure, limit, sentence) for figure, limit in zip(figures, limits, strict=True)
    )


def _is_countable(figure: Figure) -> bool:
    """Whether it is small enough to be reckoned with: "1e1000000" counts nothing."""
    bounds = (bound for bound in (figure.low, figure.high) if bound is not None)
    return all(bound.adjusted() <= _LARGEST for bound in bounds)


def _is_taken(figure: Figure, offset: int, taken: Sequence[Span]) -> bool:
    span = Span(figure.start + offset, figure.end + offset)
    if figure.counted == AGE:
        return False
    # The "US" of "$US1 million" may be taken for a place, "an hour" of a speed for a time.
    holds = money_of(figure.unit) is not None or _PER in (figure.unit or "")
    return any(span.overlaps(other) and not (holds and _strictly_inside(other, span)) for other in taken)


def _strictly_inside(inner: Span, outer: Span) -> bool:
    return outer.contains(inner) and inner != outer


def _other_dollars(words: str, before: Figure | None, figure: Figure) -> Figure:
    """``figure`` in dollars of an unnamed country where it restates US dollars: "US$1m ($1.5m)"."""
    if before is None or before.unit != _DOLLARS or figure.unit != _DOLLARS or before.low == figure.low:
        return figure
    named = "US" in words[before.start : before.end].upper().replace(".", "")
    restated = words[before.end : figure.start].strip() == "(" and words[figure.start] == "$"
    bare = not words[figure.start : figure.end].upper().startswith("$US")
    return replace(figure, unit=_DOLLAR_OF_SOME_COUNTRY) if named and restated and bare else figure


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
    bare = Span(figure.start + offset, figure.end + offset)
    noun = counted_noun(sentence, bare.end) if _counts(figure) else None
    figure = read_count_rate(words, _with_counted(figure, noun, sentence, limit), limit)
    if (
        noun is None
        and figure.unit is None
        and not figure.ordinal
        and (number := number_word(sentence, bare))
    ):
        noun = total_of(sentence, number)
        figure = replace(figure, counted=_total_noun(noun)) if noun else figure
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
        state=_state(sentence, figure, noun, bare),
        bearer=bearer_of(sentence, bare.start, bare.end) if figure.counted == AGE else None,
    )


def _total_noun(noun: Token) -> str:
    """What a total counts; a toll is of people."""
    return "people" if noun.lemma.lower() == "toll" else lemma_of(noun)


def _counts(figure: Figure) -> bool:
    return figure.unit is None or figure.unit in _COUNTING_UNITS


def _state(sentence: ParsedSentence, figure: Figure, noun: Token | None, bare: Span) -> str | None:
    """What befell those counted; of a number without a noun, the number's own place in the parse tells."""
    if figure.unit is not None or figure.ordinal:
        return None
    token = noun or number_word(sentence, bare)
    return state_of(sentence, token) if token else None


def _with_counted(figure: Figure, noun: Token | None, sentence: ParsedSentence, limit: int) -> Figure:
    """``figure`` with the noun it counts; a plain count's span goes on to a noun close behind,
    but not past ``limit``, where the next figure begins."""
    if noun is None:
        return figure
    start = sentence.span.start + figure.end
    figure = replace(figure, counted=lemma_of(noun))
    end = noun.end - sentence.span.start
    near = figure.unit is None and within_reach(sentence, start, noun)
    return replace(figure, end=end) if near and end <= limit else figure
