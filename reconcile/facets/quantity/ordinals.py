"""Ranks: "the third such test", "his 21st term", "second-largest"; never dates, names or adverbs."""

from __future__ import annotations

import re

from reconcile.facets.quantity.counted import counted_noun, lemma_of
from reconcile.facets.quantity.figure import Figure
from reconcile.facets.quantity.number_words import Numeral
from reconcile.facets.quantity.numerals import read_ordinal
from reconcile.schema import ParsedSentence, Token

_NOT_RANKED = re.compile(
    r"(?:[\s-]+(?:century|centuries|degrees?|lady|ladies|aid|name|place\s+to|minister|amendment|hand|class|of\s+all|world"
    r"|person(?!\s+(?:to|in|who|from)\b)|rate|generation|floor|street|avenue|and\s+foremost|responders?|party|half|quarter|cousin|hour)\b"
    r"|\s+(?:[A-Z]|of\s+[A-Z])|-(?:ever|time|come|year|graders?)\b)"
)
_ADVERB_BEFORE = re.compile(
    r"\b(?:at|when|since|until|from\s+the|once|were|was|he|she|they|it|we|I|who)\s+$", re.IGNORECASE
)
_DETERMINER_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|our|my|your|this|that|s|’s|'s|every|for|each|of)|\w['’])\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_PLACED_BEFORE = re.compile(
    r"\b(?:finish(?:ed|es|ing)?|came|comes?|coming|plac(?:ed|es|ing)|rank(?:ed|s|ing)?)\s+$", re.IGNORECASE
)
_CLOSED_AFTER = re.compile(r"\s*(?:$|[.,;!)](?!\d)|(?:in|at|behind|among|overall|with|on|and)\b)")
_SUPERLATIVE = re.compile(r"[\s-](?:most\b|\w+est\b)", re.IGNORECASE)


def read_rank(text: str, start: int, sentence: ParsedSentence) -> Figure | None:
    """The ordinal that begins at ``start`` and ranks something; None where it does not rank."""
    numeral = read_ordinal(text, start)
    if (
        numeral is None
        or _NOT_RANKED.match(text, numeral.end)
        or _in_the_first_place(text, start, numeral.end)
    ):
        return None
    if (text[start].isupper() and start > 0) or _ADVERB_BEFORE.search(text, max(0, start - 12), start):
        return None
    noun = counted_noun(sentence, sentence.span.start + numeral.end)
    superlative = _SUPERLATIVE.match(text, numeral.end)
    placed = _PLACED_BEFORE.search(text, max(0, start - 16), start) and _CLOSED_AFTER.match(text, numeral.end)
    if placed:
        noun = None
    elif not _ranks_noun(text, start, numeral, noun, superlative):
        return None
    return Figure(
        start=start,
        end=superlative.end() if superlative else numeral.end,
        low=numeral.value,
        high=numeral.value,
        value=numeral.value,
        counted=lemma_of(noun) if noun else None,
        ordinal=True,
    )


def _ranks_noun(
    text: str, start: int, numeral: Numeral, noun: Token | None, superlative: re.Match[str] | None
) -> bool:
    if noun is None or superlative is not None:
        return superlative is not None
    return not numeral.spelt or bool(_DETERMINER_BEFORE.search(text, max(0, start - 24), start))


def _in_the_first_place(text: str, start: int, end: int) -> bool:
    """Whether the ordinal only orders an argument."""
    return text[:start].lower().endswith("in the ") and text[end:].lower().startswith(" place")
