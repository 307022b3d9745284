"""``reconcile claims``: the claims of a source with speaker, certainty and facets."""

from __future__ import annotations

from functools import partial

import click

from reconcile.cli import console
from reconcile.cli.parameters import takes_parser
from reconcile.cli.request import Destination, Request, takes_destination, takes_sources
from reconcile.report import CLAIM_FORMATS, RenderOptions, render_claims


@click.command(short_help="The claims of a source, with speaker, certainty and facets.")
@partial(takes_sources, chosen=takes_parser)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(CLAIM_FORMATS)),
    default="table",
    show_default=True,
    help="The form of the list.",
)
@takes_destination
def claims(request: Request, format_name: str, destination: Destination) -> None:
    """List the claims of each SOURCE.

    A SOURCE is a text or Markdown file, a directory or - for standard input. Each claim comes
    with its place, its speaker, its certainty and polarity, and the dates, quantities, names and
    places in it.
    """
    options = RenderOptions(width=console.width(), colour=destination.shows_colour)
    destination.require_writable(request.sources)
    from reconcile.pipeline import extract

    report = request.carried_out(extract)
    destination.write(render_claims(report, format_name, options), for_people=format_name == "table")
