"""The tagger's network: a transformer that reads both sentences at once, and one linear layer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from transformers import AutoModel

from reconcile.models.divergence_outputs import KIND, WIDTH
from reconcile.training.divergence_tagger.encoding import Batch

DROPOUT = 0.1
"""As in BERT: ten thousand pairs are few, and without it the second epoch teaches nothing more."""
_RARE = -3.0
"""The log odds that the kinds begin with: few tokens differ."""


class DivergenceNetwork(torch.nn.Module):
    """For each token the numbers that reconcile/models/divergence_outputs.py names by columns."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.bert: Any = AutoModel.from_pretrained(
            base,
            add_pooling_layer=False,
            attn_implementation="sdpa",
            hidden_dropout_prob=DROPOUT,
            attention_probs_dropout_prob=DROPOUT,
            local_files_only=True,
        )
        self.dropout = torch.nn.Dropout(DROPOUT)
        self.head = torch.nn.Linear(self.bert.config.hidden_size, WIDTH)
        with torch.no_grad():
            self.head.bias[KIND] = _RARE

    def forward(self, batch: Batch) -> torch.Tensor:
        """float32 of shape (pairs, tokens, WIDTH)."""
        states = self.bert(**batch.inputs(self.device)).last_hidden_state
        outputs: torch.Tensor = self.head(self.dropout(states)).float()
        return outputs

    @property
    def device(self) -> torch.device:
        return self.head.weight.device
