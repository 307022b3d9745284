"""A random network small enough to train in a test, with the shipped tokenizer."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import torch
from transformers import BertConfig, BertModel

from reconcile.models.shipped_weights import shipped_folder
from reconcile.training.relation_classifier.examples import Example, Relation
from reconcile.training.relation_classifier.recipe import RelationRecipe

RECIPE = RelationRecipe(
    steps=12, batch_size=4, max_tokens=64, peak_rate=1e-3, warmup=2, minimal_pairs=0, checkpoint_steps=4
)


def tiny_base(folder: Path) -> Path:
    """A folder with the weights of two layers of 32 numbers, config.json and tokenizer.json."""
    torch.manual_seed(0)
    config = BertConfig(
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=64,
        initializer_range=0.3,
    )
    BertModel(config).save_pretrained(folder)
    shutil.copy(shipped_folder() / "tokenizer.json", folder)
    return folder


def examples(epoch: int) -> Sequence[Example]:
    """Twenty pairs, other ones in each epoch."""
    return [
        Example(
            premise=f"Boat {number} of {epoch} left the harbour" + " at last" * (number % 5) + ".",
            hypothesis=f"Boat {number + number % 3} is at sea.",
            relation=list(Relation)[number % 3],
            origin="boats",
        )
        for number in range(20)
    ]
