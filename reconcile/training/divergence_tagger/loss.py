"""What the tagger is trained to lessen."""

from __future__ import annotations

import math
from collections.abc import Iterator

import torch
from torch.nn import functional

from reconcile.models.divergence_outputs import ANSWERING, ASKING, KIND, LINK, RELATION
from reconcile.training.divergence_tagger.encoding import IGNORED, Batch

DIFFERS = 3.0
"""How much more a token that differs counts than one that does not: they are few."""
SCALE = 20.0
"""Of the loss of kinds, which most tokens make small, beside those of relations and links."""
BESIDE = 0.3
"""What the losses of relations and links count."""


def loss(outputs: torch.Tensor, batch: Batch) -> torch.Tensor:
    """The loss of a batch from its outputs, (pairs, tokens, WIDTH)."""
    total = SCALE * _of_kinds(outputs[..., KIND], batch)
    relations = torch.from_numpy(batch.relations).to(outputs.device)
    if bool((relations != IGNORED).any()):
        logits = outputs[..., RELATION].flatten(0, 1)
        total = total + BESIDE * functional.cross_entropy(logits, relations.flatten(), ignore_index=IGNORED)
    if links := list(_of_links(outputs, batch)):
        total = total + BESIDE * torch.stack(links).mean()
    return total


def _of_kinds(logits: torch.Tensor, batch: Batch) -> torch.Tensor:
    kinds = torch.from_numpy(batch.kinds).to(logits.device)
    weights = torch.from_numpy(batch.weights).to(logits.device)
    losses = functional.binary_cross_entropy_with_logits(logits, kinds, reduction="none")
    return (losses * weights * (1 + (DIFFERS - 1) * kinds)).sum() / weights.sum()


def _of_links(outputs: torch.Tensor, batch: Batch) -> Iterator[torch.Tensor]:
    """For each difference: how little of what its tokens in the first text ask for is answered by those in
    the second, as a mean of negative log likelihoods."""
    for row, pair in enumerate(batch.pairs):
        for ours, theirs in pair.links:
            products = outputs[row, ours, ASKING] @ outputs[row, pair.second, ANSWERING].T
            likely = torch.log_softmax(products / math.sqrt(LINK), dim=-1)
            among = torch.from_numpy((pair.second[:, None] == theirs).any(axis=1)).to(outputs.device)
            yield -torch.logsumexp(likely[:, among], dim=-1).mean()
