"""A training run: broken off, lengthened or whole, it comes to the same weights."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from reconcile.errors import OptionError
from reconcile.training import checkpoint
from reconcile.training.relation_classifier.recipe import RelationRecipe
from reconcile.training.relation_classifier.run import train
from tests.training.tiny_network import RECIPE, examples, tiny_base

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_base(tmp_path_factory.mktemp("base"))


class Told:
    """Notes the steps that a run tells of; ends it, as a cut of power would, after step ``until``."""

    def __init__(self, until: int | None = None) -> None:
        self.until = until
        self.steps: list[int] = []
        self.losses: list[float] = []

    def __call__(self, step: int, total: int, loss: float) -> None:
        self.steps.append(step)
        self.losses.append(loss)
        if step == self.until:
            raise KeyboardInterrupt


def run(
    base: Path, folder: Path, recipe: RelationRecipe = RECIPE, told: Told | None = None
) -> dict[str, Any]:
    network = train(examples, base, folder, recipe, told or Told())
    weights: dict[str, Any] = network.state_dict()
    return weights


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(torch.equal(one[name], other[name]) for name in one)


@pytest.mark.parametrize("until", [4, 8, 9])
def test_a_run_that_was_broken_off_ends_as_if_it_had_not_been(base: Path, tmp_path: Path, until: int) -> None:
    whole = run(base, tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        run(base, tmp_path / "broken", told=Told(until))
    told = Told()
    assert same(run(base, tmp_path / "broken", told=told), whole)
    assert told.steps == [step for step in (4, 8, 9, 12) if step > until]


@pytest.mark.slow
def test_a_longer_run_goes_on_from_the_last_step_at_the_peak_rate(base: Path, tmp_path: Path) -> None:
    longer = replace(RECIPE, steps=20)
    run(base, tmp_path / "run")
    told = Told()
    lengthened = run(base, tmp_path / "run", longer, told)
    assert told.steps == [12, 15, 16, 20]
    assert same(lengthened, run(base, tmp_path / "whole", longer))


def test_a_finished_run_gives_its_weights_at_once(base: Path, tmp_path: Path) -> None:
    first, told = run(base, tmp_path), Told()
    assert same(run(base, tmp_path, told=told), first)
    assert told.steps == []


@pytest.mark.slow
def test_the_network_learns_what_it_is_shown(base: Path, tmp_path: Path) -> None:
    told = Told()
    run(base, tmp_path, replace(RECIPE, steps=60, label_smoothing=0.0), told)
    assert told.losses[-1] < 0.6 * told.losses[0]


@pytest.mark.parametrize("other", [replace(RECIPE, seed=7), replace(RECIPE, steps=8)])
def test_a_folder_holds_one_recipe(base: Path, tmp_path: Path, other: RelationRecipe) -> None:
    run(base, tmp_path)
    with pytest.raises(OptionError, match="of another recipe"):
        run(base, tmp_path, other)


def test_a_folder_without_a_run_has_no_checkpoint(tmp_path: Path) -> None:
    assert checkpoint.load(tmp_path) is None
    with pytest.raises(OptionError, match="no training run"):
        checkpoint.last(tmp_path, RelationRecipe)


def test_a_checkpoint_that_was_not_finished_leaves_the_last_one(base: Path, tmp_path: Path) -> None:
    run(base, tmp_path)
    (tmp_path / "last.pt.part").write_bytes(b"half")
    last, recipe = checkpoint.last(tmp_path, RelationRecipe)
    assert (last.step, recipe) == (12, RECIPE)
