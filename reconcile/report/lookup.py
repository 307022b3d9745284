"""The claims of a report by id, the place of any offset, and what was decided, for the views."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.report.decisions import by_finding
from reconcile.report.phrases import reading
from reconcile.report.positions import LineIndex
from reconcile.schema import Claim, ClaimGroup, Discrepancy, DiscrepancyValue, Judgement, Report


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

    def mentions(self, discrepancy: Discrepancy) -> Iterator[tuple[DiscrepancyValue, tuple[str, ...]]]:
        """What each source gives, once for all values of the same words and reading: the first of them, its
        place (``"A 12:5"``) and those of the others (``"14:1"``)."""
        alike: dict[object, list[DiscrepancyValue]] = {}
        for value in discrepancy.values:
            key = value.source, value.text, value.facet and reading(value.facet)
            alike.setdefault(key, []).append(value)
        for first, *others in alike.values():
            further = (str(self._lines[first.source].position(value.span.start)) for value in others)
            yield first, (self.where(first.source, first.span.start), *further)
