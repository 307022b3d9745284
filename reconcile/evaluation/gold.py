"""Gold annotations: what a careful reader found in the texts of one event."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reconcile.evaluation.stretch import Stretch
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, GroupStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDiscrepancy:
    """A difference in group ``group``; ``values`` holds one stretch a source.

    What is ``optional`` may be reported or not: it counts for precision, never against recall.
    """

    group: str
    kind: DiscrepancyKind
    relation: DiscrepancyRelation
    values: tuple[Stretch, ...]
    optional: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldGroup:
    """One statement of several sources; of a source's ``members`` the first is its best."""

    id: str
    fact: str
    status: GroupStatus
    members: tuple[Stretch, ...]
    discrepancies: tuple[GoldDiscrepancy, ...] = ()
    optional: bool = False

    @property
    def best(self) -> tuple[Stretch, ...]:
        """The first member of each source."""
        first: dict[str, Stretch] = {}
        for member in self.members:
            first.setdefault(member.source, member)
        return tuple(first.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTrap:
    """Two stretches that look alike and must not be joined."""

    left: Stretch
    right: Stretch
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSpeaker:
    """Who said ``quote``, in the article's words."""

    quote: Stretch
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """All that is annotated for the event in folder ``path``; spans are into its texts."""

    event: str
    path: Path
    groups: tuple[GoldGroup, ...]
    single_source: tuple[Stretch, ...] = ()
    traps: tuple[GoldTrap, ...] = ()
    speakers: tuple[GoldSpeaker, ...] = ()
    not_claims: tuple[Stretch, ...] = ()

    @property
    def discrepancies(self) -> tuple[GoldDiscrepancy, ...]:
        return tuple(found for group in self.groups for found in group.discrepancies)
