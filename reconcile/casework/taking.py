"""Judgements that were made elsewhere, taken into a case one by one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from enum import Enum
from pathlib import Path

from reconcile import store
from reconcile.casework.judging import judge_in
from reconcile.report.safe_text import unwritable
from reconcile.schema import LONGEST_NOTE, Judgement, reviewer_name

CLOCK_SKEW = dt.timedelta(minutes=5)
"""How far the clock of another machine may be ahead of this one's."""


class Taking(Enum):
    """What became of a judgement; the value of a refusal says why."""

    TAKEN = "taken"
    HELD = "already there"
    OLDER = "the case has a later one"
    WITHDRAWN = "its reviewer took it back in the case"
    FUTURE = "it is dated in the future"
    TOO_LONG = "its note is too long"
    UNWRITABLE = "its reviewer, preferred form or note holds control characters"


def take(case: str | Path, judgement: Judgement) -> Taking:
    """Stores a judgement unless its reviewer has the same one or a later one, at whatever time that comes in.

    One that its reviewer took back stays so. Raises UnknownFindingError where the last run has no such
    finding; CaseError for trouble with the file.
    """
    judgement = replace(judgement, reviewer=reviewer_name(judgement.reviewer))
    with store.writing(Path(case)) as database:
        held = store.held_by(database, judgement.finding, judgement.reviewer)
        if held == judgement:
            return Taking.HELD
        refusal = _refusal(database, judgement, held)
        if refusal is None:
            judge_in(database, judgement)
        return refusal or Taking.TAKEN


def _refusal(database: store.Database, judgement: Judgement, held: Judgement | None) -> Taking | None:
    if any(any(unwritable(text)) for text in (judgement.reviewer, judgement.preferred or "", judgement.note)):
        return Taking.UNWRITABLE
    if len(judgement.note) > LONGEST_NOTE:
        return Taking.TOO_LONG
    if judgement.decided_at > dt.datetime.now(dt.UTC) + CLOCK_SKEW:
        return Taking.FUTURE
    if held is not None and held.decided_at >= judgement.decided_at:
        return Taking.OLDER
    return Taking.WITHDRAWN if store.was_taken_back(database, judgement) else None
