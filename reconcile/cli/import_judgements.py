"""``reconcile import-judgements``: judgements from a CSV into a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reconcile.cli import console
from reconcile.cli.boundary import complain
from reconcile.errors import SourceError, UnknownFindingError
from reconcile.report.safe_text import visible

if TYPE_CHECKING:
    from reconcile.casework import Taking
    from reconcile.report.judgements_csv import ReadJudgements
    from reconcile.schema import Judgement

INCOMPLETE = 2
_MAX_CHARACTERS = 50_000_000
"""More than a spreadsheet of judgements has: a thousand characters for each of 50,000."""


@click.command(name="import-judgements", short_help="Take judgements from a CSV into a case.")
@click.argument("case", metavar="CASE")
@click.argument("file", metavar="FILE.csv")
def import_judgements(case: str, file: str) -> None:
    """Take the judgements of FILE.csv into CASE.

    FILE is what `reconcile export CASE --as judgements` writes, edited in a spreadsheet or not: one row a
    judgement with the columns finding, decision (confirmed, not-a-discrepancy or undecided), reviewer and
    decided_at, and preferred and note. What the case has already stays. A bad row, a finding that the
    case does not have, a judgement older than the reviewer's own in the case, one that is dated in the
    future and one with control characters are told and left out, all others taken; exit status 2 says that
    something was left out.
    """
    found = _read(Path(file))
    from reconcile import casework

    # A case that cannot be used is told even where there is no row to take.
    casework.revisions(case)
    outcomes = [_taken(case, judgement) for judgement in found.judgements]
    taken, same = outcomes.count(casework.Taking.TAKEN), outcomes.count(casework.Taking.HELD)
    refusals = [outcome for outcome in outcomes if isinstance(outcome, str)]
    problems = (f"{visible(file)}: {problem}" for problem in found.problems)
    _tell(taken, same, [*problems, *refusals])


def _taken(case: str, judgement: Judgement) -> Taking | str:
    """Puts a judgement into the case; says why where it must not."""
    from reconcile import casework

    try:
        outcome = casework.take(case, judgement)
    except UnknownFindingError as error:
        return f"{_named(judgement)} is left out: {error}"
    if outcome in (casework.Taking.TAKEN, casework.Taking.HELD):
        return outcome
    return f"{_named(judgement)} is left out: {outcome.value}"


def _read(path: Path) -> ReadJudgements:
    from reconcile.documents.encoding import decode
    from reconcile.documents.raw_bytes import read_file
    from reconcile.report import judgements_csv

    decoded = decode(read_file(path, str(path), _MAX_CHARACTERS), str(path))
    # Older encodings are detected by what is likely; a reviewer's name is not to be guessed.
    if not decoded.encoding.startswith("utf"):
        raise SourceError(str(path), "it is not in UTF-8; save it as “CSV UTF-8”")
    return judgements_csv.read(decoded.text)


def _named(judgement: Judgement) -> str:
    return f"the judgement of {judgement.finding} by {judgement.reviewer}"


def _tell(taken: int, same: int, left_out: list[str]) -> None:
    for sentence in left_out:
        complain(sentence)
    told = f"{taken} taken, {same} already there, {len(left_out)} left out.\n"
    console.emit(told, for_people=True)
    if left_out:
        click.get_current_context().exit(INCOMPLETE)
