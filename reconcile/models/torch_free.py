"""Imports without torch: thinc, below spaCy, imports it wherever it is installed, used or not."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from types import ModuleType


class _NoTorch(MetaPathFinder):
    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        if name == "torch":
            raise ModuleNotFoundError("torch is left out: the shipped pipeline does without", name=name)


@contextmanager
def torch_left_out() -> Iterator[None]:
    """While it holds, ``import torch`` fails as if torch were not installed; loaded torch stays.

    Importing torch takes longer than all else that spaCy does for a text.
    """
    finder = _NoTorch()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
