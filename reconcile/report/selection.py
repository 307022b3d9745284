"""Which groups of a report are shown, in which order, and whether one is grave enough."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reconcile.errors import OptionError
from reconcile.schema import ClaimGroup, Discrepancy, DiscrepancyRelation, GroupStatus, Report

_GRAVITY = {status: rank for rank, status in enumerate(GroupStatus)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """What to show and how wide.

    ``only`` are the statuses shown, ``min_confidence`` in [0, 1] the least confidence of a discrepancy, and
    of a group that has none so sure, ``width`` the columns of the terminal. Raises OptionError.
    """

    only: frozenset[GroupStatus] = frozenset(GroupStatus)
    min_confidence: float = 0.0
    width: int = 100
    colour: bool = False

    def __post_init__(self) -> None:
        if not 0.0 <= self.min_confidence <= 1.0:
            raise OptionError(f"a confidence lies between 0 and 1, not {self.min_confidence}")
        if not self.only:
            raise OptionError("no status is left to show")

    @property
    def shows_everything(self) -> bool:
        return self.only == frozenset(GroupStatus) and self.min_confidence <= 0.0


def selected(report: Report, options: RenderOptions) -> tuple[ClaimGroup, ...]:
    """The groups shown, in the order of the report.

    A discrepancy below ``min_confidence`` is left out and the group takes the gravest status of
    the rest; a group that would lose all its discrepancies is not shown, since doubt about a
    difference is no agreement.
    """
    certain = (_certain_part(group, options.min_confidence) for group in report.groups)
    return tuple(group for group in certain if group is not None and group.status in options.only)


def ranked(groups: tuple[ClaimGroup, ...]) -> tuple[ClaimGroup, ...]:
    """The gravest status first; within one, what a desk would correct first, then the surest.

    Groups without a discrepancy stay in the order they come in.
    """
    return tuple(sorted(groups, key=lambda group: (_GRAVITY[group.status], _urgency(group))))


def gravest_first(discrepancies: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
    """What a desk would correct first, then the surest."""
    return tuple(sorted(discrepancies, key=_order))


def findings(report: Report, options: RenderOptions) -> tuple[tuple[ClaimGroup, Discrepancy], ...]:
    """Every discrepancy that is shown with its group, what a desk would correct first at the top."""
    shown = ((group, d) for group in selected(report, options) for d in group.discrepancies)
    return tuple(sorted(shown, key=lambda pair: _order(pair[1])))


def silent_on(group: ClaimGroup, discrepancy: Discrepancy) -> tuple[str, ...]:
    """The sources that have nothing to say on it: those whose words stand in another group are not silent."""
    heard = {value.source for value in discrepancy.values}
    return tuple(source for source in group.silent if source not in heard)


def has_finding(report: Report, level: DiscrepancyRelation, min_confidence: float = 0.0) -> bool:
    """Whether a discrepancy of at least ``min_confidence`` is as grave as ``level`` or graver."""
    shown = selected(report, RenderOptions(min_confidence=min_confidence))
    return any(d.relation.gravity <= level.gravity for group in shown for d in group.discrepancies)


def _certain_part(group: ClaimGroup, least: float) -> ClaimGroup | None:
    kept = tuple(d for d in group.discrepancies if d.confidence >= least)
    # A discrepancy may be surer than its group: more is known of its words.
    if group.confidence < least and not kept:
        return None
    if len(kept) == len(group.discrepancies):
        return group
    if not kept and group.status is not GroupStatus.SINGLE_SOURCE:
        return None
    if group.status is GroupStatus.SINGLE_SOURCE:
        return replace(group, discrepancies=kept)
    gravest = min((d.relation for d in kept), key=lambda relation: relation.gravity)
    return replace(group, discrepancies=kept, status=GroupStatus(gravest.value))


def _urgency(group: ClaimGroup) -> tuple[int, int, float]:
    """The order of the discrepancy that decides the status."""
    decisive = [d for d in group.discrepancies if d.relation.value == group.status.value]
    return min(map(_order, decisive), default=(0, 0, 0.0))


def _order(discrepancy: Discrepancy) -> tuple[int, int, float]:
    return discrepancy.severity.rank, discrepancy.relation.gravity, -discrepancy.confidence
