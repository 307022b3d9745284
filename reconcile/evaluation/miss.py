"""A miss: something that gold and the report disagree about, put so that a person can learn from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reconcile.evaluation.stretch import Stretch


class MissKind(StrEnum):
    """What went wrong; the value heads its list."""

    PAIR_MISSED = "gold pairs not joined"
    PAIR_WRONG = "wrong pairs joined"
    TRAP_SPRUNG = "traps sprung"
    SINGLE_SWALLOWED = "single-source claims swallowed"
    DISCREPANCY_MISSED = "gold discrepancies missed"
    DISCREPANCY_WRONG = "wrong discrepancies made"
    RELATION_WRONG = "discrepancies with a wrong relation"
    SPEAKER_WRONG = "speakers missed"
    NOT_A_CLAIM = "claims made of what is none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One miss of one event.

    ``reason`` is a category, the same words for the same cause, ``detail`` the particulars.
    ``stretches`` are what gold or the report has there, ``nearest`` what the report has instead.
    The miss with the lowest ``rank`` among those of its kind is the worst.
    """

    kind: MissKind
    event: str
    reason: str
    rank: tuple[float, ...]
    detail: str = ""
    stretches: tuple[Stretch, ...] = ()
    nearest: tuple[Stretch, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissList:
    """The worst misses of a kind, out of ``total``; ``reasons`` counts the causes of all."""

    kind: MissKind
    total: int
    reasons: tuple[tuple[str, int], ...]
    worst: tuple[Miss, ...]


def worst_misses(misses: Iterable[Miss], limit: int) -> tuple[MissList, ...]:
    """At most ``limit`` misses of each kind that has any, the worst first."""
    found = list(misses)
    per_kind = {kind: [miss for miss in found if miss.kind is kind] for kind in MissKind}
    return tuple(_ranked(kind, of_kind, limit) for kind, of_kind in per_kind.items() if of_kind)


def _ranked(kind: MissKind, misses: list[Miss], limit: int) -> MissList:
    reasons = Counter(miss.reason for miss in misses)
    return MissList(
        kind=kind,
        total=len(misses),
        reasons=tuple(reasons.most_common()),
        worst=tuple(sorted(misses, key=lambda miss: miss.rank)[:limit]),
    )
