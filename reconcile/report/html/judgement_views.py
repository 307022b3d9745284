"""What reviewers decided, in words, kept apart from what the machine suggests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.report.decisions import DECISION_WORDS
from reconcile.report.html.moments import moment_in_words
from reconcile.report.json_values import utc
from reconcile.schema import Decision, Judgement, Report

DECISION_MARK: Mapping[Decision, str] = {
    Decision.CONFIRMED: "☑",
    Decision.NOT_A_DISCREPANCY: "☒",
    Decision.UNDECIDED: "☐",
}
DECISION_WORD: Mapping[Decision, str] = {**DECISION_WORDS, Decision.UNDECIDED: "undecided"}
"""The word of a decision as a label and in counts, where "left" of the sentences would only be in the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementView:
    """One reviewer's decision; ``moment`` is ISO 8601 in UTC, ``when`` the same in words."""

    css: str
    mark: str
    word: str
    reviewer: str
    moment: str
    when: str
    preferred: str
    note: str


def view(judgement: Judgement) -> JudgementView:
    """A judgement as the page shows it."""
    return JudgementView(
        css=judgement.decision.value,
        mark=DECISION_MARK[judgement.decision],
        word=DECISION_WORD[judgement.decision],
        reviewer=judgement.reviewer,
        moment=utc(judgement.decided_at),
        when=moment_in_words(judgement.decided_at),
        preferred=judgement.preferred or "",
        note=judgement.note,
    )


def tally(report: Report, shown: frozenset[str]) -> str:
    """How many of the findings ``shown`` were reviewed and how; empty without any judgement."""
    if not report.judgements:
        return ""
    judged = [judgement for judgement in report.judgements if judgement.finding in shown]
    counts = Counter(judgement.decision for judgement in judged)
    decisions = ", ".join(f"{counts[d]} {DECISION_WORD[d]}" for d in Decision if counts[d])
    reviewed = len({judgement.finding for judgement in judged})
    sentence = f"Reviewed: {reviewed} of {len(shown)} findings" + (f" ({decisions})." if decisions else ".")
    others = len(report.judgements) - len(judged)
    noun = "judgement is" if others == 1 else "judgements are"
    return sentence + (f" {others} {noun} on findings that are not shown." if others else "")
