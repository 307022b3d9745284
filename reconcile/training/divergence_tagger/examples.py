"""Pairs of sentences with the words that differ."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reconcile.errors import GoldError
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What differs, and where it stands in either sentence; ``optional`` where readers may disagree."""

    kind: DiscrepancyKind
    relation: DiscrepancyRelation
    left: Span
    right: Span
    optional: bool

    def turned(self) -> Mark:
        return Mark(
            kind=self.kind,
            relation=self.relation,
            left=self.right,
            right=self.left,
            optional=self.optional,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Two sentences and their differences; none, for most pairs."""

    left: str
    right: str
    marks: tuple[Mark, ...]

    def turned(self) -> Example:
        return Example(left=self.right, right=self.left, marks=tuple(mark.turned() for mark in self.marks))


def read_examples(path: Path) -> Iterator[Example]:
    """The rows of a file of JSON lines, as reconcile.evaluation.divergence_examples prints them.

    Raises GoldError for a file that cannot be read or a row that lacks a field.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield _example(json.loads(line))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path}: not a file of marked pairs ({error!r})") from error


def _example(row: dict[str, Any]) -> Example:
    return Example(left=row["left"], right=row["right"], marks=tuple(map(_mark, row["divergences"])))


def _mark(row: dict[str, Any]) -> Mark:
    return Mark(
        kind=DiscrepancyKind(row["kind"]),
        relation=DiscrepancyRelation(row["relation"]),
        left=Span(*row["left"]),
        right=Span(*row["right"]),
        optional=row["optional"],
    )
