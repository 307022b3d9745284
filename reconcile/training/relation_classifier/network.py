"""The cross-encoder: a transformer that reads both texts at once, with three outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForSequenceClassification

from reconcile.training.device import mixed_precision
from reconcile.training.relation_classifier.encoding import LABELS, Batch


def new_network(base: Path, device: torch.device) -> Any:
    """The weights of ``base`` under a fresh classification head.

    Dropout is off: with a handful of epochs over 200,000 pairs it only slows a model this small.
    """
    network = AutoModelForSequenceClassification.from_pretrained(
        base,
        num_labels=len(LABELS),
        id2label={number: label.value for number, label in enumerate(LABELS)},
        label2id={label.value: number for number, label in enumerate(LABELS)},
        attn_implementation="sdpa",
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        local_files_only=True,
    )
    return network.to(device)


def logits(network: Any, batch: Batch) -> torch.Tensor:
    """The outputs for a batch, float32 of shape (pairs, 3)."""
    device = next(network.parameters()).device
    with mixed_precision(device):
        result = network(**batch.inputs(device))
    scores: torch.Tensor = result.logits.float()
    return scores
