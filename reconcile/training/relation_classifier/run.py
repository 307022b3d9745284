"""A training run: from examples to weights, with checkpoints on the way."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.optim.lr_scheduler import LambdaLR

from reconcile.training.relation_classifier import checkpoint
from reconcile.training.relation_classifier.batches import shuffled_batches
from reconcile.training.relation_classifier.checkpoint import Checkpoint
from reconcile.training.relation_classifier.encoding import Batch, Encoded, collate, encode
from reconcile.training.relation_classifier.examples import Example, Relation
from reconcile.training.relation_classifier.network import best_device, logits, new_network
from reconcile.training.relation_classifier.recipe import Recipe

Tell = Callable[[int, int, float], None]
"""Called with the steps done, their total and the mean loss since the last call."""


def train(
    examples: Callable[[int], Sequence[Example]], base: Path, folder: Path, recipe: Recipe, tell: Tell
) -> Any:
    """The trained network; ``examples`` gives those of an epoch, equally many for each.

    ``base`` is a folder with weights and tokenizer.json. Checkpoints go to ``folder``; a run that
    was broken off goes on from the last one, and one that is given more steps than before from the
    last one at the peak rate. Raises OptionError when the folder holds a run of another recipe.
    """
    checkpoint.settle(folder, recipe)
    torch.manual_seed(recipe.seed)
    network = new_network(base, best_device())
    tokenizer = base / "tokenizer.json"
    optimiser = _optimiser(network, recipe)
    schedule = LambdaLR(optimiser, _rate(recipe))
    done = _resume(folder, network, optimiser, schedule)
    network.train()
    losses: list[float] = []
    for step, batch in _batches(examples, tokenizer, recipe, done):
        losses.append(_step(network, batch, optimiser, schedule, recipe))
        if step % recipe.checkpoint_steps == 0 or step in (recipe.steady_until, recipe.steps):
            checkpoint.save(folder, _checkpoint(step, network, optimiser, schedule), recipe)
            tell(step, recipe.steps, float(np.mean(losses)))
            losses.clear()
    return network.eval()


def _batches(
    examples: Callable[[int], Sequence[Example]], tokenizer: Path, recipe: Recipe, done: int
) -> Iterator[tuple[int, Batch]]:
    """The batches that are still to be shown, each with the number of its step, from one."""
    stream = _epochs(examples, tokenizer, recipe, -(-len(examples(0)) // recipe.batch_size), done)
    return itertools.takewhile(lambda numbered: numbered[0] <= recipe.steps, stream)


def _epochs(
    examples: Callable[[int], Sequence[Example]], tokenizer: Path, recipe: Recipe, steps: int, done: int
) -> Iterator[tuple[int, Batch]]:
    for epoch in itertools.count(done // steps):
        encoded = encode(_some_reversed(examples(epoch), recipe, epoch), tokenizer, recipe.max_tokens)
        lengths = [len(pair.tokens) for pair in encoded]
        order = shuffled_batches(lengths, recipe.batch_size, seed=recipe.seed, epoch=epoch)
        first = max(done - epoch * steps, 0)
        for number, indices in enumerate(order[first:], start=epoch * steps + first + 1):
            yield number, collate(_chosen(encoded, indices))


def _chosen(encoded: Sequence[Encoded], indices: np.ndarray[Any, Any]) -> list[Encoded]:
    return [encoded[index] for index in indices]


def _some_reversed(examples: Sequence[Example], recipe: Recipe, epoch: int) -> list[Example]:
    random = np.random.default_rng([recipe.seed, epoch, 1])
    return [
        replace(example, premise=example.hypothesis, hypothesis=example.premise)
        if example.relation is Relation.CONTRADICTION and drawn < recipe.reversed_share
        else example
        for example, drawn in zip(examples, random.random(len(examples)), strict=True)
    ]


def _step(
    network: Any, batch: Batch, optimiser: torch.optim.Optimizer, schedule: LambdaLR, recipe: Recipe
) -> float:
    outputs = logits(network, batch)
    labels = torch.from_numpy(batch.labels).to(outputs.device)
    loss = torch.nn.functional.cross_entropy(outputs, labels, label_smoothing=recipe.label_smoothing)
    torch.autograd.backward(loss)
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    schedule.step()
    optimiser.zero_grad(set_to_none=True)
    return loss.item()


def _optimiser(network: Any, recipe: Recipe) -> torch.optim.Optimizer:
    """AdamW; biases and layer norms are not decayed."""
    decayed = [weight for weight in network.parameters() if weight.ndim > 1]
    plain = [weight for weight in network.parameters() if weight.ndim <= 1]
    groups = [
        {"params": decayed, "weight_decay": recipe.weight_decay},
        {"params": plain, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=recipe.peak_rate)


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
