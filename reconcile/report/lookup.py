"""The claims of a report by id, the place of any offset, and what was decided, for the views."""

from __future__ import annotations

from reconcile.report.decisions import by_finding
from reconcile.report.positions import LineIndex
from reconcile.schema import Claim, ClaimGroup, Discrepancy, Judgement, Report


class Lookup:
    """Claims by id, positions by source, judgements by finding; built once per rendering."""

    def __init__(self, report: Report) -> None:
        self._claims = {claim.id: claim for claim in report.claims}
        self._lines = {document.source.id: LineIndex(document.text) for document in report.documents}
        self._judgements = by_finding(report.judgements)

    def claims_of(self, group: ClaimGroup) -> tuple[Claim, ...]:
        """The claims of a group, in its order."""
        return tuple(self._claims[claim] for claim in group.claims)

    def claim(self, claim_id: str) -> Claim:
        return self._claims[claim_id]

    def judgements_of(self, discrepancy: Discrepancy) -> tuple[Judgement, ...]:
        """What reviewers decided about a discrepancy, in the order they did; empty for nothing yet."""
        return self._judgements.get(discrepancy.id, ())

    def where(self, source: str, offset: int) -> str:
        """Letter, line and column: ``"A 12:5"``."""
        return f"{source} {self._lines[source].position(offset)}"
