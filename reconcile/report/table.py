"""The report for a terminal: a summary line, the sources, then the findings, gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from reconcile.report.columns import Row, folded, painted, two_columns
from reconcile.report.decisions import decided
from reconcile.report.lookup import Lookup
from reconcile.report.phrases import (
    STATUS_MARK,
    STATUS_MEANING,
    brief,
    notes,
    reading,
    said_by,
    selection_note,
    source_line,
    summary,
)
from reconcile.report.selection import RenderOptions, gravest_first, ranked, selected
from reconcile.schema import ClaimGroup, Discrepancy, DiscrepancyValue, GroupStatus, Report

_SGR: Mapping[GroupStatus, str] = {
    GroupStatus.CONFLICT: "1;31",
    GroupStatus.UPDATE: "1;33",
    GroupStatus.PRECISION: "1;36",
    GroupStatus.WORDING: "1;35",
    GroupStatus.AGREEMENT: "1;32",
    GroupStatus.SINGLE_SOURCE: "1",
}
_BLANK: Row = ("", "")


def render(report: Report, options: RenderOptions) -> str:
    """The report as lines of at most ``options.width`` columns, ending in a line break.

    Colour never stands alone: every status has a mark and its word beside it.
    """
    groups = ranked(selected(report, options))
    sections = [_head(report, len(groups), options)]
    lookup = Lookup(report)
    for status, members in groupby(groups, key=lambda group: group.status):
        sections.append(_section(status, tuple(members), lookup, options))
    return "\n\n".join(sections) + "\n"


def head_lines(report: Report, width: int) -> list[str]:
    """The sources and what is to be said about them, wrapped."""
    rows = [(document.source.id, source_line(document)) for document in report.documents]
    lines = [two_columns(rows, width)] if rows else []
    return [*lines, *(folded(note, width) for note in notes(report))]


def _head(report: Report, shown: int, options: RenderOptions) -> str:
    lines = [folded(summary(report), options.width)]
    note = selection_note(shown, report, options)
    if note:
        lines.append(folded(note, options.width))
    return "\n".join([*lines, "", *head_lines(report, options.width)])


def _section(
    status: GroupStatus, groups: tuple[ClaimGroup, ...], lookup: Lookup, options: RenderOptions
) -> str:
    title = f"{STATUS_MARK[status]} {status.value.upper()} ({len(groups)}): {STATUS_MEANING[status]}"
    heading = painted(folded(title, options.width), _SGR[status], options.colour)
    if status is GroupStatus.SINGLE_SOURCE:
        rows = [row for group in groups for row in _findings(group, lookup)]
    else:
        rows = [row for group in groups for row in (_BLANK, *_group_rows(group, lookup))][1:]
    return f"{heading}\n\n{two_columns(rows, options.width)}"


def _group_rows(group: ClaimGroup, lookup: Lookup) -> Iterator[Row]:
    yield group.id, _group_line(group)
    yield from _findings(group, lookup)


def _findings(group: ClaimGroup, lookup: Lookup) -> Iterator[Row]:
    yield from _claim_rows(group, lookup)
    for discrepancy in gravest_first(group.discrepancies):
        yield from _discrepancy_rows(discrepancy, lookup)


def _group_line(group: ClaimGroup) -> str:
    facts = [f"confidence {group.confidence:.2f}"]
    if group.silent:
        facts.append(f"silent: {', '.join(group.silent)}")
    if group.origin:
        facts.append(f"all from {group.origin}")
    explained = {discrepancy.explanation for discrepancy in group.discrepancies}
    sentence = brief(group.summary) if group.summary not in explained else ""
    return f"{sentence} ({'; '.join(facts)})".strip()


def _claim_rows(group: ClaimGroup, lookup: Lookup) -> Iterator[Row]:
    for claim in lookup.claims_of(group):
        yield lookup.where(claim.source, claim.span.start), brief(claim.text) + said_by(claim)


def _discrepancy_rows(discrepancy: Discrepancy, lookup: Lookup) -> Iterator[Row]:
    mark = STATUS_MARK[GroupStatus(discrepancy.relation.value)]
    judged = f"{mark} {discrepancy.relation.value} {discrepancy.confidence:.2f}"
    severity = f", {discrepancy.severity.level.value}" if discrepancy.severity.reason else ""
    yield discrepancy.kind.value, f"{judged}{severity}: {brief(discrepancy.explanation)}"
    for value, (place, *further) in lookup.mentions(discrepancy):
        also = f"; also at {', '.join(further)}" if further else ""
        yield f"└ {place}", _value_words(value) + also
    for judgement in lookup.judgements_of(discrepancy):
        yield "└ decided", brief(decided(judgement))


def _value_words(value: DiscrepancyValue) -> str:
    return reading(value.facet) if value.facet else brief(f"“{value.text}”")
