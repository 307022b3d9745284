"""Comparing two expressions of time: do they agree, is one more exact, or do they conflict?"""

from __future__ import annotations

import re
from functools import cache

from reconcile.comparison.duration import compare_durations
from reconcile.comparison.time_of_day import compare_times_of_day, may_meet
from reconcile.comparison.time_wording import described, quoted
from reconcile.comparison.verdicts import compatible, undecided
from reconcile.lexicons import mapping, rows
from reconcile.schema import Comparison, Granularity, Interval, Side, TimeFacet, TimeForm, Verdict

_PARTS = frozenset({Granularity.MONTH_PART, Granularity.YEAR_PART})
_OF_A_DAY = frozenset({Granularity.TIME_OF_DAY, Granularity.DAY_PART, Granularity.DAY})
_LOOSE = _PARTS | {Granularity.WEEK, Granularity.WEEKEND, Granularity.SEASON}
"""What has no sharp border: weeks begin on Sunday for some and on Monday for others."""

_BARE_WEEKDAY = re.compile(r"(?:(?:on|last|this|next|the|coming)\s+)*(?P<day>[a-z]+)")

_OPEN = frozenset({"past", "before", "after"})
"""Outlooks of vague words that stand for a date left unsaid, as ``time_vague.tsv`` gives them."""


def compare_times(left: TimeFacet, right: TimeFacet) -> Comparison:
    """Calendar times by their days and clock, durations by their length.

    Equal values agree; one inside the other is compatible and the more exact; overlapping ones
    are compatible. Disjoint ones conflict, unless another reading of one of them reconciles the
    two: then, as with what cannot be resolved or is not of one form, nothing is decided.
    """
    if _order(right) < _order(left):
        return compare_times(right, left).mirrored()
    outcome = _compared(left, right)
    return Comparison(
        verdict=outcome.verdict,
        reason=outcome.reason,
        more_exact=outcome.more_exact,
        same_form=_normal(left.text) == _normal(right.text),
    )


def _order(time: TimeFacet) -> tuple[str, ...]:
    """Any total order by meaning: the reason is then the same whichever comes first."""
    fields = (
        time.form,
        time.interval,
        time.granularity,
        time.alternatives,
        time.clock,
        time.day_part,
        time.length_low,
        time.length_high,
        time.anchor,
    )
    return (_normal(time.text), time.text, *map(repr, fields))


def _normal(text: str) -> str:
    return " ".join(text.casefold().split())


def _compared(left: TimeFacet, right: TimeFacet) -> Comparison:
    match left.form, right.form:
        case TimeForm.CALENDAR, TimeForm.CALENDAR:
            return _calendar(left, right)
        case TimeForm.DURATION, TimeForm.DURATION:
            return compare_durations(left, right)
        case TimeForm.CALENDAR, TimeForm.VAGUE:
            return _calendar_and_vague(left, right, Side.LEFT)
        case TimeForm.VAGUE, TimeForm.CALENDAR:
            return _calendar_and_vague(right, left, Side.RIGHT)
        case TimeForm.SET, TimeForm.SET if _normal(left.text) == _normal(right.text):
            return Comparison(verdict=Verdict.AGREE, reason=f"both recur {quoted(left)}")
    return undecided(f"{quoted(left)} and {quoted(right)} cannot be measured against each other")


def _calendar(left: TimeFacet, right: TimeFacet) -> Comparison:
    if left.interval is None or right.interval is None:
        return _unresolved(left, right)
    if left.interval == right.interval:
        return _same_days(left, right)
    for side, outer, inner in ((Side.RIGHT, left, right), (Side.LEFT, right, left)):
        if _first(outer).contains(_first(inner)):
            return compatible(f"{described(inner)} lies in {described(outer)}", side)
    if left.interval.overlaps(right.interval):
        return compatible(f"{described(left)} overlaps {described(right)}")
    return _disjoint(left, right)


def _first(time: TimeFacet) -> Interval:
    assert time.interval is not None
    return time.interval


def _same_days(left: TimeFacet, right: TimeFacet) -> Comparison:
    """The same days; within one day the times of day decide."""
    whole = _first(left)
    if (whole.end - whole.begin).days == 1 and (_has_time_of_day(left) or _has_time_of_day(right)):
        return compare_times_of_day(left, right)
    return Comparison(verdict=Verdict.AGREE, reason=f"both are {described(left)}")


def _has_time_of_day(time: TimeFacet) -> bool:
    return time.clock is not None or time.day_part is not None


def _disjoint(left: TimeFacet, right: TimeFacet) -> Comparison:
    apart = f"{described(left)} is not {described(right)}"
    if any(one.overlaps(other) for one in _readings(left) for other in _readings(right)):
        return undecided(f"{apart}, but another reading of {_reread(left, right)} reconciles them")
    if may_meet(left, right) or _share_a_loose_border(left, right):
        return undecided(f"{apart}, but the two may meet")
    return Comparison(verdict=Verdict.CONFLICT, reason=apart)


def _readings(time: TimeFacet) -> list[Interval]:
    """All readings. The whole of which an expression names a part ("early June") is none of its own."""
    first = _first(time)
    others = time.alternatives
    if time.granularity in _PARTS:
        others = tuple(other for other in others if not other.contains(first))
    return [first, *others]


def _share_a_loose_border(left: TimeFacet, right: TimeFacet) -> bool:
    one, other = sorted((_first(left), _first(right)))
    return one.end == other.begin and bool({left.granularity, right.granularity} & _LOOSE)


def _reread(left: TimeFacet, right: TimeFacet) -> str:
    return " or ".join(quoted(time) for time in (left, right) if len(_readings(time)) > 1)


def _unresolved(left: TimeFacet, right: TimeFacet) -> Comparison:
    """A time of day without a day can still be held against another one, or stand beside a day."""
    if left.interval is None and right.interval is None:
        if _is_bare_time_of_day(left) and _is_bare_time_of_day(right):
            return compare_times_of_day(left, right)
    elif _is_bare_time_of_day(left) or _is_bare_time_of_day(right):
        bare, dated = (left, right) if left.interval is None else (right, left)
        if dated.granularity not in _OF_A_DAY:
            return undecided(f"{quoted(dated)} is no day that {quoted(bare)} could be of")
        if not _has_time_of_day(dated):
            return compatible(f"{quoted(bare)} gives a time of day and {quoted(dated)} a date")
        if _fit(bare, dated):
            side = Side.RIGHT if bare is left else Side.LEFT
            return compatible(f"only {quoted(dated)} gives the day of {quoted(bare)}", side)
    if _are_other_weekdays(left, right):
        reason = f"{quoted(left)} and {quoted(right)} are different days, whichever the week"
        return Comparison(verdict=Verdict.CONFLICT, reason=reason)
    open_ones = [quoted(time) for time in (left, right) if time.interval is None]
    return undecided(f"the date of {' and of '.join(open_ones)} is not known")


def _are_other_weekdays(left: TimeFacet, right: TimeFacet) -> bool:
    """Whether two undated times name different weekdays; times of day may meet at midnight."""
    one, other = _weekday(left), _weekday(right)
    return bool(one and other) and one != other and not any(map(_has_time_of_day, (left, right)))


def _weekday(time: TimeFacet) -> str:
    """The number of the weekday that is all that an undated time names."""
    named = _BARE_WEEKDAY.fullmatch(_normal(time.text)) if time.interval is None else None
    return mapping("time_weekdays").get(named["day"], "") if named else ""


def _fit(bare: TimeFacet, dated: TimeFacet) -> bool:
    """Whether the times of day may be one, at whatever day the bare one is."""
    if bare.clock is None or dated.clock is None:
        return (bare.clock, bare.day_part) == (dated.clock, dated.day_part)
    return compare_times_of_day(bare, dated).verdict in (Verdict.AGREE, Verdict.COMPATIBLE)


def _is_bare_time_of_day(time: TimeFacet) -> bool:
    fine = time.granularity in {Granularity.TIME_OF_DAY, Granularity.DAY_PART}
    named_day = re.search(
        r"day\b|morrow|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+|[A-Z][a-z]{2,}\.?\s+\d", time.text
    )
    return fine and time.interval is None and _has_time_of_day(time) and named_day is None


def _calendar_and_vague(calendar: TimeFacet, vague: TimeFacet, side: Side) -> Comparison:
    """A date beside "recently" is the more exact; "now" and "the same day" say nothing about it."""
    words = _normal(vague.text)
    is_open = _outlooks().get(words) in _OPEN or words.endswith(" ago")
    if not is_open or words == _normal(calendar.text):
        return undecided(f"{quoted(vague)} and {quoted(calendar)} cannot be measured against each other")
    return compatible(f"{quoted(calendar)} says when, {quoted(vague)} leaves it open", side)


@cache
def _outlooks() -> dict[str, str]:
    return {word: outlook for word, outlook, *_ in rows("time_vague")}
