"""``reconcile evaluate-facets``: single facets scored on suites that others wrote."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.cli import console
from reconcile.cli.parameters import takes_score_format


@click.command(name="evaluate-facets", short_help="Score single facets on suites of cases.")
@click.argument("suites", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SUITE...")
@takes_score_format
def evaluate_facets(suites: tuple[Path, ...], format_name: str) -> None:
    """Score how well times, quantities, names and sentences are found and read.

    A SUITE is a file of JSON lines (gzipped or not) or a folder of them. What it asks is told by
    how its name begins: timex, ms_datetime, ms_number and its like, name_pairs, territory,
    sentences.
    """
    # Imported here so that the help does not load what only a run needs.
    from reconcile.evaluation.facet_suites.suites import score_suites
    from reconcile.evaluation.facet_suites.views import suites_json, suites_table

    render = suites_json if format_name == "json" else suites_table
    console.emit(render(list(score_suites(suites))) + "\n", for_people=format_name == "table")
