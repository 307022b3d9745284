"""A case and its changes in lines for a terminal; what sources and reviewers wrote is made harmless."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reconcile.casework import AuditEntry, Changes, FlaggedJudgement, OrphanedJudgement, Overview
from reconcile.report.safe_text import one_line, shortened
from reconcile.schema import Discrepancy, Judgement, Report
from reconcile.store import StoredSource

WORDS = 60
"""The most characters of a source's words in a line."""


def told_overview(name: str, case: Overview) -> str:
    """Sources, findings, judgements, and the judgements that need a look."""
    lines = [
        _title(name, case.report),
        *(_source(source, case.versions.get(source.letter, 0)) for source in case.sources),
        _statuses(case.report),
        _judged(case.report),
        *_look_again(case.flagged),
        *_orphans(case.orphans),
    ]
    return _text(lines)


def told_changes(changes: Changes) -> str:
    """What came in, and what it changed in findings and judgements."""
    if not changes.added and not changes.updated:
        same = [f"source {letter} is as it was" for letter in changes.unchanged]
        return _text([*changes.notices, *same, "nothing was changed"])
    lines = [
        *changes.notices,
        *(f"source {letter} is new" for letter in changes.added),
        *(f"source {letter} has a new version" for letter in changes.updated),
        *(f"source {letter} is as it was" for letter in changes.unchanged),
        f"findings: {len(changes.new)} new, {len(changes.gone)} gone, {len(changes.kept)} kept",
        *(_finding("+", finding) for finding in changes.new),
        *(_finding("-", finding) for finding in changes.gone),
        *(f"  {_finding('~', c.finding).strip()}; it was {c.before}" for c in changes.relations),
        *(
            f"  status {change.before} → {change.group.status}: “{shortened(change.statement, WORDS)}”"
            for change in changes.statuses
        ),
        _fates(changes),
        *_look_again(changes.flagged),
        *_orphans(changes.judgements_orphaned),
    ]
    return _text(lines)


def _fates(changes: Changes) -> str:
    kept, moved = len(changes.judgements_kept), len(changes.judgements_moved)
    lost = len(changes.judgements_orphaned)
    return f"judgements: {kept} kept, {moved} moved with their words, {lost} orphaned"


def told_history(entries: Sequence[AuditEntry]) -> str:
    """A line for each entry of the trail."""
    return _text(_entry(entry) for entry in entries)


def _title(name: str, report: Report) -> str:
    size = f"{_counted(len(report.sources), 'source')}, {_counted(len(report.claims), 'claim')}"
    run = report.run
    return f"{name}: {size}, compared {_in_utc(run.started_at, 'minutes')} by reconcile {run.reconcile}"


def _source(source: StoredSource, versions: int) -> str:
    if source.version is None:
        reason = source.failure.error if source.failure else source.left_out
        return f"  {source.letter}  left out: {reason}"
    read = source.version.document.source
    known = [str(part) for part in (read.publisher, read.published) if part]
    return f"  {source.letter}  {', '.join([read.path, *known])}; version {versions}"


def _statuses(report: Report) -> str:
    counts = Counter(group.status for group in report.groups)
    told = ", ".join(f"{number} {status}" for status, number in counts.items())
    return f"groups: {told or 'none'}"


def _judged(report: Report) -> str:
    """The machine's findings are suggestions; what reviewers made of them is told apart."""
    findings = {finding.id for group in report.groups for finding in group.discrepancies}
    judged = {judgement.finding for judgement in report.judgements}
    told = f"findings: {len(findings)} suggested, {len(judged)} of them judged"
    decisions = Counter((j.reviewer, j.decision) for j in report.judgements)
    each = [f"{reviewer}: {number} {decision}" for (reviewer, decision), number in decisions.items()]
    return f"{told} ({'; '.join(each)})" if each else told


def _look_again(flagged: Iterable[FlaggedJudgement]) -> Iterator[str]:
    for flag in flagged:
        yield f"  look again: {_judgement(flag.judgement)}: {flag.reason}"


def _orphans(orphans: Iterable[OrphanedJudgement]) -> Iterator[str]:
    for orphan in orphans:
        words = " / ".join(f"{source} “{shortened(text, WORDS)}”" for source, text in orphan.words)
        yield f"  orphaned: {_judgement(orphan.judgement)} ({orphan.kind} {words}): {orphan.reason}"


def _judgement(judgement: Judgement) -> str:
    return f"{judgement.finding}, {judgement.decision} by {judgement.reviewer}"


def _finding(mark: str, finding: Discrepancy) -> str:
    words = " / ".join(f"{value.source} “{shortened(value.text, WORDS)}”" for value in finding.values)
    return f"  {mark} {finding.id} {finding.kind} {finding.relation}: {words}"


def _entry(entry: AuditEntry) -> str:
    about = f" {entry.finding}" if entry.finding else ""
    detail = ", ".join(f"{name}: {value}" for name, value in entry.detail.items() if value not in (None, ""))
    at = _in_utc(entry.at, "seconds")
    return f"{at} {entry.actor} {entry.action}{about}{f' ({detail})' if detail else ''}"


def _in_utc(moment: dt.datetime, exact_to: str) -> str:
    written = moment.astimezone(dt.UTC).replace(tzinfo=None)
    return f"{written.isoformat(' ', exact_to)} UTC"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{_indented(line)}\n" for line in lines)


def _indented(line: str) -> str:
    indent = "  " if line.startswith("  ") else ""
    return indent + one_line(line)
