"""Calibration curves as reliability diagrams in SVG (DeGroot and Fienberg 1983)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from reconcile.evaluation.calibration.observations import Bin, CalibrationCurve

SIDE, MARGIN, TITLE = 260, 60, 44
"""Pixels: the side of a diagram, what lies left and below of it, and what lies above."""
COLUMNS = 2
TICKS = 5
TALLEST = 0.3
"""The share of a diagram's height that the bar of the fullest bin takes."""
_STYLE = """\
text { font: 12px sans-serif; fill: #222 }
.middle { text-anchor: middle }
.end { text-anchor: end }
.frame { fill: none; stroke: #888 }
.ideal { stroke: #888; stroke-dasharray: 4 4 }
.count { fill: #cfd8e3 }
.line { fill: none; stroke: #0b5394; stroke-width: 2 }
.point { fill: #0b5394 }
"""


def calibration_svg(curves: Sequence[CalibrationCurve]) -> str:
    """A drawing with one diagram a curve, two in a row.

    A point stands for a bin: how right it is over its mean confidence; on the diagonal they are equal.
    The bars behind show how the observations are spread over the bins.
    """
    rows = -(-len(curves) // COLUMNS)
    width = COLUMNS * (SIDE + MARGIN) + MARGIN // 2
    height = rows * (SIDE + MARGIN + TITLE)
    size = f'width="{width}" height="{height}"'
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}" role="img">',
        "<title>Reliability of confidences</title>",
        f"<style>{_STYLE}</style>",
        f'<rect {size} fill="#fff"/>',
        *(line for number, curve in enumerate(curves) for line in _diagram(number, curve)),
        "</svg>",
    )
    return "".join(f"{line}\n" for line in lines)


def _diagram(number: int, curve: CalibrationCurve) -> Iterator[str]:
    left = MARGIN + number % COLUMNS * (SIDE + MARGIN)
    top = TITLE + number // COLUMNS * (SIDE + MARGIN + TITLE)
    yield f'<g transform="translate({left} {top})">'
    yield f'<text class="middle" x="{SIDE / 2}" y="-22">{escape(curve.title)}</text>'
    yield f'<text class="middle" x="{SIDE / 2}" y="-7">{_caption(curve)}</text>'
    filled = [one for one in curve.bins if one.count]
    yield from _bars(filled)
    yield f'<rect class="frame" width="{SIDE}" height="{SIDE}"/>'
    yield f'<line class="ideal" x1="0" y1="{SIDE}" x2="{SIDE}" y2="0"/>'
    yield from _axes()
    yield from _curve(filled)
    yield "</g>"


def _caption(curve: CalibrationCurve) -> str:
    return f"ECE {curve.error:.3f}, n = {len(curve.observations)}"


def _bars(filled: Sequence[Bin]) -> Iterator[str]:
    fullest = max((one.count for one in filled), default=1)
    for one in filled:
        tall, wide = SIDE * TALLEST * one.count / fullest, SIDE * (one.high - one.low)
        place = f'x="{SIDE * one.low:.1f}" y="{SIDE - tall:.1f}" width="{wide:.1f}" height="{tall:.1f}"'
        told = f"{one.low:.1f} to {one.high:.1f}: {one.count}"
        yield f'<rect class="count" {place}><title>{told}</title></rect>'


def _axes() -> Iterator[str]:
    for tick in range(TICKS + 1):
        place, label = SIDE * tick / TICKS, f"{tick / TICKS:.1f}"
        yield f'<text class="middle" x="{place:.0f}" y="{SIDE + 16}">{label}</text>'
        yield f'<text class="end" x="-6" y="{SIDE - place + 4:.0f}">{label}</text>'
    yield f'<text class="middle" x="{SIDE / 2}" y="{SIDE + 34}">confidence</text>'
    yield f'<text class="middle" transform="translate(-36 {SIDE / 2}) rotate(-90)">share that is right</text>'


def _curve(filled: Sequence[Bin]) -> Iterator[str]:
    places = [(SIDE * one.mean.confidence, SIDE * (1 - one.mean.right)) for one in filled]
    yield f'<polyline class="line" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}"/>'
    yield from (f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in places)
