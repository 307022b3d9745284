"""The agreement between reviewers as text."""

from __future__ import annotations

from collections.abc import Sequence

from tabulate import tabulate

from reconcile.evaluation.reviewer_agreement import Agreement
from reconcile.report.safe_text import one_line
from reconcile.schema import Decision

_LEGEND = (
    "Kappa (Cohen 1960) is 1 for full agreement and 0 for what chance would give; to leave a finding "
    "undecided counts as a decision of its own."
)


def agreement_table(agreements: Sequence[Agreement]) -> str:
    """A paragraph and a table of decisions for every two reviewers, then what kappa means."""
    if not agreements:
        return "Agreement needs judgements of two reviewers."
    return "\n\n".join([*map(_block, agreements), _LEGEND])


def _block(agreement: Agreement) -> str:
    names = f"{one_line(agreement.first)} and {one_line(agreement.second)}"
    if not agreement.findings:
        return f"{names}: no finding judged by both."
    observed = f"judged alike {agreement.agreed} of {agreement.findings} ({agreement.observed:.2f})"
    return f"{names}: {observed}, {_kappa(agreement)}.\n\n{_matrix(agreement)}"


def _kappa(agreement: Agreement) -> str:
    if agreement.kappa is None:
        return "kappa is undefined, because both used one category only"
    return f"kappa {agreement.kappa:.2f}"


def _matrix(agreement: Agreement) -> str:
    """Decisions of the first reviewer down, of the second across."""
    corner = f"{one_line(agreement.first)} ↓ {one_line(agreement.second)} →"
    rows = [
        [first.value, *(agreement.counts.get((first, second), 0) for second in Decision)]
        for first in Decision
    ]
    return tabulate(rows, headers=[corner, *(decision.value for decision in Decision)], tablefmt="simple")
