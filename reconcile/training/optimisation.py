"""A training run: from batches to weights, with checkpoints on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from torch.optim.lr_scheduler import LambdaLR

from reconcile.training import checkpoint
from reconcile.training.checkpoint import Checkpoint
from reconcile.training.recipe import Recipe

Tell = Callable[[int, int, float], None]
"""Called with the steps done, their total and the mean loss since the last call."""

HEAD = "head."
"""How the names of those weights begin that a recipe may let learn faster."""

Batch = TypeVar("Batch")


def optimise(
    network: Any,
    batches: Callable[[int], Iterator[tuple[int, Batch]]],
    loss: Callable[[Batch], torch.Tensor],
    *,
    folder: Path,
    recipe: Recipe,
    tell: Tell,
) -> None:
    """Trains ``network`` in place; ``batches`` gives those after a step, each with its number from one.

    Checkpoints go to ``folder``; a run that was broken off goes on from the last one, and one that is
    given more steps than before from the last one at the peak rate. Raises OptionError when the
    folder holds a run of another recipe.
    """
    checkpoint.settle(folder, recipe)
    optimiser = _optimiser(network, recipe)
    schedule = LambdaLR(optimiser, _rate(recipe))
    done = _resume(folder, network, optimiser, schedule)
    network.train()
    losses: list[float] = []
    for step, batch in batches(done):
        # What dropout draws hangs on the step alone, so that a resumed run draws the same.
        torch.manual_seed(recipe.seed + step)
        losses.append(_step(network, loss(batch), optimiser, schedule))
        if step % recipe.checkpoint_steps == 0 or step in (recipe.steady_until, recipe.steps):
            checkpoint.save(folder, _checkpoint(step, network, optimiser, schedule), recipe)
            tell(step, recipe.steps, float(np.mean(losses)))
            losses.clear()
    network.eval()


def _step(network: Any, loss: torch.Tensor, optimiser: torch.optim.Optimizer, schedule: LambdaLR) -> float:
    torch.autograd.backward(loss)
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    schedule.step()
    optimiser.zero_grad(set_to_none=True)
    return loss.item()


def _optimiser(network: Any, recipe: Recipe) -> torch.optim.Optimizer:
    """AdamW; biases and layer norms are not decayed."""
    groups = []
    for fresh, rate in ((False, recipe.peak_rate), (True, recipe.peak_rate * recipe.head_rate)):
        weights = [w for name, w in network.named_parameters() if name.startswith(HEAD) is fresh]
        decayed = [weight for weight in weights if weight.ndim > 1]
        plain = [weight for weight in weights if weight.ndim <= 1]
        groups += [
            {"params": decayed, "lr": rate, "weight_decay": recipe.weight_decay},
            {"params": plain, "lr": rate, "weight_decay": 0.0},
        ]
    return torch.optim.AdamW([group for group in groups if group["params"]], lr=recipe.peak_rate)


def _rate(recipe: Recipe) -> Callable[[int], float]:
    """The share of the peak rate at a step: rises linearly, holds, falls linearly to zero."""
    falling = max(1, recipe.steps - recipe.steady_until)

    def rate(step: int) -> float:
        return max(0.0, min(1.0, (step + 1) / recipe.warmup, (recipe.steps - step) / falling))

    return rate


def _resume(folder: Path, network: Any, optimiser: torch.optim.Optimizer, schedule: LambdaLR) -> int:
    last = checkpoint.load(folder)
    if last is None:
        return 0
    network.load_state_dict(last.network)
    optimiser.load_state_dict(last.optimiser)
    schedule.load_state_dict(last.schedule)
    return last.step


def _checkpoint(step: int, network: Any, optimiser: torch.optim.Optimizer, schedule: LambdaLR) -> Checkpoint:
    return Checkpoint(
        step=step,
        network=network.state_dict(),
        optimiser=optimiser.state_dict(),
        schedule=schedule.state_dict(),
    )
