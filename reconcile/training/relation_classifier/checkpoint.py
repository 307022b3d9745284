"""The state of a run on disk: whole or not at all, so that a killed run loses minutes only."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from reconcile.errors import OptionError
from reconcile.training.relation_classifier.recipe import Recipe

_STATE, _RECIPE = "state.pt", "recipe.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """Weights, optimiser and schedule after ``step`` steps."""

    step: int
    network: dict[str, Any]
    optimiser: dict[str, Any]
    schedule: dict[str, Any]


def save(folder: Path, checkpoint: Checkpoint) -> None:
    """Writes beside the old checkpoint, then puts the new one in its place."""
    unfinished = folder / f"{_STATE}.part"
    torch.save({name: getattr(checkpoint, name) for name in Checkpoint.__slots__}, unfinished)
    unfinished.replace(folder / _STATE)


def load(folder: Path) -> Checkpoint | None:
    """The last checkpoint of ``folder``; None where the run has not got that far."""
    path = folder / _STATE
    if not path.is_file():
        return None
    return Checkpoint(**torch.load(path, map_location="cpu", weights_only=True))


def settle(folder: Path, recipe: Recipe) -> None:
    """Notes the recipe of a new run. Raises OptionError when the folder holds a run of another one."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _RECIPE
    if not path.is_file():
        path.write_text(json.dumps(asdict(recipe), indent=1) + "\n", encoding="utf-8")
    elif json.loads(path.read_text(encoding="utf-8")) != asdict(recipe):
        raise OptionError(f"{folder}: holds a training run of another recipe; name a new folder")
