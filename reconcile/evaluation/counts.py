"""Counts that add up over events, and the rates that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reconcile.schema import DiscrepancyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Precision, recall and their harmonic mean, each in [0, 1]; 0 where there is nothing to count."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """``found`` of ``gold`` annotated things, ``right`` of ``made`` reported ones."""

    gold: int = 0
    found: int = 0
    made: int = 0
    right: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            gold=self.gold + other.gold,
            found=self.found + other.found,
            made=self.made + other.made,
            right=self.right + other.right,
        )

    @property
    def rates(self) -> Rates:
        precision = share(self.right, self.made)
        recall = share(self.found, self.gold)
        f1 = share(2 * precision * recall, precision + recall)
        return Rates(precision=precision, recall=recall, f1=f1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What one event, or several together, scored.

    ``alignment`` counts pairs across sources, ``alerts`` the discrepancies whose relation is
    conflict or update. In ``kinds`` a gold discrepancy counts under its own kind and a reported
    one under the kind it was given, which may be another that gold allows. ``not_claims`` are
    stretches marked as no claims, ``not_claims_touched`` the claims that touch one.
    """

    alignment: Tally = Tally()
    discrepancies: Tally = Tally()
    alerts: Tally = Tally()
    kinds: Mapping[DiscrepancyKind, Tally] = field(default_factory=dict)
    relations_right: int = 0
    singles: int = 0
    singles_kept: int = 0
    traps: int = 0
    traps_sprung: int = 0
    speakers: int = 0
    speakers_right: int = 0
    not_claims: int = 0
    not_claims_touched: int = 0

    def __add__(self, other: Counts) -> Counts:
        """The counts of both together, from which micro averages follow."""
        return Counts(
            alignment=self.alignment + other.alignment,
            discrepancies=self.discrepancies + other.discrepancies,
            alerts=self.alerts + other.alerts,
            kinds={kind: self.kind(kind) + other.kind(kind) for kind in DiscrepancyKind},
            relations_right=self.relations_right + other.relations_right,
            singles=self.singles + other.singles,
            singles_kept=self.singles_kept + other.singles_kept,
            traps=self.traps + other.traps,
            traps_sprung=self.traps_sprung + other.traps_sprung,
            speakers=self.speakers + other.speakers,
            speakers_right=self.speakers_right + other.speakers_right,
            not_claims=self.not_claims + other.not_claims,
            not_claims_touched=self.not_claims_touched + other.not_claims_touched,
        )

    def kind(self, kind: DiscrepancyKind) -> Tally:
        return self.kinds.get(kind, Tally())

    @property
    def relation_accuracy(self) -> float:
        """Share of the right discrepancies whose relation is the gold one."""
        return share(self.relations_right, self.discrepancies.right)

    @property
    def single_source_kept(self) -> float:
        return share(self.singles_kept, self.singles)

    @property
    def speaker_accuracy(self) -> float:
        return share(self.speakers_right, self.speakers)


def share(part: float, whole: float) -> float:
    """``part / whole``, and 0 of nothing."""
    return part / whole if whole else 0.0
