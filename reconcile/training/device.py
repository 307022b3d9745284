"""Where a training run computes, and how exactly."""

from __future__ import annotations

from contextlib import AbstractContextManager

import torch


def best_device() -> torch.device:
    """A GPU where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def mixed_precision(device: torch.device) -> AbstractContextManager[object]:
    """bfloat16 on a GPU; most processors are slower with it."""
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cuda")


def fastest_precision(device: torch.device) -> AbstractContextManager[object]:
    """bfloat16 also on a processor that multiplies it by itself, which is twice as fast."""
    capabilities: dict[str, object] = getattr(torch.cpu, "get_capabilities", dict)()
    multiplies = device.type == "cuda" or bool(capabilities.get("avx512_bf16"))
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=multiplies)
