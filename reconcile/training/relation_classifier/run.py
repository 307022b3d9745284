"""A training run of the relation classifier: from examples to weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from reconcile.models.model_file import ModelFile
from reconcile.training.batches import numbered_batches
from reconcile.training.device import best_device
from reconcile.training.optimisation import Tell, optimise
from reconcile.training.relation_classifier.encoding import Batch, Encoded, collate, encode
from reconcile.training.relation_classifier.examples import Example, Relation
from reconcile.training.relation_classifier.network import logits, new_network
from reconcile.training.relation_classifier.recipe import RelationRecipe
from reconcile.training.shipped_network import begin_with


def train(
    examples: Callable[[int], Sequence[Example]],
    base: Path,
    folder: Path,
    recipe: RelationRecipe,
    tell: Tell,
    *,
    begun: ModelFile | None = None,
) -> Any:
    """The trained network; ``examples`` gives those of an epoch, equally many for each.

    ``base`` is a folder with weights and tokenizer.json; with a shipped model ``begun`` it begins with
    its weights instead. ``folder`` keeps the run, as ``optimise`` says. Raises OptionError when it
    holds a run of another recipe, and what ``begin_with`` raises.
    """
    torch.manual_seed(recipe.seed)
    network = new_network(base, best_device())
    if begun is not None:
        begin_with(network, begun)

    def encoded(epoch: int) -> Sequence[Encoded]:
        shown = _some_reversed(examples(epoch), recipe, epoch)
        return encode(shown, base / "tokenizer.json", recipe.max_tokens)

    def batches(done: int) -> Iterator[tuple[int, Batch]]:
        return numbered_batches(encoded, collate, recipe, count=len(examples(0)), done=done)

    def cost(batch: Batch) -> torch.Tensor:
        return loss(logits(network, batch), batch, recipe.label_smoothing)

    optimise(network, batches, cost, folder=folder, recipe=recipe, tell=tell)
    return network


def _some_reversed(examples: Sequence[Example], recipe: RelationRecipe, epoch: int) -> list[Example]:
    random = np.random.default_rng([recipe.seed, epoch, 1])
    return [
        replace(example, premise=example.hypothesis, hypothesis=example.premise)
        if example.relation is Relation.CONTRADICTION and drawn < recipe.reversed_share
        else example
        for example, drawn in zip(examples, random.random(len(examples)), strict=True)
    ]


def loss(outputs: torch.Tensor, batch: Batch, label_smoothing: float) -> torch.Tensor:
    """Cross-entropy of ``outputs``, float32 of shape (pairs, 3), with label smoothing; where several labels
    may be right, of all these together."""
    log_probabilities = torch.log_softmax(outputs, dim=-1)
    may_be_right = torch.from_numpy(batch.labels).to(outputs.device)
    right = torch.logsumexp(log_probabilities.masked_fill(~may_be_right, -torch.inf), dim=-1)
    return -torch.lerp(right, log_probabilities.mean(dim=-1), label_smoothing).mean()
