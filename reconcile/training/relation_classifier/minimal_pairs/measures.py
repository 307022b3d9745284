"""Measures: the scales that a figure can be told on and the modifiers that it can have."""

from __future__ import annotations

from dataclasses import dataclass

BOUNDS = (
    "at least",
    "more than",
    "over",
    "no more than",
    "up to",
    "about",
    "around",
    "nearly",
    "almost",
    "just over",
    "between",
)
COUNTED = (*BOUNDS, "fewer than", "no fewer than")
MEASURED = (*BOUNDS, "less than", "no less than")


@dataclass(frozen=True, slots=True)
class Scale:
    """Wordings of a number ("{}") on a scale that is ``offset + factor × number`` of the measure's unit."""

    patterns: tuple[str, ...]
    low: float
    high: float
    factor: float = 1.0
    offset: float = 0.0
    decimals: int = 0
    words: bool = True
    """Whether the number may be written in words."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured: its scales, its modifiers, the edit kind, whether it is counted in whole units."""

    scales: tuple[Scale, ...]
    modifiers: tuple[str, ...]
    kind: str = "figure"
    counted: bool = False


def counted(noun: str, low: int, high: int) -> Measure:
    """A count of ``noun`` (plural)."""
    return Measure((Scale((f"{{}} {noun}",), low, high),), COUNTED, counted=True)


COUNT_RANGES = {"few": (3, 90), "many": (100, 9_000), "huge": (20_000, 5_000_000)}


def _money(sign: str, name: str) -> Measure:
    millions = Scale(
        (f"{sign}{{}} million", f"{sign}{{}}m", f"{{}} million {name}"), 2, 900, 1e6, decimals=1, words=False
    )
    return Measure((millions,), tuple(m for m in MEASURED if m != "between"))


def _unit(*scales: Scale, modifiers: tuple[str, ...] = MEASURED) -> Measure:
    return Measure(scales, modifiers, kind="unit")


def _percent() -> Scale:
    return Scale(("{}%", "{} percent", "{} per cent"), 2, 80, decimals=1, words=False)


LIMITED = ("more than", "less than", "about", "nearly", "almost", "just over")

MEASURES: dict[str, tuple[Measure, ...]] = {
    "money": (_money("$", "dollars"), _money("€", "euros"), _money("£", "pounds")),
    "percent": (Measure((_percent(),), tuple(m for m in MEASURED if m != "up to")),),
    "magnitude": (Measure((Scale(("{}",), 4.1, 8.4, decimals=1, words=False),), ()),),
    "weight": (
        _unit(
            Scale(("{} tonnes",), 2, 9, 1000.0),
            Scale(("{} kilograms", "{}kg", "{} kilos"), 2000, 9000),
            Scale(("{} pounds",), 4000, 20000, 0.45359237),
        ),
    ),
    "litres": (
        _unit(
            Scale(("{} litres",), 200, 90_000),
            Scale(("{} gallons", "{} US gallons"), 50, 25_000, 3.785411784),
        ),
    ),
    "area": (
        _unit(
            Scale(("{} hectares",), 40, 9_000),
            Scale(("{} acres",), 100, 22_000, 0.40468564),
            Scale(("{} square kilometres", "{} sq km"), 2, 90, 100.0),
        ),
    ),
    "length": (_unit(Scale(("{} metres",), 2, 90), Scale(("{} feet",), 7, 300, 0.3048)),),
    "distance": (
        _unit(Scale(("{} kilometres", "{}km", "{} km"), 5, 900), Scale(("{} miles",), 3, 560, 1.609344)),
    ),
    "speed": (
        _unit(
            Scale(("{} kilometres per hour", "{} km/h", "{}kph"), 60, 240),
            Scale(("{} miles per hour", "{}mph", "{} mph"), 40, 150, 1.609344),
            modifiers=(*LIMITED, "up to", "at least"),
        ),
    ),
    "depth": (
        _unit(
            Scale(("{} millimetres", "{}mm"), 20, 200),
            Scale(("{} centimetres", "{}cm"), 2, 20, 10.0),
            Scale(("{} inches",), 2, 8, 25.4),
        ),
    ),
    "heat": (
        _unit(
            Scale(("{} degrees Celsius", "{}C", "{}°C"), 21, 48, words=False),
            Scale(("{} degrees Fahrenheit", "{}F", "{}°F"), 70, 118, 5 / 9, -160 / 9, words=False),
            modifiers=LIMITED,
        ),
    ),
    "hours": (_unit(Scale(("{} hours",), 2, 18, 60.0), Scale(("{} minutes",), 20, 300)),),
    "days": (_unit(Scale(("{} days",), 3, 60), Scale(("{} weeks",), 2, 8, 7.0)),),
    "term": (_unit(Scale(("{} years",), 2, 25, 12.0), Scale(("{} months",), 14, 60), modifiers=LIMITED),),
}
