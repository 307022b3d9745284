"""Two numbers that make one value: ranges ("50-60 million", "between 30 and 40") and scores ("2-1")."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from reconcile.facets.quantity.amounts import multiplied, read_amount
from reconcile.facets.quantity.figure import Figure

BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|some\s+|an? estimated\s+)?$", re.IGNORECASE)

_DASH = re.compile(r"\s*[-–—~]\s*")
_TO = re.compile(r"\s+(?:to|through)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:rose|risen|rising|rises?|fell|fallen|falls?|falling|grew|grown|grow|jump\w*|climb\w*|soar\w*|slip\w*"
    r"|slid\w*|drop\w*|declin\w*|decreas\w*|increas\w*|rais\w*|cut\w*|reduc\w*|lower\w*|up|down|went|mov\w*"
    r"|chang\w*|expand\w*|shr[aiu]nk\w*|widen\w*|narrow\w*|doubl\w*|improv\w*)\b[^.;]{0,45}$",
    re.IGNORECASE,
)
_CONTEST_BEFORE = re.compile(
    r"\b(?:won|win|wins|winning|beat\w*|lost|lose|loses|losing|defeat\w*|vot(?:e|ed|es|ing)|victory|draw|drew|lead|led"
    r"|leads|leading|score\w*|thrash\w*|margin|tally|passed|approved|rejected|ruled|ruling|trail\w*)\b[^.;]{0,45}$",
    re.IGNORECASE,
)
_CONTEST_AFTER = re.compile(
    r"\s+(?:win|victory|defeat|loss|vote|decision|draw|ruling|lead|majority|margin|tie|thrashing|triumph|score)\b",
    re.IGNORECASE,
)


def read_range(text: str, start: int) -> Figure | None:
    """The number, range or score at ``start``."""
    between = BETWEEN.search(text, max(0, start - 30), start) is not None
    first = read_amount(text, start, joins_and=not between)
    if first is None:
        return None
    for link, reads in ((_DASH, _dashed), (_TO, _to), (_AND, _between), (_OR, _neighbours)):
        match = link.match(text, first.end)
        if match and (between or link is not _AND):
            second = read_amount(text, match.end()) if match.end() < len(text) else None
            return (reads(text, first, second) if second else None) or first
    return first


def _dashed(text: str, first: Figure, second: Figure) -> Figure | None:
    if first.spelt != second.spelt and first.scale == second.scale:
        return None
    return _score(text, first, second) or _range(first, second)


def _to(text: str, first: Figure, second: Figure) -> Figure | None:
    """A range, or the first figure alone where the words before speak of a change ("rose from 3 to 5%")."""
    score = _score(text, first, second) if _is_contest(text, first, second) else None
    if score:
        return score
    if _CHANGE.search(text, max(0, first.start - 60), first.start):
        return _in_terms_of(first, second)
    return _range(first, second)


def _between(_text: str, first: Figure, second: Figure) -> Figure | None:
    return _range(first, second)


def _neighbours(_text: str, first: Figure, second: Figure) -> Figure | None:
    """ "two or three": only numbers one step of the first digit apart."""
    joined = _range(first, second)
    if joined is None or joined.low is None or joined.high is None:
        return None
    step = Decimal(1).scaleb(joined.low.adjusted())
    return joined if joined.high - joined.low <= step else None


def _range(first: Figure, second: Figure) -> Figure | None:
    """Both as one range; the first takes unit and scale of the second ("$50-60 million")."""
    first = _in_terms_of(first, second)
    if first.value is None or second.value is None or second.unit not in (None, first.unit):
        return None
    low, high = first.low, second.high
    if low is not None and high is not None and high < low < 0:
        low, high = high, low  # "minus 5 to minus 10"
    if low is None or high is None or low > high:
        return None
    return replace(first, end=second.end, low=low, high=high, value=None, part=first.part and second.part)


def _in_terms_of(first: Figure, second: Figure) -> Figure:
    """``first`` with the unit and scale that only ``second`` states ("5 to 10 percent"), or the rate."""
    if first.unit and second.unit and second.unit.startswith(f"{first.unit} per "):
        first = replace(first, unit=second.unit)  # "$15 to $19 an hour"
    if first.value is None or second.value is None or first.unit not in (None, second.unit):
        return first
    if second.scale > first.scale == 1 and first.value < second.value / second.scale:
        first = replace(multiplied(first, second.scale), scale=second.scale)
        first = replace(first, value=first.low)
    if first.unit is None and second.unit is not None:
        first = replace(multiplied(first, _ratio(second)), unit=second.unit)
    return first


def _ratio(figure: Figure) -> Decimal:
    """What one of the written unit is in ``figure``'s own unit (0.01 for cents)."""
    return figure.high / figure.value if figure.high and figure.value else Decimal(1)


def _score(text: str, first: Figure, second: Figure) -> Figure | None:
    """The result of a game or vote: falling numbers, or rising ones where a contest is spoken of."""
    if first.low is None or second.high is None or not (_is_tally(text, first) and _is_tally(text, second)):
        return None
    if first.low < second.high and not _is_contest(text, first, second):
        return None
    low, high = sorted((first.low, second.high))
    return replace(first, end=second.end, low=low, high=high, value=None, unit="score")


def _is_tally(text: str, figure: Figure) -> bool:
    return (
        figure.unit is None and text[figure.start : figure.end].isdigit() and figure.end - figure.start <= 3
    )


def _is_contest(text: str, first: Figure, second: Figure) -> bool:
    before = _CONTEST_BEFORE.search(text, max(0, first.start - 60), first.start)
    return before is not None or _CONTEST_AFTER.match(text, second.end) is not None
