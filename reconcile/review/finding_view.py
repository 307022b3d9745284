"""One finding as the desk shows it: what the sources say, what the machine suggests, who decided what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from reconcile.casework import Action, AuditEntry
from reconcile.report.html.context_views import ContextView, context_views
from reconcile.report.html.finding_views import SEVERITY_MARK
from reconcile.report.html.judgement_views import DECISION_MARK, DECISION_WORD, JudgementView, view
from reconcile.report.html.marked_text import ClaimMark, marked
from reconcile.report.html.moments import moment_in_words
from reconcile.report.phrases import STATUS_MARK
from reconcile.review.evidence import Evidence, evidence_of
from reconcile.review.snapshot import Entry, Snapshot
from reconcile.review.submission import OWN_WORDS, choices
from reconcile.schema import (
    Claim,
    Decision,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    GroupStatus,
    Judgement,
    Span,
)

AROUND = 600
"""Code points of the text shown on either side of a claim's sentence where more is asked for."""
_DEEDS: Mapping[Action, str] = {
    Action.TAKEN_BACK: "{} took the last decision back",
    Action.MOVED: "the judgements came along from an earlier version of the sources",
    Action.ORPHANED: "the words were no longer found after the sources had changed",
}
_HAS_FORMS = (DiscrepancyKind.WORDING, DiscrepancyKind.NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one source says, and the text around it."""

    context: ContextView
    around: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A preferred form to choose; ``users`` are the letters of the sources that have it."""

    value: str
    words: str
    users: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands in the form: the last decision, or what could not be saved (``is_unsent``)."""

    choice: str = ""
    own: str = ""
    note: str = ""
    is_unsent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """A finding in the words and symbols of its lists; ``decision`` is "" where it is undecided."""

    id: str
    number: int
    kind: str
    relation: str
    mark: str
    severity: str
    severity_mark: str
    explanation: str
    decision: str
    decision_mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """``evidence`` is None, and ``others`` and the lines of others in ``history`` are left out, while the
    reviewer is not to see them."""

    labels: Labels
    reason: str
    accounts: tuple[Account, ...]
    silent: str
    evidence: Evidence | None
    is_revealed: bool
    revision: int
    choices: tuple[Choice, ...]
    draft: Draft
    own: JudgementView | None
    others: tuple[JudgementView, ...]
    history: tuple[tuple[str, str, str], ...]


def labels_of(entry: Entry, decision: Decision | None) -> Labels:
    """How a list shows a finding that its reader decided so."""
    discrepancy = entry.discrepancy
    return Labels(
        id=entry.id,
        number=entry.number,
        kind=discrepancy.kind.value,
        relation=discrepancy.relation.value,
        mark=STATUS_MARK[GroupStatus(discrepancy.relation.value)],
        severity=discrepancy.severity.level.value,
        severity_mark=SEVERITY_MARK[discrepancy.severity.level],
        explanation=discrepancy.explanation,
        decision=DECISION_WORD[decision] if decision else "",
        decision_mark=DECISION_MARK[decision] if decision else "",
    )


def finding_view(
    snapshot: Snapshot,
    entry: Entry,
    reviewer: str,
    history: Sequence[AuditEntry],
    *,
    is_revealed: bool,
    draft: Draft | None = None,
) -> FindingView:
    """The finding as ``reviewer`` sees it; ``draft`` stands in the form instead of the last decision."""
    judgements = snapshot.judgements.get(entry.id, {})
    own = judgements.get(reviewer)
    draft = draft or _draft(own, entry.discrepancy)
    others = tuple(view(j) for name, j in judgements.items() if name != reviewer)
    return FindingView(
        labels=labels_of(entry, own.decision if own else None),
        reason=entry.discrepancy.severity.reason,
        accounts=_accounts(entry.discrepancy, snapshot),
        silent=", ".join(entry.group.silent),
        evidence=evidence_of(snapshot, entry) if is_revealed else None,
        is_revealed=is_revealed,
        revision=snapshot.revision(entry.id),
        choices=_choices(entry.discrepancy, draft),
        draft=draft,
        own=view(own) if own else None,
        others=others if is_revealed else (),
        history=tuple(_line(event) for event in history),
    )


def has_forms(discrepancy: Discrepancy) -> bool:
    """Whether an editor would settle on one form for it."""
    return discrepancy.kind in _HAS_FORMS or discrepancy.relation is DiscrepancyRelation.WORDING


def _draft(own: Judgement | None, discrepancy: Discrepancy) -> Draft:
    if own is None:
        return Draft()
    if own.preferred is None:
        return Draft(note=own.note)
    words = list(choices(discrepancy))
    if own.preferred in words:
        return Draft(choice=str(words.index(own.preferred)), note=own.note)
    return Draft(choice=OWN_WORDS, own=own.preferred, note=own.note)


def _choices(discrepancy: Discrepancy, draft: Draft) -> tuple[Choice, ...]:
    """None where it makes no sense to prefer a form, unless one was preferred already."""
    if not has_forms(discrepancy) and not draft.choice:
        return ()
    return tuple(
        Choice(value=str(number), words=words, users=", ".join(users), is_chosen=draft.choice == str(number))
        for number, (words, users) in enumerate(choices(discrepancy).items())
    )


def _accounts(discrepancy: Discrepancy, snapshot: Snapshot) -> tuple[Account, ...]:
    words: dict[str, list[Span]] = {}
    for value in discrepancy.values:
        words.setdefault(value.claim, []).append(value.span)
    return tuple(
        Account(
            context=context,
            around=_around(snapshot.material.claim(context.claim), words[context.claim], snapshot),
        )
        for context in context_views(discrepancy, snapshot.material)
    )


def _around(claim: Claim, words: Sequence[Span], snapshot: Snapshot) -> Markup:
    text = snapshot.material.texts[claim.source]
    start = min(claim.sentence.start, *(word.start for word in words))
    end = max(claim.sentence.end, *(word.end for word in words))
    stretch = Span(max(0, start - AROUND), min(len(text.text), end + AROUND))
    return marked(text, stretch, [ClaimMark(id=claim.id, span=claim.span)], words)


def _line(event: AuditEntry) -> tuple[str, str, str]:
    """When (in ISO 8601 and in words), and who did what."""
    return event.at.isoformat(), moment_in_words(event.at), _deed(event)


def _deed(event: AuditEntry) -> str:
    if event.action is Action.JUDGED:
        return f"{event.actor} decided: {_decided(event.detail)}"
    return _DEEDS[event.action].format(event.actor) if event.action in _DEEDS else event.action.value


def _decided(detail: Mapping[str, object]) -> str:
    decision = DECISION_WORD[Decision(str(detail["decision"]))]
    preferred = f", preferring “{detail['preferred']}”" if detail.get("preferred") else ""
    note = f", with the note “{detail['note']}”" if detail.get("note") else ""
    return f"{decision}{preferred}{note}"
