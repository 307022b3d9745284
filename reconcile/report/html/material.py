"""The sources, claims and selected findings of a report, looked up by id for all views of the page."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.report.html.exact_text import ExactText
from reconcile.report.html.source_views import SourceView, source_view
from reconcile.report.lookup import Lookup
from reconcile.report.selection import RenderOptions, findings, ranked, selected
from reconcile.schema import Claim, ClaimGroup, Discrepancy, Report, Source, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What every view needs; ``groups`` and ``findings`` are the selected ones, the gravest first."""

    report: Report
    lookup: Lookup
    sources: dict[str, Source]
    source_views: dict[str, SourceView]
    texts: dict[str, ExactText]
    groups: tuple[ClaimGroup, ...]
    findings: tuple[tuple[ClaimGroup, Discrepancy], ...]

    @classmethod
    def of(cls, report: Report, options: RenderOptions) -> Material:
        """The material of ``report`` as far as ``options`` select it."""
        return cls(
            report=report,
            lookup=Lookup(report),
            sources={source.id: source for source in report.sources},
            source_views={source.id: source_view(source) for source in report.sources},
            texts={document.source.id: ExactText(document.text) for document in report.documents},
            groups=ranked(selected(report, options)),
            findings=findings(report, options),
        )

    def claim(self, claim_id: str) -> Claim:
        return self.lookup.claim(claim_id)

    def line_and_column(self, source: str, offset: int) -> str:
        """``"12:5"``."""
        return self.lookup.where(source, offset).removeprefix(f"{source} ")

    def words_by_claim(self) -> dict[str, list[Span]]:
        """For each claim the places of the words that findings hang on."""
        found: dict[str, list[Span]] = {}
        for _, discrepancy in self.findings:
            for value in discrepancy.values:
                found.setdefault(value.claim, []).append(value.span)
        return found
