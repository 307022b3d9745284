"""Pairs of sentences that differ in one thing or in none: is what differs told, and nothing else raised?

``python -m reconcile.evaluation.contrast FILE...`` prints the table. Contrast sets as of Gardner et al.
(2020), "Evaluating Models' Local Decision Boundaries"; `fixtures/README.md` has the format.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tabulate import tabulate

from reconcile.errors import GoldError
from reconcile.evaluation.counts import Tally
from reconcile.evaluation.facet_suites.rows import suite_rows
from reconcile.evaluation.measuring_command import told
from reconcile.evaluation.metrics import ALERTS
from reconcile.schema import DiscrepancyRelation, GroupStatus, Report, Span

if TYPE_CHECKING:
    from reconcile.models import Models

UNRELATED = "unrelated"
"""What is expected of sentences about two things, and found where no group joins the two."""

STATUSES = (*(status.value for status in GroupStatus if status is not GroupStatus.SINGLE_SOURCE), UNRELATED)
_ALARMS = tuple(relation.value for relation in ALERTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContrastPair:
    """Two sentences with their dates of publication (ISO 8601), the status that a careful editor gives them,
    and where they differ; ``values`` is None where they do not, or are of two things."""

    sentences: tuple[str, str]
    dates: tuple[str, str]
    status: str
    values: tuple[Span, Span] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The status expected of a pair, the gravest one found, and the gravest relation of a finding at
    the words that differ, None where none touches them in both sentences."""

    expected: str
    found: str
    at_values: DiscrepancyRelation | None


def read_contrast(path: Path) -> tuple[ContrastPair, ...]:
    """The pairs of a file of JSON lines. Raises GoldError that names the file and line."""
    rows = enumerate(suite_rows(path), start=1)
    return tuple(_pair(fields, f"{path}: line {number}") for number, fields in rows)


def _pair(fields: Mapping[str, Any], place: str) -> ContrastPair:
    try:
        sentences = fields["left"], fields["right"]
        values = fields["left_value"], fields["right_value"]
        pair = ContrastPair(
            sentences=sentences,
            dates=(fields["left_date"], fields["right_date"]),
            status=fields["status"],
            values=(_span(values[0], sentences[0]), _span(values[1], sentences[1])) if all(values) else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{place}: is no pair of sentences ({error})") from error
    if pair.status not in STATUSES:
        raise GoldError(f'{place}: "{pair.status}" is no status')
    return pair


def _span(words: str, sentence: str) -> Span:
    start = sentence.index(words)
    return Span(start, start + len(words))


def outcomes(pairs: Sequence[ContrastPair], models: Models) -> Iterator[Outcome]:
    """What the program says of each pair as two sources of a sentence. Raises what the pipeline raises."""
    from reconcile.pipeline import reconcile

    for pair in pairs:
        with TemporaryDirectory() as folder:
            paths = [Path(folder, "a.txt"), Path(folder, "b.txt")]
            for path, sentence in zip(paths, pair.sentences, strict=True):
                path.write_text(f"{sentence}\n", encoding="utf-8")
            report = reconcile(paths, published=dict(zip("AB", pair.dates, strict=True)), models=models)
        yield outcome(pair, report)


def outcome(pair: ContrastPair, report: Report) -> Outcome:
    """What ``report`` says of the pair whose sentences it compares as sources A and B."""
    joined = [group for group in report.groups if group.status is not GroupStatus.SINGLE_SOURCE]
    found = min((group.status.value for group in joined), key=STATUSES.index, default=UNRELATED)
    touching = [
        finding.relation
        for group in joined
        for finding in group.discrepancies
        if pair.values
        and all(
            any(value.source == source and value.span.overlaps(span) for value in finding.values)
            for source, span in zip("AB", pair.values, strict=True)
        )
    ]
    at_values = min(touching, key=lambda relation: relation.gravity, default=None)
    return Outcome(expected=pair.status, found=found, at_values=at_values)


def alarms(results: Sequence[Outcome]) -> Tally:
    """Conflicts and updates: a pair is right where one is expected and one is found."""
    expected = [result for result in results if result.expected in _ALARMS]
    made = sum(result.found in _ALARMS for result in results)
    right = sum(result.found in _ALARMS for result in expected)
    return Tally(gold=len(expected), found=right, made=made, right=right)


def table(results: Sequence[Outcome]) -> str:
    """A row for each status expected: how often each was found, how often a finding tells what differs."""
    counts = Counter((result.expected, result.found) for result in results)
    told_at = Counter(result.expected for result in results if result.at_values)
    rows = [
        [status, *(counts[status, found] for found in STATUSES), told_at[status] or ""] for status in STATUSES
    ]
    rates = alarms(results).rates
    head = ["expected", *STATUSES, "told where they differ"]
    return (
        f"{tabulate(rows, headers=head)}\n\nconflicts and updates: precision {rates.precision:.2f}, "
        f"recall {rates.recall:.2f}, F1 {rates.f1:.2f}\n"
    )


def main(paths: Sequence[Path]) -> None:
    # Imported here because it loads the models' libraries.
    from reconcile.models import Models
    from reconcile.settings import Settings

    sets = [read_contrast(path) for path in paths]
    models = Models.load(Settings().models)
    for path, pairs in zip(paths, sets, strict=True):
        sys.stdout.write(f"{path}: {len(pairs)} pairs\n{table(list(outcomes(pairs, models)))}\n")


if __name__ == "__main__":
    with told():
        main([Path(argument) for argument in sys.argv[1:]])
