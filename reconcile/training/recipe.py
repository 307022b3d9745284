"""What a training run is made of; the run's folder keeps it, so that a run can go on as it began."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Sizes and schedule of one run.

    ``peak_rate`` is AdamW's learning rate after ``warmup`` steps; weights whose names begin with "head."
    learn ``head_rate`` times as fast. It holds until the last ``cooldown`` share of all
    ``steps``, then falls linearly to zero (Hägele et al. 2024, "Scaling laws and compute-optimal
    training beyond fixed training durations"), so that a run can be lengthened. ``max_tokens`` cuts
    a longer pair, longest text first.
    """

    seed: int = 20_261
    steps: int = 15_000
    batch_size: int = 32
    max_tokens: int = 160
    peak_rate: float = 8e-5
    head_rate: float = 1.0
    warmup: int = 250
    cooldown: float = 0.25
    weight_decay: float = 0.01
    checkpoint_steps: int = 125

    @property
    def steady_until(self) -> int:
        """The last step at the peak rate."""
        return self.steps - round(self.steps * self.cooldown)
