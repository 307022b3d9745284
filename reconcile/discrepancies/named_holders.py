"""Somebody or something that one source names, and another calls only by the office or the kind."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.counterparts import Described, described, letters
from reconcile.discrepancies.phrase_pairs import alike
from reconcile.schema import Discrepancy, DiscrepancyKind, DiscrepancyRelation

JOINED = 0.45
"""Score of a pair from which an office in both claims is held to be one."""


def detect_named_holders(context: GroupContext) -> Iterator[Discrepancy]:
    """A name behind the noun by which the other claim describes, where its article nowhere has the name:
    "the attorney general", "Attorney General Ann Berg"; "a radio station", "radio station WBBX"."""
    found = []
    for left, right in context.body_pairs(JOINED):
        for ours, theirs in itertools.product(described(left), described(right)):
            if _names(context, ours, theirs) or _names(context, theirs, ours):
                values = [context.value(one.claim, one.span) for one in (ours, theirs)]
                found.append(
                    make(
                        DiscrepancyKind.NAME,
                        DiscrepancyRelation.PRECISION,
                        values,
                        "only one gives the name",
                        context.group.confidence,
                    )
                )
    yield from merged_by_value(found)


def _names(context: GroupContext, naming: Described, plain: Described) -> bool:
    if plain.phrase.proper or plain.phrase.plural or naming.phrase.plural or not naming.phrase.proper:
        return False
    if not any(alike(plain.phrase.head, word) for word in naming.phrase.before) or plain.person_beside():
        return False
    known = (naming.phrase.head, letters(naming.phrase.head))
    return not any(context.articles.says(plain.claim.source, name) for name in known)
