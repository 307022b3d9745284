"""One figure at a given place of a sentence, read by the first reader that knows the words there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reconcile.facets.quantity.ages import as_age, read_decade
from reconcile.facets.quantity.counted import is_numeral, names_part_of
from reconcile.facets.quantity.figure import Figure
from reconcile.facets.quantity.labels import is_label
from reconcile.facets.quantity.number_words import HUNDRED, SCALES, values_of
from reconcile.facets.quantity.numerals import read_ordinal
from reconcile.facets.quantity.ordinals import read_rank
from reconcile.facets.quantity.ranges import read_range
from reconcile.facets.quantity.shares import as_percent_of, as_share, read_ratio
from reconcile.facets.quantity.suffixes import currency_symbols
from reconcile.facets.quantity.vague import read_vague
from reconcile.lexicons import words
from reconcile.schema import ParsedSentence

_NUMBERS = values_of("digit", "teen", "ten", "part") | HUNDRED | SCALES
_ORDINALS = values_of("ordinal")
_VAGUE = frozenset(phrase.split()[0] for phrase in words("quantity_vague")) - {"a"} | {"most"}
_STARTING = _NUMBERS.keys() | _ORDINALS.keys() | _VAGUE | {"minus", "negative"}
_ARTICLES = frozenset({"a", "an", "the"})
_NUMBER_AHEAD = re.compile(
    rf"\s+(?:(?:vast|large|great|overwhelming)\s+)?(?:{'|'.join(_NUMBERS)}|couple|few|handful|number|pair|majority)\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"(?<!\w)(?:[¼½¾⅐-⅞]|(?P<word>[^\W\d_]+)|[-−–]?[.]?\d|[$€£¥₠-⃀])")
_CODES = frozenset(code for code in currency_symbols() if code.isalpha())
_SIGN_AFTER = re.compile(r"[.\w]{0,3}\s?[$£]")
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude[\s-]+(?:of\s+)?(?:an?\s+)?$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(
    r"[\s-]+magnitude\b|\s+on\s+the\s+(?:open-ended\s+)?Richter\s+scale\b", re.IGNORECASE
)
_TEMPERATURE = re.compile(
    r"\b(?:temperatures?|degrees|celsius|fahrenheit|wind\s?chill|mercury|thermometers?)\b", re.IGNORECASE
)
_STRONGEST = 10
_OPENING = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)


def starts(text: str) -> Iterator[int]:
    """The offsets at which a figure may begin."""
    for match in _TOKEN.finditer(text):
        word = match["word"]
        if word is None or _may_start(text, word, match.end()):
            yield match.start()


def _may_start(text: str, word: str, end: int) -> bool:
    lower = word.lower()
    if lower in _ARTICLES:
        # "A$5m" are Australian dollars, "a $5m deal" are not.
        return text.startswith("A$", end - 1) or _NUMBER_AHEAD.match(text, end) is not None
    return (
        lower in _STARTING or word in _CODES or (len(word) <= 4 and _SIGN_AFTER.match(text, end) is not None)
    )


def read_figure(text: str, start: int, sentence: ParsedSentence) -> Figure | None:
    """The figure that begins at ``start``, without modifiers; None for labels and other words."""
    special = read_decade(text, start) or read_vague(text, start) or read_rank(text, start, sentence)
    if special:
        return special
    figure = read_range(text, start)
    ordinal = read_ordinal(text, start)
    if figure is None or (ordinal is not None and ordinal.end > figure.end):  # "twenty-first century"
        return None
    typed = as_age(text, figure, sentence) or _magnitude(text, figure) or _share(text, figure)
    if typed is None and figure.part and figure.unit is None:
        typed = as_share(text, figure)
        if typed is None:
            return None
    figure = typed or figure
    if is_label(text, figure) or _is_name_or_pronoun(text, figure, sentence):
        return None
    return _opened(text, _as_temperature(text, figure))


def _share(text: str, figure: Figure) -> Figure | None:
    return read_ratio(text, figure) or as_percent_of(text, figure)


def _magnitude(text: str, figure: Figure) -> Figure | None:
    """``figure`` as the strength of an earthquake."""
    if figure.unit is not None or figure.high is None or figure.high > _STRONGEST:
        return None
    after = _MAGNITUDE_AFTER.match(text, figure.end)
    if after:
        return replace(figure, end=after.end(), unit="magnitude")
    before = _MAGNITUDE_BEFORE.search(text, max(0, figure.start - 20), figure.start)
    return replace(figure, unit="magnitude") if before else None


def _as_temperature(text: str, figure: Figure) -> Figure:
    """``figure`` in degrees where a bare number below zero stands in a sentence about temperature."""
    below_zero = figure.unit is None and figure.high is not None and figure.high < 0
    return replace(figure, unit="degree") if below_zero and _TEMPERATURE.search(text) else figure


def _is_name_or_pronoun(text: str, figure: Figure, sentence: ParsedSentence) -> bool:
    if figure.unit is not None or figure.counted is not None:
        return False
    start = sentence.span.start + figure.start
    if text[figure.start].isdigit() and names_part_of(sentence, start):
        return True
    return text[figure.start : figure.end].lower() == "one" and not is_numeral(sentence, start)


def _opened(text: str, figure: Figure) -> Figure:
    """A range with the "between" or "from" before it."""
    if figure.value is not None or figure.unit == "score":
        return figure
    opening = _OPENING.search(text, max(0, figure.start - 12), figure.start)
    return replace(figure, start=opening.start()) if opening else figure
