"""The claims of a report by id and the place of any offset, for the views."""

from __future__ import annotations

from reconcile.report.positions import LineIndex
from reconcile.schema import Claim, ClaimGroup, Report


class Lookup:
    """Claims by id and positions by source; built once per rendering."""

    def __init__(self, report: Report) -> None:
        self._claims = {claim.id: claim for claim in report.claims}
        self._lines = {document.source.id: LineIndex(document.text) for document in report.documents}

    def claims_of(self, group: ClaimGroup) -> tuple[Claim, ...]:
        """The claims of a group, in its order."""
        return tuple(self._claims[claim] for claim in group.claims)

    def claim(self, claim_id: str) -> Claim:
        return self._claims[claim_id]

    def where(self, source: str, offset: int) -> str:
        """Letter, line and column: ``"A 12:5"``."""
        return f"{source} {self._lines[source].position(offset)}"
