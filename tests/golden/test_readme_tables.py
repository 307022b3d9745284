"""The README's tables of accuracy say what an evaluation says."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.evaluation.counts import Counts, Tally
from reconcile.evaluation.run import EventScore, evaluate
from reconcile.schema import DiscrepancyKind
from tests.golden.readme_tables import README, rewritten

FIXTURES = Path(__file__).parents[2] / "fixtures" / "events"
TABLES = """\
| event | alignment | discrepancies | alerts | relation right | kept | traps |
| mill-fire | 0.00 / 0.00 / 0.00 | 0.00 / 0.00 / 0.00 | 0.00 / 0.00 / 0.00 | 0.00 | 0.00 | 0/0 |
| another | 0.10 / 0.10 / 0.10 | 0.00 / 0.00 / 0.00 | 0.00 / 0.00 / 0.00 | 0.00 | 0.00 | 0/0 |
| all together | 0.00 / 0.00 / 0.00 | 0.00 / 0.00 / 0.00 | 0.00 / 0.00 / 0.00 | 0.00 | 0.00 | 0/0 |
| time | when it was |
| time | 0.00 | 0.00 | 0.00 |"""


def test_rows_are_rewritten_and_nothing_else() -> None:
    tally = Tally(gold=4, found=1, made=2, right=1)
    counts = Counts(
        alignment=tally,
        kinds={DiscrepancyKind.TIME: tally},
        singles=8,
        singles_kept=6,
        traps=5,
        traps_sprung=1,
    )
    row = "0.50 / 0.25 / 0.33 | 0.00 / 0.00 / 0.00 | 0.00 / 0.00 / 0.00 | 0.00 | 0.75 | 1/5 |"
    head, _, other, _, words, _ = TABLES.splitlines()
    shown = rewritten(TABLES, [[EventScore(event="mill-fire", counts=counts, misses=())]])
    assert shown.splitlines() == [
        head,
        f"| mill-fire | {row}",
        other,
        f"| all together | {row}",
        words,
        "| time | 0.50 | 0.25 | 0.33 |",
    ]


@pytest.mark.model
def test_the_table_of_the_invented_events_is_true() -> None:
    readme = README.read_text(encoding="utf-8")
    start = readme.index("| event |")
    table = readme[start : readme.index("\n\n", start)]
    assert rewritten(table, [list(evaluate([FIXTURES]))]) == table
