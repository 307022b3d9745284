"""Precision, recall and F1 of quantities on the suites of Microsoft's Recognizers-Text (MIT)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.comparison.units import currencies, dimension, units
from reconcile.evaluation.counts import Tally
from reconcile.evaluation.facet_suites.parsing import parsed_text
from reconcile.evaluation.facet_suites.rows import suite_rows
from reconcile.facets.quantity import find_quantities
from reconcile.schema import QuantityFacet

_NO_MEASURE = frozenset(
    {"count", "money", "percent", "percentage point", "time", "temperature", "score", "magnitude"}
)
_SCALES = {"C": "degree Celsius", "F": "degree Fahrenheit"}
_CLOSE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gold:
    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityScores:
    """Spans expected on one suite, quantities found, how many of those are right, and the rates."""

    expected: int
    found: int
    right: int
    precision: float
    recall: float
    f1: float


def score_numbers(path: Path) -> QuantityScores:
    """Plain numbers, whatever they count, without ordinals and vague words."""
    return _score(path, "number")


def score_currencies(path: Path) -> QuantityScores:
    """Amounts of money with their currency."""
    return _score(path, "currency")


def score_dimensions(path: Path) -> QuantityScores:
    """Lengths, masses, speeds and other measures with their unit."""
    return _score(path, "dimension")


def score_ranges(path: Path) -> QuantityScores:
    """Ranges and bounds, both ends."""
    return _score(path, "range")


def score_percentages(path: Path) -> QuantityScores:
    return _score(path, "percent")


def score_ages(path: Path) -> QuantityScores:
    return _score(path, "age")


def score_ordinals(path: Path) -> QuantityScores:
    """Ordinals; those that rank nothing ("21st" alone) are in the suite, but no quantities of ours."""
    return _score(path, "ordinal")


def score_temperatures(path: Path) -> QuantityScores:
    """Temperatures in degrees of a scale or without one."""
    return _score(path, "temperature")


SUITES: Mapping[str, Callable[[Path], QuantityScores]] = {
    "ms_number": score_numbers,
    "ms_currency": score_currencies,
    "ms_dimension": score_dimensions,
    "ms_range": score_ranges,
    "ms_percent": score_percentages,
    "ms_age": score_ages,
    "ms_ordinal": score_ordinals,
    "ms_temperature": score_temperatures,
}
"""The scorer of each suite by the name of its file, without ``.jsonl.gz``."""


def _score(path: Path, kind: str) -> QuantityScores:
    """Counts on a file of gzipped JSON lines with ``text`` and ``spans`` (``start``, ``end``, ``value`` or
    ``low`` and ``high``, ``unit``, ``iso``).

    A span is found when a quantity of this kind overlaps it and has its value (bounds for ranges)
    and its unit; each quantity counts once.
    """
    right = found = expected = 0
    for _, facets, golds in _cases(path):
        relevant = [facet for facet in facets if _is_of(kind, facet)]
        found += len(relevant)
        expected += len(golds)
        right += _matches(kind, relevant, golds)
    rates = Tally(gold=expected, found=right, made=found, right=right).rates
    return QuantityScores(
        expected=expected,
        found=found,
        right=right,
        precision=rates.precision,
        recall=rates.recall,
        f1=rates.f1,
    )


def _cases(path: Path) -> Iterator[tuple[str, list[QuantityFacet], list[_Gold]]]:
    for case in suite_rows(path):
        text = case["text"]
        facets = [facet for sentence in parsed_text(text) for facet in find_quantities(sentence, text, ())]
        yield text, facets, [_gold(span) for span in case["spans"]]


def _gold(span: Mapping[str, object]) -> _Gold:
    value = span.get("value")
    return _Gold(
        start=_number(span["start"]),
        end=_number(span["end"]),
        low=_float(span.get("low", value)),
        high=_float(span.get("high", value)),
        unit=str(span.get("iso") or span.get("unit") or "") or None,
    )


def _number(value: object) -> int:
    return int(str(value))


def _float(value: object) -> float | None:
    return None if value is None else float(str(value))


def _is_of(kind: str, facet: QuantityFacet) -> bool:
    measured = dimension(facet.unit)
    if kind == "number":
        return (
            facet.figure is not None
            and measured in ("count", "money", "percent", "time")
            and not facet.ordinal
        )
    if kind == "range":
        return facet.low != facet.high and not _is_only_about(facet) and measured != "score"
    if kind in ("age", "ordinal"):
        return facet.ordinal if kind == "ordinal" else facet.counted == "age"
    if kind == "temperature":
        return measured in (kind, "angle")
    if kind == "dimension":
        return measured.split(" per ")[0] not in _NO_MEASURE and not facet.ordinal
    return measured.split(" per ")[0] == {"currency": "money"}.get(kind, kind)


def _matches(kind: str, facets: Sequence[QuantityFacet], golds: Sequence[_Gold]) -> int:
    left = list(facets)
    hits = 0
    for gold in golds:
        hit = next((facet for facet in left if _is_hit(kind, facet, gold)), None)
        if hit is not None:
            left.remove(hit)
            hits += 1
    return hits


def _is_hit(kind: str, facet: QuantityFacet, gold: _Gold) -> bool:
    if not (facet.span.start < gold.end and gold.start < facet.span.end):
        return False
    if kind == "range":
        low, high = _as_written(facet)
        return _close(low, gold.low) and _close(high, gold.high)
    if kind in ("currency", "dimension", "temperature") and not _same_unit(facet, gold.unit):
        return False
    return _close(_float(facet.figure), gold.low)


def _is_only_about(facet: QuantityFacet) -> bool:
    """Whether it is one approximate figure, which the suite counts as no range."""
    return facet.figure is not None and facet.low is not None and facet.high is not None


def _as_written(facet: QuantityFacet) -> tuple[float | None, float | None]:
    """The bounds, those of a fraction as the fraction that the suite has instead of percent."""
    is_fraction = facet.unit == "percent" and facet.figure is not None and abs(facet.figure) < 1
    share = 0.01 if is_fraction else 1.0
    low, high = _float(facet.low), _float(facet.high)
    return (None if low is None else low * share), (None if high is None else high * share)


def _close(value: float | None, expected: float | None) -> bool:
    if value is None or expected is None:
        return value is expected
    return abs(value - expected) <= _CLOSE * max(1.0, abs(expected))


def _same_unit(facet: QuantityFacet, gold: str | None) -> bool:
    """Whether the gold's unit, a code or a name in American spelling, is one of the facet's."""
    if gold is None or facet.unit is None:
        return gold == facet.unit
    names = {gold.lower(), gold, _SCALES.get(gold, gold)}
    for unit in (facet.unit, facet.unit.split(" per ")[0]):
        if unit in currencies():
            money = currencies()[unit]
            if names & {unit, *money.names, *money.hundredths}:
                return True
        elif unit in units() and names & {unit, *units()[unit].names}:
            return True
    return gold.lower() == "pound" and facet.unit == "GBP"
