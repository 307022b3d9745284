"""Claims of several sources that make the same statement, and how they relate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reconcile.schema.discrepancy import Discrepancy


class RelationKind(StrEnum):
    """How two claims of a group relate; the direction is that of the pair."""

    EQUIVALENT = "equivalent"
    LEFT_ENTAILS_RIGHT = "left-entails-right"
    RIGHT_ENTAILS_LEFT = "right-entails-left"
    CONTRADICTS = "contradicts"
    UNRELATED = "unrelated"


class GroupStatus(StrEnum):
    """What a reader should make of a group, the gravest first (REPORT.md)."""

    CONFLICT = "conflict"
    UPDATE = "update"
    PRECISION = "precision"
    WORDING = "wording"
    AGREEMENT = "agreement"
    SINGLE_SOURCE = "single-source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One scorer's say about a pair of claims, in [0, 1]."""

    scorer: str
    score: float
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPair:
    """Two claims by id, the probability that they make the same statement, and why."""

    left: str
    right: str
    score: float
    evidence: tuple[Evidence, ...] = ()
    relation: RelationKind = RelationKind.UNRELATED

    def __post_init__(self) -> None:
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"a score lies between 0 and 1, not {self.score}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGroup:
    """Claims (ids, in the order of their sources) that make the same statement.

    ``silent`` are the ids of the sources that do not make it, ``confidence`` is in [0, 1],
    ``origin`` the one source that all others in the group republish, where that is so.
    """

    id: str
    claims: tuple[str, ...]
    pairs: tuple[ClaimPair, ...] = ()
    silent: tuple[str, ...] = ()
    confidence: float = 1.0
    status: GroupStatus = GroupStatus.SINGLE_SOURCE
    summary: str = ""
    discrepancies: tuple[Discrepancy, ...] = ()
    origin: str | None = None

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError("a group without claims")
