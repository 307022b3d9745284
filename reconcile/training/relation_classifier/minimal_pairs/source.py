"""The random source of all draws; keeps a third of names, places and figures for the held-out pairs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random
from typing import TypeVar
from zlib import crc32

from reconcile.lexicons import rows

T = TypeVar("T")


class Source:
    """Draws for the training pairs or for the held-out ones: what one draws, the other never does."""

    def __init__(self, seed: int, *, held_out: bool) -> None:
        self.random = Random(seed)
        self.held_out = held_out

    def owns(self, value: str) -> bool:
        """Whether the value belongs to this side of the split: a third is held out."""
        return (crc32(value.encode()) % 3 == 0) == self.held_out

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def pick(self, options: Sequence[T]) -> T:
        return self.random.choice(options)

    def two(self, options: Sequence[T]) -> tuple[T, T]:
        """Two draws from ``options``, which may be the same."""
        return self.pick(options), self.pick(options)

    def pool(self, table: str, kind: str = "") -> tuple[tuple[str, ...], ...]:
        """This side's things in ``table`` (of ``kind``), each with its other names."""
        return _pool(table, kind, self.held_out)

    def pick_other(self, options: Sequence[T], than: T) -> T:
        """One of ``options`` that is not ``than``."""
        return self.pick([option for option in options if option != than])


SHARED = {"quarter", "ordinal", "role", "speaker"}
"""Kinds with too few members to split."""


@cache
def _pool(table: str, kind: str, held_out: bool) -> tuple[tuple[str, ...], ...]:
    found = (row for row in rows(table, __package__) if not kind or row[0] == kind)
    side = Source(0, held_out=held_out)
    return tuple(
        tuple(names.split("|")) for _, names in found if kind in SHARED or side.owns(names.split("|")[0])
    )
