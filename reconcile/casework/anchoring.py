"""Finding the words of a finding again after the texts, or what is found in them, have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from reconcile.casework.reasons import AMBIGUOUS, SHARED, why_gone
from reconcile.schema import Document, Selector
from reconcile.store import Anchor, AnchoredValue

LEAST_CONTEXT = 8
"""Characters of a prefix or suffix that must agree where one of the two is cut off by the text's edge."""


class _Fit(IntEnum):
    """How surely words are the same words in another version of a text."""

    NONE = 0
    ONE_SIDE = 1
    BOTH_SIDES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The id of the finding in which the words stand now; None where ``reason`` says why there is none.

    ``moved`` where they were found by the quote, not by their position.
    """

    finding: str | None = None
    moved: bool = False
    reason: str = ""


def places(
    earlier: Mapping[str, Anchor], now: Mapping[str, Anchor], documents: Mapping[str, Document]
) -> dict[str, Place]:
    """Where each earlier finding stands among those found ``now``; both are by id.

    The id says kind, position and exact words. Where it is gone, a finding of the same kind is taken
    that has the same words in the same surroundings, and only one does so best; never a similar one.
    """
    kept = {finding: Place(finding=finding) for finding in earlier if finding in now}
    free = {finding: anchor for finding, anchor in now.items() if finding not in kept}
    lost = {finding: anchor for finding, anchor in earlier.items() if finding not in kept}
    found = {finding: _found(anchor, free, documents) for finding, anchor in lost.items()}
    claimed = Counter(place.finding for place in found.values() if place.finding)
    return kept | {
        finding: place if claimed[place.finding or ""] <= 1 else Place(reason=SHARED)
        for finding, place in found.items()
    }


def changed_around(judged: Anchor, now: Anchor) -> tuple[str, ...]:
    """The sources in which the words of ``judged`` stand in ``now``, but not among the same words as
    then, in their order. Where words are by now in no value of the source, they are not told here."""
    changed = []
    for value in judged.values:
        same = [other for other in now.values if _has_words(value, other)]
        if same and not any(_is_among_the_same(value.selector, other.selector) for other in same):
            changed.append(value.source)
    return tuple(dict.fromkeys(changed))


def _found(anchor: Anchor, free: Mapping[str, Anchor], documents: Mapping[str, Document]) -> Place:
    fits = {finding: _fit(anchor, other) for finding, other in free.items() if other.kind is anchor.kind}
    best = max(fits.values(), default=(_Fit.NONE, False))
    if best[0] is _Fit.NONE:
        return Place(reason=why_gone(anchor, free, documents))
    fitting = [finding for finding, fit in fits.items() if fit == best]
    if len(fitting) > 1:
        return Place(reason=AMBIGUOUS)
    return Place(finding=fitting[0], moved=True)


def _fit(earlier: Anchor, now: Anchor) -> tuple[_Fit, bool]:
    """How surely all words of ``earlier`` stand in ``now``, and whether no others do."""
    left = list(now.values)
    fits: list[_Fit] = []
    for value in earlier.values:
        fit, place = max(((_same(value, other), -n) for n, other in enumerate(left)), default=(_Fit.NONE, 0))
        if fit is _Fit.NONE:
            return _Fit.NONE, False
        fits.append(fit)
        del left[-place]
    return min(fits), not left


def _same(earlier: AnchoredValue, now: AnchoredValue) -> _Fit:
    before, after = earlier.selector, now.selector
    if not _has_words(earlier, now):
        return _Fit.NONE
    if earlier.sha256 == now.sha256:
        # The text has not changed: other words of the same form are other words.
        return _Fit.BOTH_SIDES if before.span == after.span else _Fit.NONE
    sides = _agree(before.prefix[::-1], after.prefix[::-1]) + _agree(before.suffix, after.suffix)
    return _Fit(sides)


def _has_words(earlier: AnchoredValue, now: AnchoredValue) -> bool:
    return earlier.source == now.source and earlier.selector.exact == now.selector.exact


def _is_among_the_same(before: Selector, after: Selector) -> bool:
    """Whether both sides agree; the edge of a text is the same edge."""
    return all(
        earlier == now or _agree(earlier, now)
        for earlier, now in ((before.prefix[::-1], after.prefix[::-1]), (before.suffix, after.suffix))
    )


def _agree(before: str, after: str) -> bool:
    """Whether two surroundings, read away from the words, are the same as far as both go."""
    length = min(len(before), len(after))
    enough = length >= LEAST_CONTEXT or (before == after and before.strip() != "")
    return enough and before[:length] == after[:length]
