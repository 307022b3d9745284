"""What a training run is made of; the run's folder keeps it, so that a run can go on as it began."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Sizes and schedule of one run.

    ``peak_rate`` is AdamW's learning rate after ``warmup`` (a share of all steps); it falls linearly
    to zero. ``max_tokens`` cuts a longer pair, longest text first. ``reversed_share`` of the
    contradictions is shown the other way round, as contradiction has no direction.
    ``minimal_pairs`` are generated anew for each epoch.
    """

    seed: int = 20_261
    epochs: int = 3
    batch_size: int = 64
    max_tokens: int = 160
    peak_rate: float = 1e-4
    warmup: float = 0.05
    weight_decay: float = 0.01
    label_smoothing: float = 0.05
    reversed_share: float = 0.15
    minimal_pairs: int = 30_000
    checkpoint_steps: int = 250
