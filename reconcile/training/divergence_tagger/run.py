"""A training run of the divergence tagger: from marked pairs to weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from reconcile.models.model_file import ModelFile
from reconcile.training.batches import numbered_batches
from reconcile.training.device import best_device, fastest_precision
from reconcile.training.divergence_tagger.encoding import Batch, Encoded, collate, encode
from reconcile.training.divergence_tagger.examples import Example
from reconcile.training.divergence_tagger.loss import loss
from reconcile.training.divergence_tagger.network import DivergenceNetwork
from reconcile.training.divergence_tagger.recipe import TaggerRecipe
from reconcile.training.optimisation import Tell, optimise
from reconcile.training.shipped_network import begin_with


def train(
    examples: Sequence[Example],
    base: Path,
    folder: Path,
    recipe: TaggerRecipe,
    tell: Tell,
    *,
    begun: ModelFile | None = None,
) -> DivergenceNetwork:
    """The trained network. ``base`` is a folder with weights and tokenizer.json; with a shipped model
    ``begun`` it begins with its weights instead. ``folder`` keeps the run, as ``optimise`` says.

    Raises OptionError when the folder holds a run of another recipe, and what ``begin_with`` raises.
    """
    torch.manual_seed(recipe.seed)
    network = DivergenceNetwork(base)
    if begun is not None:
        begin_with(network, begun)
    network = network.to(best_device())

    def encoded(epoch: int) -> Sequence[Encoded]:
        return encode(_some_turned(examples, recipe, epoch), base / "tokenizer.json", recipe.max_tokens)

    def batches(done: int) -> Iterator[tuple[int, Batch]]:
        return numbered_batches(encoded, collate, recipe, count=len(examples), done=done)

    def of_batch(batch: Batch) -> torch.Tensor:
        with fastest_precision(network.device):
            return loss(network(batch), batch)

    optimise(network, batches, of_batch, folder=folder, recipe=recipe, tell=tell)
    return network


def _some_turned(examples: Sequence[Example], recipe: TaggerRecipe, epoch: int) -> list[Example]:
    """Half of them the other way round, in each epoch another half: neither text comes first."""
    drawn = np.random.default_rng([recipe.seed, epoch, 1]).random(len(examples)) < 0.5
    return [one.turned() if turn else one for one, turn in zip(examples, drawn, strict=True)]
