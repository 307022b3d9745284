"""Judgements as CSV, one a row, for a spreadsheet and back."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from reconcile.report import csv_cells
from reconcile.report.json_values import utc
from reconcile.report.lookup import Lookup
from reconcile.report.safe_text import one_line, shortened
from reconcile.report.selection import RenderOptions, findings
from reconcile.schema import ClaimGroup, Decision, Discrepancy, Judgement, Report

_ABOUT = ("finding", "group", "kind", "relation", "explanation")
_DECIDED = ("decision", "preferred", "reviewer", "decided_at", "note")
_NEEDED = ("finding", "decision", "reviewer", "decided_at")
_JOINT = " / "
_DELIMITERS = ",;\t"
_MARK = "\ufeff"
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadJudgements:
    """The judgements of the good rows, in their order, and a sentence for each bad one."""

    judgements: tuple[Judgement, ...]
    problems: tuple[str, ...] = ()


class _RowError(Exception):
    """Why a row is no judgement."""


def write(report: Report) -> str:
    """A header and a row a judgement: what was found and the words of each source, then who decided what.

    What a desk would correct first stands at the top; judgements of findings that the report does not
    have come last. ``read`` takes it back: an empty ``preferred`` is none.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    letters = [source.id for source in report.sources]
    writer.writerow([*_ABOUT, *(f"{letter} words" for letter in letters), *_DECIDED])
    for row in _rows(report, letters):
        writer.writerow([csv_cells.written(cell) for cell in row])
    return buffer.getvalue()


def read(text: str) -> ReadJudgements:
    """The judgements of a CSV with the columns finding, decision, reviewer and decided_at, and preferred
    and note where it has them.

    Commas, semicolons or tabs between cells, any order of columns, other columns, empty rows, any line
    breaks and a byte order mark are taken. A bad row is told with its line and cause and costs no other.
    """
    lines = list(io.StringIO(text.removeprefix(_MARK), newline=""))
    start = 1 if lines and lines[0].strip().lower().startswith("sep=") else 0
    delimiter = max(_DELIMITERS, key=lambda mark: len(_known(_header(lines, start, mark)[1])))
    line, names = _header(lines, start, delimiter)
    missing = [name for name in _NEEDED if name not in names]
    if missing:
        return ReadJudgements(
            judgements=(), problems=(f"line {line}: there is no column {', '.join(missing)}",)
        )
    return _taken(lines, line, delimiter, names)


def _rows(report: Report, letters: Sequence[str]) -> Iterator[list[str]]:
    lookup, written = Lookup(report), set[str]()
    for group, discrepancy in findings(report, RenderOptions()):
        written.add(discrepancy.id)
        for judgement in lookup.judgements_of(discrepancy):
            yield [*_about(group, discrepancy, letters), *_decided(judgement)]
    for judgement in report.judgements:
        if judgement.finding not in written:
            blank = [""] * (len(_ABOUT) - 1 + len(letters))
            yield [judgement.finding, *blank, *_decided(judgement)]


def _about(group: ClaimGroup, discrepancy: Discrepancy, letters: Sequence[str]) -> Iterator[str]:
    yield from (discrepancy.id, group.id, discrepancy.kind.value, discrepancy.relation.value)
    yield discrepancy.explanation
    for letter in letters:
        yield _JOINT.join(value.text for value in discrepancy.values if value.source == letter)


def _decided(judgement: Judgement) -> tuple[str, ...]:
    moment = judgement.decided_at.isoformat()
    preferred = judgement.preferred or ""
    return judgement.decision.value, preferred, judgement.reviewer, moment, judgement.note


def _header(lines: Sequence[str], start: int, delimiter: str) -> tuple[int, list[str]]:
    """The line of the first row that is not empty, counted from 1, and its cells as names of columns."""
    for line, _, cells in _records(lines, start, delimiter):
        if any(cell.strip() for cell in cells):
            return line, [cell.strip().lower().replace(" ", "_") for cell in cells]
    return 1, []


def _known(names: Sequence[str]) -> set[str]:
    return {*_ABOUT, *_DECIDED} & set(names)


def _taken(lines: Sequence[str], header: int, delimiter: str, names: Sequence[str]) -> ReadJudgements:
    judgements, problems = [], []
    for line, error, cells in _records(lines, header - 1, delimiter):
        try:
            if error is not None:
                raise _RowError(f"the quotation marks do not match ({error})")
            if line > header and any(cell.strip() for cell in cells):
                judgements.append(_judgement(_by_name(names, cells)))
        except _RowError as cause:
            problems.append(f"line {line}: {cause}")
    return ReadJudgements(judgements=tuple(judgements), problems=tuple(problems))


def _records(
    lines: Sequence[str], start: int, delimiter: str
) -> Iterator[tuple[int, csv.Error | None, list[str]]]:
    """The line on which a row begins, counted from 1, and its cells; or the error in it, after which
    reading goes on with the next line, so that one stray mark does not swallow the rows below."""
    # A process-wide limit, and never lowered here: no cell is longer than the whole text.
    csv.field_size_limit(max(csv.field_size_limit(), sum(map(len, lines))))
    at = start
    while at < len(lines):
        reader, base = csv.reader(islice(lines, at, None), delimiter=delimiter, strict=True), at
        try:
            for cells in reader:
                yield at + 1, None, cells
                at = base + reader.line_num
        except csv.Error as error:
            yield at + 1, error, []
            at += 1


def _by_name(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    if any(cell.strip() for cell in cells[len(names) :]):
        raise _RowError(f"it has {len(cells)} cells, but there are {len(names)} columns")
    named = {name: csv_cells.read(cell) for name, cell in zip(names, cells, strict=False)}
    for name in _NEEDED:
        if not named.get(name, "").strip():
            raise _RowError(f"the {name} is missing")
    return named


def _judgement(cells: Mapping[str, str]) -> Judgement:
    return Judgement(
        finding=cells["finding"].strip(),
        decision=_decision(cells["decision"]),
        reviewer=cells["reviewer"],
        decided_at=_moment(cells["decided_at"].strip()),
        preferred=cells.get("preferred") or None,
        note=cells.get("note", ""),
    )


def _decision(cell: str) -> Decision:
    try:
        return Decision("-".join(cell.lower().split()))
    except ValueError:
        raise _RowError(f"{_quoted(cell)} is no decision; there are {', '.join(Decision)}") from None


def _moment(cell: str) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(cell)
        # In UTC it may fall out of the years that there are.
        utc(moment)
    except (ValueError, OverflowError):
        example = "2026-11-22T09:30:00+00:00"
        raise _RowError(f"{_quoted(cell)} is no date and time such as {example}") from None
    if moment.tzinfo is None:
        raise _RowError(f"the time {_quoted(cell)} has no zone, such as +00:00")
    return moment


def _quoted(cell: str) -> str:
    return f"“{shortened(one_line(cell), _LONGEST_QUOTE)}”"
