"""The same utterance, quoted in different words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext
from reconcile.schema import Claim, Discrepancy, DiscrepancyKind, DiscrepancyRelation, Span

SAME_UTTERANCE = 60
"""rapidfuzz ratio from which two quotations are held to be of one utterance."""

MIN_WORDS = 3
"""Words below which a quotation is a scare-quoted term and not an utterance."""


def detect_quotes(context: GroupContext) -> Iterator[Discrepancy]:
    """Quotations of one utterance whose words differ; case and punctuation aside."""
    found = []
    for left, right in context.pairs():
        for ours in left.parts.quotes:
            theirs = _counterpart(context, left, ours, right)
            if theirs is not None:
                found.append(_discrepancy(context, left, ours, right, theirs))
    yield from merged_by_value(found)


def _discrepancy(context: GroupContext, left: Claim, ours: Span, right: Claim, theirs: Span) -> Discrepancy:
    return make(
        DiscrepancyKind.QUOTE,
        DiscrepancyRelation.WORDING,
        [context.value(left, ours), context.value(right, theirs)],
        "the quoted words differ",
        context.group.confidence,
    )


def _counterpart(context: GroupContext, left: Claim, ours: Span, right: Claim) -> Span | None:
    """The quotation of ``right`` that is of the same utterance in other words, if there is one."""
    said = _words(context.words(left, ours))
    for theirs in right.parts.quotes:
        heard = _words(context.words(right, theirs))
        if min(len(said), len(heard)) < MIN_WORDS or _continues(said, heard):
            continue
        if fuzz.ratio(" ".join(said), " ".join(heard)) >= SAME_UTTERANCE:
            return theirs
    return None


def _continues(left: list[str], right: list[str]) -> bool:
    """Whether one quotation holds the other whole: then it is longer, not different."""
    ours, theirs = f" {' '.join(left)} ", f" {' '.join(right)} "
    return ours in theirs or theirs in ours


def _words(quotation: str) -> list[str]:
    return re.findall(r"\w+(?:['’]\w+)?", quotation.casefold().replace("’", "'"))
