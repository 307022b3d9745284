"""The command that writes what a run has trained so far, the same for every model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from reconcile.models.model_file import ModelFile
from reconcile.models.shipped_weights import shipped_folder
from reconcile.training.recipe import Recipe

AnyRecipe = TypeVar("AnyRecipe", bound=Recipe)


def export_command(
    trained_network: Callable[[Path, Path], tuple[Any, AnyRecipe]],
    exported: Callable[[Any, Path, AnyRecipe], bytes],
) -> click.Command:
    """A command; ``trained_network`` gives that of the last checkpoint in a folder, ``exported`` its file."""

    @click.command()
    @click.argument("folder", type=click.Path(path_type=Path))
    @click.argument("output", type=click.Path(path_type=Path))
    def export(folder: Path, output: Path) -> None:
        """Write the last checkpoint of the run in FOLDER to OUTPUT, with its digest beside it."""
        base = shipped_folder()
        network, recipe = trained_network(folder, base)
        ModelFile(output).write(exported(network, base, recipe))

    return export
