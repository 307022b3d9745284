"""``reconcile export``: the decided report of a case in every form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from reconcile.cli import console
from reconcile.cli.boundary import complain
from reconcile.cli.parameters import takes_selection
from reconcile.cli.request import Destination, takes_destination
from reconcile.report import BINARY_FORMATS, FORMATS, RenderOptions
from reconcile.schema import GroupStatus

if TYPE_CHECKING:
    from reconcile.schema import Report


def _judgements(report: Report) -> str:
    from reconcile.report import judgements_csv

    return judgements_csv.write(report)


def _agreement(report: Report) -> str:
    from reconcile.evaluation.reviewer_agreement import agreements
    from reconcile.evaluation.reviewer_agreement_table import agreement_table

    return agreement_table(agreements(report.judgements)) + "\n"


_OF_JUDGEMENTS: Mapping[str, Callable[[Report], str]] = {
    "judgements": _judgements,
    "agreement": _agreement,
}


@click.command(short_help="The decided report of a case, in any form.")
@click.argument("case", metavar="CASE")
@click.option(
    "--as",
    "format_name",
    type=click.Choice([*FORMATS, *BINARY_FORMATS, *_OF_JUDGEMENTS]),
    default="table",
    show_default=True,
    help="The form: a report, the judgements as CSV (see import-judgements), or the agreement "
    "between reviewers.",
)
@takes_destination
@takes_selection
def export(
    case: str,
    *,
    format_name: str,
    destination: Destination,
    only: frozenset[GroupStatus],
    min_confidence: float,
) -> None:
    """Write the last report of CASE, a case file, with what reviewers decided.

    Every form says which part the program suggests and which part a reviewer decided, and who.
    Judgements and agreement are always those of all findings. Judgements whose words are no finding
    any more are in the form judgements only; how many, is said on standard error.
    """
    options = RenderOptions(
        only=only, min_confidence=min_confidence, width=console.width(), colour=destination.shows_colour
    )
    if format_name in _OF_JUDGEMENTS and not options.shows_everything:
        raise click.UsageError(f"--only and --min-confidence select nothing in {format_name}.")
    destination.require_fit_for(format_name)
    destination.require_writable([case])
    from reconcile import casework

    whole = casework.overview(case)
    report, orphans = whole.report, [orphan.judgement for orphan in whole.orphans]
    if format_name == "judgements":
        report = replace(report, judgements=(*report.judgements, *orphans))
    elif orphans:
        complain(_left_out(len(orphans)))
    if format_name in _OF_JUDGEMENTS:
        text = _OF_JUDGEMENTS[format_name](report)
        destination.write(text, for_people=format_name == "agreement")
    else:
        destination.deliver(report, format_name, options)


def _left_out(number: int) -> str:
    one = number == 1
    told = f"{number} judgement{'' if one else 's'} whose words are no finding any more"
    return f"{told} {'is' if one else 'are'} left out; --as judgements has {'it' if one else 'them'}"
