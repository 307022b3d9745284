"""Scores of suites as text for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tabulate import tabulate

from reconcile.evaluation.facet_suites.suites import SuiteScore
from reconcile.report.safe_text import escaped_in_json, one_line

_DIGITS = 4


def suites_table(scores: Sequence[SuiteScore]) -> str:
    """A row for each figure of each suite."""
    rows = [
        (one_line(score.suite), figure, str(value) if isinstance(value, int) else f"{value:.3f}")
        for score in scores
        for figure, value in score.figures.items()
    ]
    return tabulate(
        rows, ("suite", "figure", "value"), disable_numparse=True, colalign=("left", "left", "right")
    )


def suites_json(scores: Sequence[SuiteScore]) -> str:
    """One object: each suite's name to its figures, rounded."""
    content = {
        score.suite: {name: round(value, _DIGITS) for name, value in score.figures.items()}
        for score in scores
    }
    return escaped_in_json(json.dumps(content, indent=1, ensure_ascii=False))
