"""What a training run says while it goes on."""

from __future__ import annotations

import logging


def log_to_terminal() -> None:
    """Sends what is logged to the standard error stream, each line with its time."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")


def tell(step: int, total: int, loss: float) -> None:
    """Logs how far a run is, and its mean loss since the last time."""
    logging.info("step %d of %d: loss %.4f", step, total, loss)
