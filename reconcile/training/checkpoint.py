"""The state of a run on disk: whole or not at all, so that a killed run loses minutes only."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import torch

from reconcile.errors import OptionError
from reconcile.training.recipe import Recipe

AnyRecipe = TypeVar("AnyRecipe", bound=Recipe)

_LAST, _STEADY, _RECIPE = "last.pt", "steady.pt", "recipe.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """Weights, optimiser and schedule after ``step`` steps."""

    step: int
    network: dict[str, Any]
    optimiser: dict[str, Any]
    schedule: dict[str, Any]


def save(folder: Path, checkpoint: Checkpoint, recipe: Recipe) -> None:
    """Writes beside the old checkpoint, then puts the new one in its place.

    The last one at the peak rate is kept as well: a longer run can go on from there.
    """
    unfinished = folder / f"{_LAST}.part"
    torch.save({name: getattr(checkpoint, name) for name in Checkpoint.__slots__}, unfinished)
    if checkpoint.step <= recipe.steady_until:
        (folder / _STEADY).unlink(missing_ok=True)
        (folder / _STEADY).hardlink_to(unfinished)
    unfinished.replace(folder / _LAST)


def load(folder: Path) -> Checkpoint | None:
    """The last checkpoint of ``folder``; None where the run has not got that far."""
    path = folder / _LAST
    if not path.is_file():
        return None
    return Checkpoint(**torch.load(path, map_location="cpu", weights_only=True))


def settle(folder: Path, recipe: Recipe) -> None:
    """Notes the recipe of a new run, or of one that shall be longer than it was.

    Raises OptionError when the folder holds a run of another recipe.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _RECIPE
    known = _recipe(folder, type(recipe)) if path.is_file() else recipe
    if replace(known, steps=recipe.steps) != recipe or known.steps > recipe.steps:
        raise OptionError(f"{folder}: holds a training run of another recipe; name a new folder")
    if known.steps < recipe.steps and (folder / _STEADY).is_file():
        (folder / _LAST).unlink(missing_ok=True)
        (folder / _LAST).hardlink_to(folder / _STEADY)
    path.write_text(json.dumps(asdict(recipe), indent=1) + "\n", encoding="utf-8")


def last(folder: Path, kind: type[AnyRecipe]) -> tuple[Checkpoint, AnyRecipe]:
    """The last checkpoint of ``folder`` and the recipe of its run, which is of ``kind``.

    Raises OptionError where there is none.
    """
    found = load(folder)
    if found is None:
        raise OptionError(f"{folder}: holds no training run with a checkpoint")
    return found, _recipe(folder, kind)


def _recipe(folder: Path, kind: type[AnyRecipe]) -> AnyRecipe:
    return kind(**json.loads((folder / _RECIPE).read_text(encoding="utf-8")))
