"""The command that writes what a run has trained so far, the same for every model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from reconcile.models.model_file import ModelFile


def export_command(last: Callable[[Path], bytes]) -> click.Command:
    """A command; ``last`` gives the content of the file for the last checkpoint in a folder."""

    @click.command()
    @click.argument("folder", type=click.Path(path_type=Path))
    @click.argument("output", type=click.Path(path_type=Path))
    def export(folder: Path, output: Path) -> None:
        """Write the last checkpoint of the run in FOLDER to OUTPUT, with its digest beside it."""
        ModelFile(output).write(last(folder))

    return export
