"""One number with its sign, currency, scale and unit: "$2.5bn", "minus 17 degrees", "5 ft 2 in"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from reconcile.comparison.units import dimension, units
from reconcile.facets.quantity.figure import Figure
from reconcile.facets.quantity.number_words import Numeral, scale_after
from reconcile.facets.quantity.numerals import read_numeral
from reconcile.facets.quantity.suffixes import Suffix, currency_of, currency_symbols, read_rate, read_suffix


def _spaced(sign: str) -> str:
    """The expression for a symbol in which space may stand before a final "$" or "£" ("C $ 5")."""
    # "it's $5" is no amount of Singapore dollars.
    if sign == "S$":
        return re.escape(sign)
    return re.sub(r"(?<=[A-Za-z.])(\\[$]|£)$", r"\\s?\1", re.escape(sign))


CURRENCY = "|".join(_spaced(sign) for sign in sorted(currency_symbols(), key=len, reverse=True))
"""Regular expression of the symbols and codes that may stand before an amount."""

_PREFIX = re.compile(rf"(?:{CURRENCY})\s?(?=[-−.\d])", re.IGNORECASE)
_SIGN = re.compile(r"[-−–]\s?(?=[.\d])|(?:minus|negative)[\s-]+", re.IGNORECASE)
_POWERS = {"k": 3, "m": 6, "mm": 6, "mn": 6, "mln": 6, "mil": 6, "mio": 6, "b": 9, "bn": 9, "bln": 9}
_POWERS |= {"t": 12, "tn": 12, "tln": 12, "trn": 12}
_ABBREVIATION = re.compile(
    r"(?P<gap>[\s-]?)(?P<scale>bn|bln|mn|mln|mil|mio|tn|trn|tln|mm|k|b|m|t)(?![A-Za-z²³/\d])", re.IGNORECASE
)
_COUNTED_AHEAD = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:people|children|men|women|(?!met(?:re|er)s\b|yards\b|hurdles\b)[a-z]+[^su\W]s)\b"
)
_GAP_AFTER_PART = re.compile(r"(?:\s+of)?\s+an?(?=\s)|\s+of(?=\s+one\s)", re.IGNORECASE)
_LESSER = re.compile(r"\s*(?:and\s+)?(?=[\da-z])", re.IGNORECASE)
_INCHES = re.compile(r"\s*(?:and\s+)?(?P<inches>\d{1,2}(?:\.\d+)?)\s?(?:in\b|ins\b|[\"″])", re.IGNORECASE)
_CLOSED_AFTER = re.compile(r"\s*(?:$|[.;)](?!\d))")
_PIECEMEAL = frozenset({"length", "mass", "time", "volume"})


def read_amount(text: str, start: int, *, joins_and: bool = True) -> Figure | None:
    """The amount that begins at ``start`` with a currency, sign, digit or number word."""
    prefix = _PREFIX.match(text, start)
    cursor = prefix.end() if prefix else start
    sign = _SIGN.match(text, cursor)
    cursor = sign.end() if sign else cursor
    numeral = read_numeral(text, cursor, joins_and=joins_and) if cursor < len(text) else None
    if numeral is None:
        return None
    value = -numeral.value if sign else numeral.value
    figure = Figure(
        start=start,
        end=numeral.end,
        low=value,
        high=value,
        value=value,
        scale=numeral.scale,
        spelt=numeral.spelt,
        part=numeral.part,
    )
    currency = currency_of(prefix.group()) if prefix else None
    figure = _with_unit(text, _abbreviated(text, figure, currency), currency)
    return None if _inside_word(text, figure.end) else figure


def multiplied(figure: Figure, factor: Decimal) -> Figure:
    """``figure`` with bounds times ``factor``; what is written stays."""
    return replace(figure, low=_times(figure.low, factor), high=_times(figure.high, factor))


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else value * factor


def _inside_word(text: str, end: int) -> bool:
    """Whether a word goes on across ``end`` ("737s", "4x4")."""
    return end < len(text) and text[end].isalnum() and text[end - 1].isalnum()


def _abbreviated(text: str, figure: Figure, currency: str | None) -> Figure:
    """``figure`` times the abbreviated scale behind it ("bn", "m", "k"), where that is one."""
    match = None if figure.spelt or figure.value is None else _ABBREVIATION.match(text, figure.end)
    if match is None or figure.value is None or not _is_scale(text, match, currency):
        return figure
    factor = Decimal(10) ** _POWERS[match["scale"].lower()]
    scaled = multiplied(figure, factor)
    return replace(scaled, end=match.end(), value=figure.value * factor, scale=factor)


def _is_scale(text: str, match: re.Match[str], currency: str | None) -> bool:
    """Whether an abbreviation multiplies: "m" is a million of money or of many things, else a metre."""
    scale = match["scale"]
    if scale.lower() == "mm":
        return currency is not None
    if len(scale) > 1:
        return True
    if match["gap"]:
        return scale == "m" and (bool(currency) or _many_follow(text, match.end()))
    if scale in "mM":
        return scale == "M" or bool(currency) or _many_follow(text, match.end())
    return scale in "kKbB" or (scale in "tT" and currency is not None)


def _many_follow(text: str, start: int) -> bool:
    return _COUNTED_AHEAD.match(text, start) is not None


def _with_unit(text: str, figure: Figure, currency: str | None) -> Figure:
    suffix = _suffix(text, figure)
    if currency is not None:
        repeated = suffix is not None and dimension(suffix.unit) == "money"
        end = suffix.end if suffix and repeated else figure.end
        unit = suffix.unit if suffix and repeated and currency == "USD" else currency
        suffix = Suffix(end=end, unit=unit)
    if suffix is None:
        return figure
    figure = multiplied(replace(figure, end=suffix.end, unit=suffix.unit), suffix.factor)
    if suffix.factor >= 1000:  # "30 MUSD": the scale is part of the number
        figure = replace(figure, value=figure.low, scale=suffix.factor)
    figure = _with_lesser(text, _scaled_behind(text, figure))
    rated = read_rate(text, replace(suffix, end=figure.end))
    return replace(figure, end=rated.end, unit=rated.unit)


def _scaled_behind(text: str, figure: Figure) -> Figure:
    """``figure`` times a scale that stands behind its currency ("75 USD million")."""
    scale = scale_after(text, figure.end) if figure.scale == 1 and dimension(figure.unit) == "money" else None
    if scale is None or scale.value < 1000 or figure.value is None:
        return figure
    scaled = multiplied(figure, scale.value)
    return replace(scaled, end=scale.end, value=figure.value * scale.value, scale=scale.value)


def _suffix(text: str, figure: Figure) -> Suffix | None:
    if figure.value is None:
        return None
    gap = _GAP_AFTER_PART.match(text, figure.end) if figure.part else None
    return read_suffix(
        text, gap.end() if gap else figure.end, figure.value, spelt=figure.spelt, scaled=figure.scale >= 1000
    )


def _with_lesser(text: str, figure: Figure) -> Figure:
    """``figure`` with what is added in a smaller unit: "5 feet 2 inches", "3 dollars 50 cents"."""
    inches = _INCHES.match(text, figure.end) if figure.unit == "foot" else None
    if inches:
        return _plus(figure, Decimal(inches["inches"]) / 12, inches.end())
    gap = _LESSER.match(text, figure.end)
    kind = dimension(figure.unit)
    if gap is None or figure.unit is None or not (kind in _PIECEMEAL or kind == "money"):
        return figure
    numeral = read_numeral(text, gap.end())
    suffix = (
        read_suffix(text, numeral.end, numeral.value, spelt=numeral.spelt, scaled=False) if numeral else None
    )
    if numeral is None:
        return figure
    if suffix is None:
        return _with_bare_hundredths(text, figure, numeral) if kind == "money" else figure
    return _with_smaller_unit(figure, numeral, suffix)


def _with_smaller_unit(figure: Figure, numeral: Numeral, suffix: Suffix) -> Figure:
    """``figure`` with the amount ``numeral`` of a smaller unit of its dimension."""
    kind = dimension(figure.unit)
    if kind == "money" and suffix.unit == figure.unit and suffix.factor < 1:
        return _plus(figure, numeral.value * suffix.factor, suffix.end)
    if figure.unit is not None and kind in _PIECEMEAL and dimension(suffix.unit) == kind:
        ratio = units()[suffix.unit].factor / units()[figure.unit].factor
        return _plus(figure, numeral.value * ratio, suffix.end) if ratio < 1 else figure
    return figure


def _with_bare_hundredths(text: str, figure: Figure, numeral: Numeral) -> Figure:
    """ "15 dollars 50": a number of two digits that counts nothing else."""
    whole = figure.scale == 1 and figure.value is not None and figure.value == int(figure.value)
    if not whole or not 10 <= numeral.value <= 99 or not _CLOSED_AFTER.match(text, numeral.end):
        return figure
    return _plus(figure, numeral.value / 100, numeral.end)


def _plus(figure: Figure, more: Decimal, end: int) -> Figure:
    if figure.value is None:
        return figure
    total = figure.value + more
    return replace(figure, end=end, low=total, high=total, value=total)
