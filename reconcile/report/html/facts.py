"""What the filters of the page ask of a finding, a statement or a single claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.schema import ClaimGroup, Discrepancy, Judgement

UNREVIEWED = "unreviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Words apart by blanks, as the attributes of an element hold them; "" where there are none.

    ``confidence`` is in [0, 1] with two decimals.
    """

    status: str
    sources: str
    confidence: str
    kinds: str = ""
    severities: str = ""
    decisions: str = ""


def of_finding(discrepancy: Discrepancy, judgements: Iterable[Judgement]) -> Facts:
    """The facts of one discrepancy."""
    return Facts(
        status=discrepancy.relation.value,
        sources=_words(value.source for value in discrepancy.values),
        confidence=two_digits(discrepancy.confidence),
        kinds=discrepancy.kind.value,
        severities=discrepancy.severity.level.value,
        decisions=_words(judgement.decision.value for judgement in judgements) or UNREVIEWED,
    )


def of_group(group: ClaimGroup, sources: Iterable[str], findings: Iterable[Facts] = ()) -> Facts:
    """The facts of a group: its own status and confidence, all that is so of one of its findings."""
    members = tuple(findings)
    return Facts(
        status=group.status.value,
        sources=_words(sources),
        confidence=two_digits(group.confidence),
        kinds=_words(facts.kinds for facts in members),
        severities=_words(facts.severities for facts in members),
        decisions=_words(word for facts in members for word in facts.decisions.split()),
    )


def two_digits(confidence: float) -> str:
    return f"{confidence:.2f}"


def _words(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(words))
