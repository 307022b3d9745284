"""What reviewers decided, in the words that all views share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from reconcile.schema import Decision, Judgement

DECISION_WORDS: Mapping[Decision, str] = {
    Decision.CONFIRMED: "confirmed",
    Decision.NOT_A_DISCREPANCY: "not a discrepancy",
    Decision.UNDECIDED: "left undecided",
}
"""The words of a sentence that goes on with who decided."""


def by_finding(judgements: Iterable[Judgement]) -> dict[str, tuple[Judgement, ...]]:
    """The judgements on each finding that has any, in the order they were made."""
    found: dict[str, list[Judgement]] = {}
    for judgement in sorted(judgements, key=lambda one: (one.decided_at, one.reviewer)):
        found.setdefault(judgement.finding, []).append(judgement)
    return {finding: tuple(made) for finding, made in found.items()}


def decided(judgement: Judgement) -> str:
    """A judgement as one line: ``confirmed by Ann (2026-11-22), prefers “…”: note``.

    The day is that in UTC. The words are the reviewer's own and not yet safe to show.
    """
    day = judgement.decided_at.astimezone(dt.UTC).date()
    wish = f", prefers “{judgement.preferred}”" if judgement.preferred else ""
    note = f": {judgement.note}" if judgement.note.strip() else ""
    return f"{DECISION_WORDS[judgement.decision]} by {judgement.reviewer} ({day}){wish}{note}"
