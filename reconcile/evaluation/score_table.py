"""Scores and misses as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabulate import tabulate

from reconcile.evaluation.counts import Counts, Tally
from reconcile.evaluation.miss import Miss, MissList
from reconcile.evaluation.run import EventScore
from reconcile.evaluation.stretch import Stretch
from reconcile.report.safe_text import one_line, shortened
from reconcile.schema import DiscrepancyKind

TOTAL = "all together"
SHOWN = 240
"""Characters of a stretch that are shown."""
EVENT_HEADERS = (
    "event",
    *("align\nP", "\nR", "\nF1"),
    *("discr.\nP", "\nR", "\nF1"),
    *("alert\nP", "\nR", "\nF1"),
    "relation\nright",
    "single\nkept",
    "traps\nsprung",
)
KIND_HEADERS = ("kind", "gold", "found", "made", "right", "P", "R", "F1")


def score_table(scores: Sequence[EventScore], total: Counts, misses: Sequence[MissList]) -> str:
    """A row an event and one for all together, a row a kind of discrepancy, then the misses."""
    parts = [_events(scores, total), _kinds(total), *_speakers(total), *map(_miss_list, misses)]
    return "\n\n".join(parts)


def _events(scores: Sequence[EventScore], total: Counts) -> str:
    rows = [_event_row(one_line(one.event), one.counts) for one in scores]
    return _table([*rows, _event_row(TOTAL, total)], EVENT_HEADERS)


def _event_row(name: str, counts: Counts) -> list[str]:
    tallies = (counts.alignment, counts.discrepancies, counts.alerts)
    return [
        name,
        *(cell for tally in tallies for cell in _rate_cells(tally)),
        f"{counts.relation_accuracy:.3f}",
        f"{counts.single_source_kept:.3f}",
        f"{counts.traps_sprung}/{counts.traps}",
    ]


def _kinds(total: Counts) -> str:
    rows = []
    for kind in DiscrepancyKind:
        tally = total.kind(kind)
        figures = (tally.gold, tally.found, tally.made, tally.right)
        rows.append([kind.value, *map(str, figures), *_rate_cells(tally)])
    return _table(rows, KIND_HEADERS)


def _rate_cells(tally: Tally) -> list[str]:
    rates = tally.rates
    return [f"{rate:.3f}" for rate in (rates.precision, rates.recall, rates.f1)]


def _table(rows: Sequence[Sequence[str]], headers: Sequence[str]) -> str:
    aligned = ("left", *("right" for _ in headers[1:]))
    return tabulate(rows, headers, tablefmt="simple", disable_numparse=True, colalign=aligned)


def _speakers(total: Counts) -> Iterator[str]:
    """What is annotated for few events, where it is."""
    if total.speakers:
        yield f"speakers right: {total.speakers_right} of {total.speakers}"
    if total.not_claims:
        yield f"claims on the {total.not_claims} stretches that are none: {total.not_claims_touched}"


def _miss_list(misses: MissList) -> str:
    reasons = ", ".join(f"{count} {reason}" for reason, count in misses.reasons)
    head = f"{misses.kind.upper()}: {misses.total} ({one_line(reasons)})"
    if misses.worst and len(misses.worst) < misses.total:
        head += f"; the worst {len(misses.worst)}"
    return "\n".join([head, *(line for miss in misses.worst for line in _miss_lines(miss))])


def _miss_lines(miss: Miss) -> Iterator[str]:
    score = "" if miss.score is None else f" [{miss.score:.2f}]"
    detail = f"; {miss.detail}" if miss.detail else ""
    yield f"- {one_line(miss.event)}: {one_line(miss.reason + detail)}{score}"
    yield from (f"    {_quoted(stretch)}" for stretch in miss.stretches)
    yield from (f"      reported {_quoted(stretch)}" for stretch in miss.nearest)


def _quoted(stretch: Stretch) -> str:
    text = one_line(shortened(stretch.text, SHOWN))
    return f"{one_line(stretch.source)} {stretch.span.start}-{stretch.span.end}: {text}"
