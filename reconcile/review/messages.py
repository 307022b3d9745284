"""What the desk tells a reviewer about the last thing done: it was saved, taken back, or why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.report.html.judgement_views import DECISION_WORD, JudgementView, view
from reconcile.review.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """``undo`` is the id of the finding whose decision can be taken back at once, at ``revision``."""

    text: str
    is_problem: bool = False
    undo: str = ""
    revision: int = 0


def after(query: Mapping[str, str], snapshot: Snapshot, reviewer: str) -> Message | None:
    """What happened before the page that the query names, as far as the case bears it out."""
    saved, undone = query.get("saved", ""), query.get("undone", "")
    if saved in snapshot.entries:
        return _saved(snapshot, saved, reviewer)
    if undone in snapshot.entries:
        return _taken_back(snapshot, undone, reviewer)
    return None


def conflict(snapshot: Snapshot, finding: str, reviewer: str, *, is_revealed: bool) -> Message:
    """Nothing was stored because the finding was judged since the reviewer looked at it.

    Unless it ``is_revealed``, what others decided is not told.
    """
    judgements = snapshot.judgements.get(finding, {}) if is_revealed else {}
    decided = " ".join(_told(view(j)) for name, j in judgements.items() if name != reviewer)
    return Message(
        text="Not saved: this finding was judged while you looked at it. "
        f"{decided or 'A decision was made or taken back in another window.'} "
        "What you entered is kept below; decide again to record your own decision beside it.",
        is_problem=True,
    )


def invalid(sentence: str) -> Message:
    """Nothing was stored because of what was entered."""
    return Message(text=f"Not saved: {sentence} What you entered is kept below.", is_problem=True)


def _saved(snapshot: Snapshot, finding: str, reviewer: str) -> Message | None:
    judgement = snapshot.judgement(finding, reviewer)
    if judgement is None:
        return None
    number = snapshot.entries[finding].number
    return Message(
        text=f"Saved: finding {number} is {DECISION_WORD[judgement.decision]}.",
        undo=finding,
        revision=snapshot.revision(finding),
    )


def _taken_back(snapshot: Snapshot, finding: str, reviewer: str) -> Message:
    number = snapshot.entries[finding].number
    decision = snapshot.decision(finding, reviewer)
    now = f"your earlier decision holds again: {DECISION_WORD[decision]}" if decision else "it waits for one"
    return Message(text=f"Your decision about finding {number} is taken back; {now}.")


def _told(judgement: JudgementView) -> str:
    preferred = f", preferring “{judgement.preferred}”" if judgement.preferred else ""
    note = f", with the note “{judgement.note}”" if judgement.note else ""
    decided = f"{judgement.reviewer} decided: {judgement.word}{preferred}{note}"
    return decided if decided.endswith((".”", "!”", "?”")) else f"{decided}."
