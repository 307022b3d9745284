"""``reconcile diff``: what several accounts of one event agree and differ on."""

from __future__ import annotations

import click

from reconcile.cli import console
from reconcile.cli.parameters import takes_selection
from reconcile.cli.request import Destination, Request, takes_destination, takes_sources
from reconcile.report import BINARY_FORMATS, FORMATS, RenderOptions, has_finding
from reconcile.schema import DiscrepancyRelation, GroupStatus

FOUND = 1


@click.command(short_help="What several accounts of one event agree and differ on.")
@takes_sources
@click.option(
    "--format",
    "format_name",
    type=click.Choice([*FORMATS, *BINARY_FORMATS]),
    default="table",
    show_default=True,
    help="The form of the report.",
)
@takes_destination
@takes_selection
@click.option(
    "--fail-on",
    type=click.Choice([relation.value for relation in DiscrepancyRelation]),
    help="Exit with 1 when there is a finding this grave or graver, shown by --only or not, "
    "of at least --min-confidence.",
)
def diff(
    request: Request,
    *,
    format_name: str,
    destination: Destination,
    only: frozenset[GroupStatus],
    min_confidence: float,
    fail_on: str | None,
) -> None:
    """Compare two or more SOURCEs that tell of one event.

    A SOURCE is a text or Markdown file, a directory (all its texts, described by its
    manifest.json where there is one) or - for standard input. They are called A, B, C and so on
    in the order given.
    """
    options = RenderOptions(
        only=only, min_confidence=min_confidence, width=console.width(), colour=destination.shows_colour
    )
    destination.require_fit_for(format_name)
    destination.require_writable(request.sources)
    from reconcile.pipeline import reconcile

    report = request.carried_out(reconcile)
    destination.deliver(report, format_name, options)
    if fail_on and has_finding(report, DiscrepancyRelation(fail_on), min_confidence):
        click.get_current_context().exit(FOUND)
