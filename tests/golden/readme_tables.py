"""The README's tables of accuracy, by event and by kind, written anew from an evaluation.

Run: python -m tests.golden.readme_tables fixtures/events ../shared/events
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from reconcile.evaluation.counts import Counts, Tally
from reconcile.evaluation.run import EventScore, evaluate, together

README = Path(__file__).parents[2] / "README.md"
TOGETHER = "all together"
_ROW = re.compile(r"\| (?P<name>[a-z -]+) \|(?= [\d.]+ )(?P<cells>.*) \|")
_CELLS_OF_KIND = 3

Events = Sequence[EventScore]


def rewritten(readme: str, sets: Sequence[Events]) -> str:
    """``readme`` with the row of each event of ``sets``, below them that of all events of the set, and
    the rows of the kinds, which are those of the last set."""
    counts = {one.event: one.counts for events in sets for one in events}
    set_of = {one.event: events for events in sets for one in events}
    kinds = {kind.value: tally for kind, tally in together(sets[-1]).kinds.items()}
    lines = readme.split("\n")
    above: Events = ()
    for number, line in enumerate(lines):
        row = _ROW.fullmatch(line)
        name = row["name"] if row else ""
        if name in counts:
            above = set_of[name]
            lines[number] = _event_row(name, counts[name])
        elif name == TOGETHER and above:
            lines[number] = _event_row(name, together(above))
        elif row and name in kinds and row["cells"].count("|") == _CELLS_OF_KIND - 1:
            lines[number] = _row(name, *_rates(kinds[name]))
    return "\n".join(lines)


def _event_row(name: str, counts: Counts) -> str:
    tallies = counts.alignment, counts.discrepancies, counts.alerts
    return _row(
        name,
        *(" / ".join(_rates(tally)) for tally in tallies),
        f"{counts.relation_accuracy:.2f}",
        f"{counts.single_source_kept:.2f}",
        f"{counts.traps_sprung}/{counts.traps}",
    )


def _rates(tally: Tally) -> tuple[str, str, str]:
    rates = tally.rates
    return f"{rates.precision:.2f}", f"{rates.recall:.2f}", f"{rates.f1:.2f}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    scored = [list(evaluate([Path(folder)])) for folder in sys.argv[1:]]
    README.write_text(rewritten(README.read_text(encoding="utf-8"), scored), encoding="utf-8")
