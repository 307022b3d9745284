"""``reconcile case``: work on one event that goes on, kept in one file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reconcile.cli import console
from reconcile.cli.export import export
from reconcile.cli.request import Request, takes_more_sources, takes_sources

takes_case = click.argument("path", metavar="CASE", type=click.Path(path_type=Path))


@click.group(short_help="Keep sources, findings and judgements of one event in a case file.")
def case() -> None:
    """Keep the sources of one event, what was found in them and how reviewers judged it in one file,
    CASE, and go on with it when a text changes or another comes in."""


@case.command(short_help="Compare sources and keep all of it in a new case file.")
@takes_case
@takes_sources
def create(request: Request, *, path: Path) -> None:
    """Compare two or more SOURCEs and keep texts and findings in the new file CASE."""
    from reconcile import casework
    from reconcile.cli.case_views import told_overview

    request.carried_out(lambda sources, **options: casework.create(path, sources, **options))
    console.emit(told_overview(path.name, casework.overview(path)), for_people=True)


@case.command(short_help="Add sources, or new versions of them, and say what is different since.")
@takes_case
@takes_more_sources
@click.option(
    "--as",
    "replaces",
    metavar="LETTER",
    callback=lambda _, __, value: value.upper() if value else None,
    help="The one SOURCE is a new version of the source with this letter, wherever that was read from.",
)
def add(request: Request, *, path: Path, replaces: str | None) -> None:
    """Add SOURCEs to CASE. A file that the case has already is a new version of its source, if it has
    changed. All is compared again; judgements go along with their words, and those whose words are
    gone are named. What options said of a source holds until they say otherwise; the models are those
    that CASE was made with."""
    from reconcile import casework
    from reconcile.cli.case_views import told_changes

    with console.progress() as progress:
        changes = casework.add(
            path,
            request.sources,
            replaces=replaces,
            published=request.published,
            publisher=request.publisher,
            title=request.title,
            standard_input=sys.stdin.buffer if sys.stdin else None,
            progress=progress,
        )
    console.emit(told_changes(changes), for_people=True)


@case.command(short_help="Show the sources, the findings and the judgements of a case at a glance.")
@takes_case
@click.option("--history", is_flag=True, help="Show who did what when, instead.")
def show(*, path: Path, history: bool) -> None:
    """Show what CASE holds: its sources and their versions, how many findings there are, how many are
    judged and by whom, and which judgements need another look."""
    from reconcile import casework
    from reconcile.cli.case_views import told_history, told_overview

    told = (
        told_history(casework.history(path)) if history else told_overview(path.name, casework.overview(path))
    )
    console.emit(told, for_people=True)


case.add_command(export)
