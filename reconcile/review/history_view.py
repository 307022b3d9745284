"""What happened to a finding, a line for each deed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.casework import Action, AuditEntry
from reconcile.report.html.judgement_views import DECISION_WORD
from reconcile.report.html.moments import moment_in_words
from reconcile.schema import Decision

_DEEDS: Mapping[Action, str] = {
    Action.TAKEN_BACK: "{} took the last decision back",
    Action.MOVED: "the judgements came along from an earlier version of the sources",
    Action.ORPHANED: "the words were no longer found after the sources had changed",
}
Line = tuple[str, str, str]


def history_view(history: Sequence[AuditEntry]) -> tuple[Line, ...]:
    """When (in ISO 8601 and in words), and who did what."""
    return tuple((event.at.isoformat(), moment_in_words(event.at), _deed(event)) for event in history)


def _deed(event: AuditEntry) -> str:
    if event.action is Action.JUDGED:
        return f"{event.actor} decided: {_decided(event.detail)}"
    return _DEEDS[event.action].format(event.actor) if event.action in _DEEDS else event.action.value


def _decided(detail: Mapping[str, object]) -> str:
    decision = DECISION_WORD[Decision(str(detail["decision"]))]
    preferred = f", preferring “{detail['preferred']}”" if detail.get("preferred") else ""
    note = f", with the note “{detail['note']}”" if detail.get("note") else ""
    return f"{decision}{preferred}{note}"
