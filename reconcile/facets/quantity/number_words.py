"""Whole numbers in words: "fifty-two", "three hundred and two thousand", "two million"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from reconcile.lexicons import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number that ends at ``end``; ``spelt`` in words, ``scale`` its last scale word,
    ``part`` a fraction of a whole ("two thirds")."""

    end: int
    value: Decimal
    spelt: bool = False
    scale: Decimal = Decimal(1)
    part: bool = False

    @property
    def scaled(self) -> bool:
        """Whether it counts in thousands or more."""
        return self.scale >= 1000


def values_of(*kinds: str) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, kind, value in rows("number_words") if kind in kinds}


HUNDRED = values_of("hundred")
SCALES = values_of("scale")
_DIGIT = values_of("digit")
_TEEN = values_of("teen")
_TEN = values_of("ten")
_PARTS = values_of("part") | {f"{word}s": value for word, value in values_of("part").items()}

GAP = re.compile(r"\s*[-‐‑]\s*|\s+")
AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
_UNBOUNDED = Decimal("Infinity")


def read_cardinal(text: str, start: int, joins_and: bool, implied: Decimal) -> tuple[Numeral, Decimal] | None:
    """A whole number in words and the last scale in it; ``implied`` stands before a first bare scale."""
    total, ceiling, cursor, end, last = Decimal(0), _UNBOUNDED, start, 0, Decimal(1)
    while True:
        group = _group(text, cursor, joins_and, implied if cursor == start else Decimal(0))
        if group is None:
            break
        scale = scale_after(text, group.end, at_once=group.end == start)
        factor = scale.value if scale else Decimal(1)
        if factor >= ceiling or (ceiling < _UNBOUNDED and group.value >= ceiling):
            break
        if end and _is_numerator(text, group):
            break
        total += group.value * factor
        end, ceiling, last = (scale or group).end, factor, factor
        gap = (joins_and and AND.match(text, end)) or GAP.match(text, end)
        if factor == 1 or not gap:
            break
        cursor = gap.end()
    if not end:
        return None
    return Numeral(end=end, value=total, spelt=True, scale=last), last


def _group(text: str, start: int, joins_and: bool, implied: Decimal) -> Numeral | None:
    """A number in words below ten thousand: tens, units and hundreds; ``implied`` for a bare "hundred"."""
    head = below_hundred(text, start)
    hundred = word_after(text, head.end, HUNDRED) if head else None
    if head is None and implied:
        bare = word_at(text, start, HUNDRED)
        if bare is None:
            return Numeral(end=start, value=implied, spelt=True)
        head, hundred = Numeral(end=start, value=implied, spelt=True), bare
    if head is None or hundred is None:
        return head
    value = head.value * 100
    joined = AND.match(text, hundred.end) if joins_and else None
    gap = joined or GAP.match(text, hundred.end)
    rest = below_hundred(text, gap.end()) if gap else None
    if rest and not word_after(text, rest.end, HUNDRED) and not (joined and _is_numerator(text, rest)):
        return Numeral(end=rest.end, value=value + rest.value, spelt=True)
    return Numeral(end=hundred.end, value=value, spelt=True)


def _is_numerator(text: str, number: Numeral) -> bool:
    """Whether a fraction begins with ``number`` ("a million and three | quarters")."""
    part = word_after(text, number.end, _PARTS)
    return part is not None and (number.value == 1 or text[part.end - 1] == "s")


def below_hundred(text: str, start: int) -> Numeral | None:
    tens = word_at(text, start, _TEN)
    if tens is None:
        return word_at(text, start, _TEEN) or word_at(text, start, _DIGIT)
    units = word_after(text, tens.end, _DIGIT)
    if units and units.value:
        return replace(tens, end=units.end, value=tens.value + units.value)
    return tens


def scale_after(text: str, start: int, *, at_once: bool = False) -> Numeral | None:
    """The product of the scale words that follow ("lakh crore"); ``at_once`` without a gap."""
    scale = word_at(text, start, SCALES) if at_once else word_after(text, start, SCALES)
    while scale and (further := word_after(text, scale.end, SCALES)):
        scale = replace(further, value=scale.value * further.value)
    return scale


def word_after(text: str, start: int, values: dict[str, Decimal]) -> Numeral | None:
    gap = GAP.match(text, start)
    return word_at(text, gap.end(), values) if gap else None


def word_at(text: str, start: int, values: dict[str, Decimal]) -> Numeral | None:
    """The word at ``start`` where ``values`` has it."""
    match = _WORD.match(text, start)
    value = values.get(match.group().lower()) if match else None
    if match is None or value is None:
        return None
    return Numeral(end=match.end(), value=value, spelt=True)
