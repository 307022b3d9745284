"""How far confidences can be trusted: reliability by bins, and the expected calibration error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.evaluation.counts import share
from reconcile.evaluation.outcomes import Assessment
from reconcile.evaluation.reliability import Key, group_confidence, is_right, key_of
from reconcile.schema import Report

BINS = 10
"""Bins of equal width; as many as Naeini et al. 2015 have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A confidence and how far gold bears it out, each in [0, 1]."""

    confidence: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The observations with a confidence from ``low`` to below ``high``; the last bin has 1 too.

    ``mean`` is the mean confidence and the mean of what is right, 0 of nothing.
    """

    low: float
    high: float
    count: int
    mean: Observation

    @property
    def gap(self) -> float:
        """How far the mean confidence is from what is right, in [0, 1]."""
        return abs(self.mean.confidence - self.mean.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationCurve:
    """Confidences of one sort held against gold, such as "groups, as shipped"."""

    title: str
    observations: tuple[Observation, ...]

    @property
    def bins(self) -> tuple[Bin, ...]:
        """All bins, in order."""
        members: list[list[Observation]] = [[] for _ in range(BINS)]
        for one in self.observations:
            members[min(BINS - 1, int(one.confidence * BINS))].append(one)
        return tuple(
            Bin(low=number / BINS, high=(number + 1) / BINS, count=len(inside), mean=_mean(inside))
            for number, inside in enumerate(members)
        )

    @property
    def mean(self) -> Observation:
        """The mean confidence and the mean of what is right, 0 of nothing."""
        return _mean(self.observations)

    @property
    def error(self) -> float:
        """The expected calibration error, in [0, 1]: the gaps of the bins, weighed by their counts
        (Naeini et al. 2015; Guo et al. 2017, equation 3)."""
        return share(sum(one.count * one.gap for one in self.bins), len(self.observations))


def group_observations(report: Report, assessment: Assessment) -> Iterator[Observation]:
    """Each group of several sources once, right to the share of its pairs across sources that gold joins.

    So 0.8 is borne out where, of two claims picked from two sources of such groups, four times in
    five both make the same statement.
    """
    joined: dict[str, list[bool]] = {}
    for pair in assessment.joined_pairs:
        joined.setdefault(pair.pair.group, []).append(pair.right)
    for group in report.groups:
        if group.id in joined:
            rights = joined[group.id]
            yield Observation(confidence=group.confidence, right=share(sum(rights), len(rights)))


def discrepancy_observations(
    assessment: Assessment, reliabilities: Mapping[Key, float]
) -> Iterator[Observation]:
    """Each finding, with the confidence that ``reliabilities`` give it; right or wrong as those count it."""
    for finding in assessment.findings:
        confidence = group_confidence(finding) * reliabilities[key_of(finding)]
        yield Observation(confidence=confidence, right=float(is_right(finding)))


def _mean(observations: Sequence[Observation]) -> Observation:
    return Observation(
        confidence=share(sum(one.confidence for one in observations), len(observations)),
        right=share(sum(one.right for one in observations), len(observations)),
    )
