"""What a run of the divergence tagger is made of, beside what any run is."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.training.recipe import Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggerRecipe(Recipe):
    """The defaults that the shipped tagger was trained with: four epochs of 10,000 pairs, the rate falling
    from the start."""

    steps: int = 2_600
    batch_size: int = 16
    max_tokens: int = 224
    peak_rate: float = 7e-5
    head_rate: float = 10.0
    warmup: int = 60
    cooldown: float = 0.975
    checkpoint_steps: int = 50
