"""``reconcile review``: the findings of a case in the browser, to be decided."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from reconcile.cli.boundary import complain
from reconcile.cli.console import emit
from reconcile.report.safe_text import hidden
from reconcile.schema import reviewer_name

LONGEST_NAME = 100
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def _names(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """A callback: the reviewers, who is logged in where none is named."""
    names = tuple(reviewer_name(value) for value in values or (_login_name(),))
    for name in names:
        if not name or len(name) > LONGEST_NAME or next(hidden(name), None) is not None:
            raise click.BadParameter(f"{name!r} is no name of a reviewer.", ctx, param)
    if len(set(names)) < len(names):
        raise click.BadParameter("two reviewers have the same name.", ctx, param)
    return names


@click.command(short_help="Decide about the findings of a case in the browser.")
@click.argument("case", metavar="CASE", type=click.Path(path_type=Path))
@click.option(
    "--reviewer",
    "reviewers",
    metavar="NAME",
    multiple=True,
    callback=_names,
    help="Who reviews; once for each of several reviewers. Your login name by default.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=0,
    show_default=True,
    help="The port on 127.0.0.1; 0 is any that is free.",
)
@click.option(
    "--hide-confidence",
    is_flag=True,
    help="Show what the machine is sure of, and what others decided, only after a reviewer's own decision.",
)
@click.option("--no-open", is_flag=True, help="Print the links only; open no browser.")
def review(
    case: Path, reviewers: tuple[str, ...], *, port: int, hide_confidence: bool, no_open: bool
) -> None:
    """Open the review desk for CASE, a case file, on this machine only.

    One link is printed for each reviewer. A link works once; its browser is then signed in as that reviewer
    until the desk is stopped with Ctrl-C. Every decision is in the case file as soon as the page says so.
    """
    from reconcile.review.server import serve

    def announce(links: Mapping[str, str]) -> None:
        for name, link in links.items():
            emit(f"{name}: {link}\n", for_people=True)
        emit(
            "Each link works once. Ctrl-C stops the desk; what was decided is in the case file.\n",
            for_people=True,
        )
        if not no_open:
            _open_browser(next(iter(links.values())))

    serve(case, reviewers, port=port, hides_confidence=hide_confidence, announce=announce)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # A user that the system has no name for, as in a container.
        return "reviewer"


def _open_browser(link: str) -> None:
    """In a window, never in the terminal that shows the links."""
    if sys.platform not in ("darwin", "win32") and not any(os.environ.get(name) for name in _DISPLAYS):
        return
    import webbrowser

    if not webbrowser.open(link):
        complain("no browser could be opened; open the link yourself")
