"""Whether a difference is explained by the time that passed between two publications."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from decimal import Decimal

from reconcile.discrepancies.acts import dated_act
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.propositions import main_propositions, share_noun
from reconcile.discrepancies.slots import Link
from reconcile.lexicons import mapping
from reconcile.schema import AnyFacet, Certainty, Claim, QuantityFacet, TimeFacet

ONE_STATEMENT = 0.6
"""Score of a pair from which two plans in different words are held to be one."""

A_DAY = dt.timedelta(days=1)
"""How much a date may be off the other's publication by the clock of another place, or by mistake."""

_GROWN_TO = re.compile(
    r"\b(?:has|have|had)\s+(?:now\s+|since\s+)?(?:risen|climbed|grown|increased|swelled|swollen|mounted)\s+to\s+$",
    re.IGNORECASE,
)
_SHARE, _PER = "percent", " per "
"""How the units of shares begin, and what those of rates hold."""
_PERIODS = frozenset({"hour", "day", "night", "week", "month", "year"})
"""What is counted while it lasts."""

_AHEAD = frozenset({Certainty.PLANNED, Certainty.POSSIBLE})


def is_update(link: Link, context: GroupContext) -> bool:
    """Whether the later published value may have replaced the earlier one.

    A count of what only rises (the dead, the arrested) that is higher in the later story, or
    a planned time that the later story moved. Without two different dates nothing is an update.
    """
    ordered = context.by_publication(*link.ends)
    if ordered is None:
        return False
    (earlier_claim, earlier), (later_claim, later) = ordered
    if isinstance(earlier, QuantityFacet) and isinstance(later, QuantityFacet):
        return _rises(earlier, later) and (_accumulates(link) or _has_grown_to(later_claim, later))
    if isinstance(earlier, TimeFacet) and isinstance(later, TimeFacet):
        return earlier_claim.certainty is Certainty.PLANNED and _not_before(later, later_claim, context)
    return False


def is_after_publication(link: Link, context: GroupContext) -> bool:
    """Whether one account places it well after the other, looking back, was published: two meetings."""
    for (_, later), (claim, earlier) in (link.ends, link.ends[::-1]):
        published = context.published(claim)
        begins = [_first_day(time) for time in (earlier, later)]
        if published and begins[0] and begins[1] and begins[0] <= published < begins[1] - A_DAY:
            return True
    return False


def _first_day(facet: AnyFacet) -> dt.date | None:
    return facet.interval.begin if isinstance(facet, TimeFacet) and facet.interval else None


def is_moved_plan(link: Link, context: GroupContext) -> bool:
    """Whether the earlier story gave a time to come, and the later one gives another for what both
    mainly tell of, in whatever words."""
    ordered = context.by_publication(*link.ends)
    if ordered is None or not context.joined(link.left, link.right, ONE_STATEMENT):
        return False
    (earlier, was), (later, now) = ordered
    if not isinstance(was, TimeFacet) or not isinstance(now, TimeFacet):
        return False
    ahead = all(_not_before(time, earlier, context) for time in (was, now))
    is_main = all(dated_act(claim, time.span) == claim.predicate for claim, time in ordered)
    return earlier.certainty in _AHEAD and ahead and is_main and _befall_one_thing(earlier, later)


def _befall_one_thing(earlier: Claim, later: Claim) -> bool:
    """Whether the main propositions of both are of one thing ("the next attempt", "a new attempt")."""
    pairs = itertools.product(main_propositions(earlier), main_propositions(later))
    return any(share_noun(ours, theirs) for ours, theirs in pairs)


def _rises(earlier: QuantityFacet, later: QuantityFacet) -> bool:
    before, after = _size(earlier), _size(later)
    return before is not None and after is not None and after > before


def _size(facet: QuantityFacet) -> Decimal | None:
    return facet.figure if facet.figure is not None else facet.low


def _accumulates(link: Link) -> bool:
    """Whether what is counted, or what a verb of the claims says befell it, is known only to rise.

    An age or a rank does not accumulate, but the number of a day does ("on the third day"), and a measure
    only where what happens to it adds up ("1,000 acres have burned").
    """
    figures = [facet for facet in (link.pair.left, link.pair.right) if isinstance(facet, QuantityFacet)]
    if any(figure.ordinal for figure in figures):
        return all(figure.ordinal and figure.counted in _PERIODS for figure in figures)
    kinds = mapping("accumulating")
    told = {kinds.get(predicate) for claim in (link.left, link.right) for predicate in _predicates(claim)}
    if any(figure.unit for figure in figures):
        return "measure" in told and not any(_is_rate(figure) for figure in figures)
    counted = any(figure.state or kinds.get(figure.counted or "") == "thing" for figure in figures)
    return counted or not told.isdisjoint({"verb", "measure"})


def _has_grown_to(claim: Claim, figure: QuantityFacet) -> bool:
    """Whether the claim says that something has come to be so much ("has risen to 22 million euros")."""
    before = claim.text[: figure.span.start - claim.span.start]
    return not _is_rate(figure) and _GROWN_TO.search(before) is not None


def _is_rate(figure: QuantityFacet) -> bool:
    """Whether it is a share or so much in a time, which may rise once and again."""
    unit = figure.unit or ""
    return unit.startswith(_SHARE) or _PER in unit


def _predicates(claim: Claim) -> set[str]:
    """The lemmas of all that the claim states, its telling verb among them."""
    return {claim.predicate, *(proposition.predicate for proposition in claim.propositions)}


def _not_before(facet: TimeFacet, claim: Claim, context: GroupContext) -> bool:
    """Whether the later story still places the event on or after its own last days."""
    published = context.published(claim)
    return facet.interval is not None and published is not None and facet.interval.end > published
