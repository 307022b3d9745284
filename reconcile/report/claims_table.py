"""The claims of a report for a terminal, source by source."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.report.columns import Row, folded, two_columns
from reconcile.report.lookup import Lookup
from reconcile.report.phrases import brief, reading, standing
from reconcile.report.selection import RenderOptions
from reconcile.report.table import head_lines
from reconcile.schema import Claim, ClaimRole, Report


def render(report: Report, options: RenderOptions) -> str:
    """Each claim with its place, certainty, polarity, speaker and facets; ends in a line break."""
    count = len(report.claims)
    lines = [folded(f"{count} claim{'' if count == 1 else 's'}.", options.width), ""]
    lines += head_lines(report, options.width)
    lookup = Lookup(report)
    rows = [row for claim in report.claims for row in _rows(claim, lookup)]
    return "\n".join([*lines, *([two_columns(rows, options.width)] if rows else [])]) + "\n"


def _rows(claim: Claim, lookup: Lookup) -> Iterator[Row]:
    yield "", ""
    yield claim.id, brief(claim.text)
    headline = "; headline" if claim.role is ClaimRole.HEADLINE else ""
    yield lookup.where(claim.source, claim.span.start), standing(claim) + headline
    for facet in claim.facets:
        yield "", f"{facet.kind.value} {reading(facet)}"
