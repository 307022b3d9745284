"""What alignment missed, joined wrongly, or swallowed."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from reconcile.evaluation.miss import Miss, MissKind
from reconcile.evaluation.outcomes import Assessment, GoldPair
from reconcile.evaluation.predictions import PredictedGroup, PredictedPair, Predictions
from reconcile.evaluation.stretch import Stretch


def pairs_missed(assessment: Assessment) -> Iterator[Miss]:
    """Gold pairs that no group joins; those worded most alike are the worst."""
    for pair in assessment.gold_pairs:
        if pair.found:
            continue
        reason, where = _why_missed(pair, assessment.predictions)
        nearest = _nearest(pair, assessment.predictions)
        yield Miss(
            kind=MissKind.PAIR_MISSED,
            event=assessment.gold.event,
            reason=reason,
            rank=(-fuzz.token_sort_ratio(pair.left.text, pair.right.text),),
            detail=f"{pair.group.id}{where}",
            stretches=(pair.left, pair.right),
            nearest=(nearest.left, nearest.right) if nearest else (),
            score=nearest.score if nearest else None,
        )


def pairs_wrong(assessment: Assessment) -> Iterator[Miss]:
    """Joined pairs that gold does not join; those joined with the highest score are the worst."""
    for joined in assessment.joined_pairs:
        if joined.right:
            continue
        pair = joined.pair
        reason, detail = _why_wrong(pair, assessment)
        yield Miss(
            kind=MissKind.PAIR_WRONG,
            event=assessment.gold.event,
            reason=reason,
            rank=(-(pair.score or 0.0),),
            detail=detail,
            stretches=(pair.left, pair.right),
            score=pair.score,
        )


def traps_sprung(assessment: Assessment) -> Iterator[Miss]:
    """Traps that a group joins, by score."""
    for trap in assessment.traps:
        if trap.sprung is None:
            continue
        joined = _closest(trap.gold.left, trap.gold.right, trap.sprung.pairs)
        score = joined.score if joined else None
        yield Miss(
            kind=MissKind.TRAP_SPRUNG,
            event=assessment.gold.event,
            reason="joined all the same",
            rank=(-(score or 0.0),),
            detail=trap.gold.why,
            stretches=(trap.gold.left, trap.gold.right),
            nearest=(joined.left, joined.right) if joined else (),
            score=score,
        )


def singles_swallowed(assessment: Assessment) -> Iterator[Miss]:
    """Claims of one source that a group joins with another source's, by score."""
    for single in assessment.singles:
        if single.swallowed is None:
            continue
        joined = _partner(single.stretch, single.swallowed)
        yield Miss(
            kind=MissKind.SINGLE_SWALLOWED,
            event=assessment.gold.event,
            reason="joined with another source's claim",
            rank=(-(joined.score or 0.0),),
            stretches=(single.stretch,),
            nearest=(joined.left, joined.right),
            score=joined.score,
        )


def _why_missed(pair: GoldPair, predicted: Predictions) -> tuple[str, str]:
    """The category, and where it holds."""
    sides = (pair.left, pair.right)
    empty = [side.source for side in sides if not any(claim.touches(side) for claim in predicted.claims)]
    if empty:
        return "no claim there", f": no claim touches the span in {' and '.join(empty)}"
    unlike = [side.source for side in sides if not any(claim.matches(side) for claim in predicted.claims)]
    if unlike:
        return "claims cut otherwise", f": no claim matches the span in {' and '.join(unlike)}"
    return "claims there but not joined", ""


def _nearest(pair: GoldPair, predicted: Predictions) -> PredictedPair | None:
    """The joined pair of the two sources that comes closest to the gold one."""
    joined = tuple(candidate for group in predicted.groups for candidate in group.pairs)
    return _closest(pair.left, pair.right, joined)


def _closest(left: Stretch, right: Stretch, joined: tuple[PredictedPair, ...]) -> PredictedPair | None:
    """Of the pairs that touch a side the one that touches more, then the one with the higher score."""

    def closeness(pair: PredictedPair) -> tuple[int, int, float]:
        touched = pair.left.touches(left) + pair.right.touches(right)
        matched = pair.left.matches(left) + pair.right.matches(right)
        return touched, matched, pair.score or 0.0

    same = [pair for pair in joined if (pair.left.source, pair.right.source) == (left.source, right.source)]
    best = max(same, key=closeness, default=None)
    return best if best and closeness(best)[0] else None


def _partner(stretch: Stretch, group: PredictedGroup) -> PredictedPair:
    """The group's pair with the highest score that has ``stretch`` on a side."""
    having = [pair for pair in group.pairs if pair.left.matches(stretch) or pair.right.matches(stretch)]
    return max(having, key=lambda pair: pair.score or 0.0)


def _why_wrong(pair: PredictedPair, assessment: Assessment) -> tuple[str, str]:
    """The category, and what gold has at the two places."""
    for trap in assessment.gold.traps:
        if pair.left.touches(trap.left) and pair.right.touches(trap.right):
            return "a trap", trap.why
    left, right = (_gold_groups(side, assessment) for side in (pair.left, pair.right))
    shared = [group for group in left if group in right]
    if shared:
        return "the right statement, cut otherwise", f"gold has {shared[0]} there"
    if left and right:
        return "two statements", f"gold has {left[0]} and {right[0]} there"
    if left or right:
        side, group = (pair.left, left[0]) if left else (pair.right, right[0])
        return "a shared statement and another", f"gold has {group} in {side.source}, nothing in the other"
    return "no gold statement in either", ""


def _gold_groups(stretch: Stretch, assessment: Assessment) -> list[str]:
    """Ids of the gold groups with a member that ``stretch`` touches, the largest overlap first."""
    overlap = {
        group.id: max((member.shared(stretch) for member in group.members), default=0)
        for group in assessment.gold.groups
    }
    return sorted((group for group, shared in overlap.items() if shared), key=lambda group: -overlap[group])
