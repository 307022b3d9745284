"""What became of every annotated and every reported thing of one event."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.evaluation.gold import Gold, GoldDiscrepancy, GoldGroup, GoldSpeaker, GoldTrap
from reconcile.evaluation.predictions import PredictedDiscrepancy, PredictedGroup, PredictedPair, Predictions
from reconcile.evaluation.stretch import ClaimStretch, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPair:
    """The best stretches of two sources in a gold group, and whether a group joins them."""

    group: GoldGroup
    left: Stretch
    right: Stretch
    found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedPair:
    """Two claims that the report joins, and whether gold does too."""

    pair: PredictedPair
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A reported discrepancy and the gold one that it reports, None where it is wrong."""

    predicted: PredictedDiscrepancy
    gold: GoldDiscrepancy | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A gold discrepancy and whether some finding reports it."""

    gold: GoldDiscrepancy
    found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """A claim of one source only, and the group that joins it with another source's claim."""

    stretch: Stretch
    swallowed: PredictedGroup | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """A trap and the group that fell into it."""

    gold: GoldTrap
    sprung: PredictedGroup | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A quote, the claims that hold it, and whether one of them names the speaker."""

    gold: GoldSpeaker
    claims: tuple[ClaimStretch, ...]
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Everything that counts in one event, right or wrong. ``gold_pairs`` leaves optional groups out."""

    gold: Gold
    predictions: Predictions
    gold_pairs: tuple[GoldPair, ...]
    joined_pairs: tuple[JoinedPair, ...]
    findings: tuple[Finding, ...]
    expected: tuple[Expected, ...]
    singles: tuple[Single, ...]
    traps: tuple[Trap, ...]
    attributions: tuple[Attribution, ...]
    false_claims: tuple[ClaimStretch, ...]
