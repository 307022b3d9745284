"""The same utterance, quoted in different words."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.quoted_words import MIN_WORDS, Change, Word, changes, quoted_words
from reconcile.schema import Claim, Discrepancy, DiscrepancyKind, DiscrepancyRelation, Span

SAME_UTTERANCE = 60
"""rapidfuzz ratio from which two quotations are held to be of one utterance."""

NAMED_CHANGES = 4
"""Changes that an explanation names; the rest are counted."""


def detect_quotes(context: GroupContext) -> Iterator[Discrepancy]:
    """Quotations of one utterance whose words differ, with the words that do.

    Letter case, accents, punctuation, British or American spelling, edits that a source marks and a part
    quoted word for word are no difference.
    """
    found = []
    for left, right in context.pairs():
        for ours in left.parts.quotes:
            for theirs in right.parts.quotes:
                altered = _altered(context.words(left, ours), context.words(right, theirs))
                if altered:
                    found.append(_discrepancy(context, (left, ours), (right, theirs), altered))
    yield from merged_by_value(found)


def _altered(said: str, heard: str) -> list[Change]:
    """The changes between two quotations of one utterance; none where they are of two."""
    ours, theirs = quoted_words(said), quoted_words(heard)
    if min(len(ours), len(theirs)) < MIN_WORDS or not _of_one_utterance(ours, theirs):
        return []
    reordered = sorted(w.compared for w in ours) == sorted(w.compared for w in theirs)
    found = list(changes(ours, theirs))
    if not found and reordered and [w.compared for w in ours] != [w.compared for w in theirs]:
        return [Change(left=said.strip(), right=heard.strip())]
    return found


def _of_one_utterance(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    left, right = (" ".join(w.compared for w in words) for words in (ours, theirs))
    return max(fuzz.ratio(left, right), fuzz.token_sort_ratio(left, right)) >= SAME_UTTERANCE


def _discrepancy(
    context: GroupContext, left: tuple[Claim, Span], right: tuple[Claim, Span], altered: Sequence[Change]
) -> Discrepancy:
    return make(
        DiscrepancyKind.QUOTE,
        DiscrepancyRelation.WORDING,
        [context.value(claim, quote) for claim, quote in (left, right)],
        _reason(left[0].source, right[0].source, altered),
        context.group.confidence,
    )


def _reason(left: str, right: str, altered: Sequence[Change]) -> str:
    """The words that differ, as they are written in either source."""
    moved = {change.left for change in altered} & {change.right for change in altered}
    told = [_told(left, right, change, moved) for change in altered[:NAMED_CHANGES]]
    more = len(altered) - NAMED_CHANGES
    counted = f"; {more} more {'change' if more == 1 else 'changes'}" if more > 0 else ""
    return f"the quoted words differ: {'; '.join(dict.fromkeys(told))}{counted}"


def _told(left: str, right: str, change: Change, moved: Container[str]) -> str:
    """One change; words that only one has at one place may stand at another in the other."""
    if change.left and change.right:
        return f"“{change.left}” in {left} is “{change.right}” in {right}"
    words = change.left or change.right
    if words in moved:
        return f"“{words}” stands elsewhere"
    return f"only {left if change.left else right} has “{words}”"
