"""What a training run is made of; the run's folder keeps it, so that a run can go on as it began."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Sizes and schedule of one run.

    ``peak_rate`` is AdamW's learning rate after ``warmup`` steps. It holds until the last
    ``cooldown`` share of all ``steps``, then falls linearly to zero (Hägele et al. 2024, "Scaling
    laws and compute-optimal training beyond fixed training durations"), so that a run can be
    lengthened. ``max_tokens`` cuts a longer pair, longest text first. ``reversed_share`` of the
    contradictions is shown the other way round, as contradiction has no direction.
    ``minimal_pairs`` are generated anew for each epoch.
    """

    seed: int = 20_261
    steps: int = 15_000
    batch_size: int = 32
    max_tokens: int = 160
    peak_rate: float = 8e-5
    warmup: int = 250
    cooldown: float = 0.25
    weight_decay: float = 0.01
    label_smoothing: float = 0.05
    reversed_share: float = 0.15
    minimal_pairs: int = 31_500
    checkpoint_steps: int = 125

    @property
    def steady_until(self) -> int:
        """The last step at the peak rate."""
        return self.steps - round(self.steps * self.cooldown)
