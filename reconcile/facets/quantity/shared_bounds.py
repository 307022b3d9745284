"""Bounds that a verb sets for several figures: "surpassed 3 million cases and 136,000 deaths"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reconcile.facets.quantity.counted import counted_noun, number_word
from reconcile.facets.quantity.figure import Figure
from reconcile.schema import ParsedSentence, Span, Token


def with_shared_bounds(sentence: ParsedSentence, figures: Sequence[Figure]) -> list[Figure]:
    """``figures`` with the lower bound of a verb at every figure that is coordinated with its object."""
    shared = list(figures[:1])
    is_bound = bool(figures) and _is_bound_by_verb(sentence, figures[0])
    for before, figure in pairwise(figures):
        goes_on = is_bound and figure.low == figure.high and _are_coordinated(sentence, before, figure)
        is_bound = goes_on or _is_bound_by_verb(sentence, figure)
        shared.append(replace(figure, high=None) if goes_on else figure)
    return shared


def _is_bound_by_verb(sentence: ParsedSentence, figure: Figure) -> bool:
    first = sentence.span.start + figure.start
    is_open = figure.high is None and figure.low is not None
    return is_open and any(t.start == first and t.pos == "VERB" for t in sentence.tokens)


def _are_coordinated(sentence: ParsedSentence, before: Figure, figure: Figure) -> bool:
    left, right = _head(sentence, before), _head(sentence, figure)
    return left is not None and right is not None and right.dep == "conj" and right.head == left.index


def _head(sentence: ParsedSentence, figure: Figure) -> Token | None:
    """The noun that a figure counts, else its last word."""
    span = Span(figure.start, figure.end).shifted(sentence.span.start)
    return counted_noun(sentence, span.end) or number_word(sentence, span)
