"""The report as Markdown (CommonMark and GitHub's), with every word of a source escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reconcile.report.decisions import decided
from reconcile.report.lookup import Lookup
from reconcile.report.phrases import (
    STATUS_MARK,
    STATUS_MEANING,
    notes,
    said_by,
    selection_note,
    source_line,
    summary,
)
from reconcile.report.safe_text import one_line
from reconcile.report.selection import RenderOptions, gravest_first, ranked, selected
from reconcile.schema import ClaimGroup, Discrepancy, GroupStatus, Report

# Every mark that opens a construct inside a line; "://" and "www." would become links by themselves.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$#!]|:(?=//)|(?<=www)\.", re.IGNORECASE)

# GitHub reads handles and addresses in what is shown, where a backslash is gone; it is its own advice to part
# them by a comment, which nobody sees.
_ADDRESS = re.compile(r"@(?=\\?\w)")


def render(report: Report, options: RenderOptions) -> str:
    """A heading, the sources, then one section per status, gravest first."""
    groups = ranked(selected(report, options))
    lookup = Lookup(report)
    blocks = ["# Reconciliation report", *_head(report, len(groups), options)]
    for status, members in groupby(groups, key=lambda group: group.status):
        blocks += _section(status, tuple(members), lookup)
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """``text`` on one line, with nothing in it that Markdown would read as markup."""
    return _ADDRESS.sub("@<!-- -->", _SPECIAL.sub(lambda match: "\\" + match[0], one_line(text)))


def _head(report: Report, shown: int, options: RenderOptions) -> list[str]:
    sources = (
        f"- **{document.source.id}** {escaped(source_line(document))}" for document in report.documents
    )
    remarks = (f"- {escaped(note)}" for note in notes(report))
    return [
        escaped(summary(report)),
        escaped(selection_note(shown, report, options)),
        "\n".join(sources),
        "\n".join(remarks),
    ]


def _section(status: GroupStatus, groups: tuple[ClaimGroup, ...], lookup: Lookup) -> Iterator[str]:
    yield f"## {STATUS_MARK[status]} {status.value.capitalize()} ({len(groups)})"
    yield f"{STATUS_MEANING[status].capitalize()}."
    if status is GroupStatus.SINGLE_SOURCE:
        yield "\n".join(line for group in groups for line in _findings(group, lookup))
        return
    for group in groups:
        yield "\n".join(_group_lines(group, lookup))


def _group_lines(group: ClaimGroup, lookup: Lookup) -> Iterator[str]:
    silent = f"; silent: {', '.join(group.silent)}" if group.silent else ""
    origin = f"; all from {group.origin}" if group.origin else ""
    yield f"### {escaped(group.id)}\n"
    yield f"{escaped(group.summary)} (confidence {group.confidence:.2f}{silent}{origin})".strip() + "\n"
    yield from _findings(group, lookup)


def _findings(group: ClaimGroup, lookup: Lookup) -> Iterator[str]:
    yield from _claim_lines(group, lookup)
    for discrepancy in gravest_first(group.discrepancies):
        yield from _discrepancy_lines(discrepancy, lookup)


def _claim_lines(group: ClaimGroup, lookup: Lookup) -> Iterator[str]:
    for claim in lookup.claims_of(group):
        yield f"- {lookup.where(claim.source, claim.span.start)} — {escaped(claim.text + said_by(claim))}"


def _discrepancy_lines(discrepancy: Discrepancy, lookup: Lookup) -> Iterator[str]:
    mark = STATUS_MARK[GroupStatus(discrepancy.relation.value)]
    kind, relation = discrepancy.kind.value, discrepancy.relation.value
    judged = f"**{escaped(mark)} {relation}** in {kind} ({discrepancy.confidence:.2f})"
    yield f"- {judged}: {escaped(discrepancy.explanation)}{_severity(discrepancy)}"
    for value, places in lookup.mentions(discrepancy):
        yield f"  - {', '.join(places)}: “{escaped(value.text)}”"
    for judgement in lookup.judgements_of(discrepancy):
        yield f"  - **Decided:** {escaped(decided(judgement))}"


def _severity(discrepancy: Discrepancy) -> str:
    severity = discrepancy.severity
    return f" *{severity.level.value} severity: {escaped(severity.reason)}*" if severity.reason else ""
