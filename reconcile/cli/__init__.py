"""The command line: one module per command, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click

from reconcile.cli.boundary import guarded
from reconcile.version import __version__

COMMANDS: Mapping[str, str] = {
    "diff": "reconcile.cli.diff",
    "claims": "reconcile.cli.claims",
    "export": "reconcile.cli.export",
    "import-judgements": "reconcile.cli.import_judgements",
    "evaluate": "reconcile.cli.evaluate",
    "evaluate-facets": "reconcile.cli.evaluate_facets",
    "case": "reconcile.cli.case",
    "models": "reconcile.cli.models",
    "review": "reconcile.cli.review",
    "train": "reconcile.cli.train",
}
"""Command names and the modules that define a command object of that name, ``_`` for ``-``."""


class CommandGroup(click.Group):
    """Imports a command when it is needed and turns every error into one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: object = getattr(import_module(COMMANDS[cmd_name]), cmd_name.replace("-", "_"))
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name]}.{cmd_name} is no command")
        return command

    def invoke(self, ctx: click.Context) -> object:
        with guarded(ctx):
            return super().invoke(ctx)


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Do several accounts of one event say the same thing?

    Claims of different sources are aligned, what differs between them is named and typed, and
    every finding says where it stands. Exit status: 0 when nothing was found or none was asked
    for, 1 when --fail-on found something, 2 on trouble.
    """
