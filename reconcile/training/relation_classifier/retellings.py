"""Statements with what other desks made of them, and how each of these relates to the statement."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reconcile.errors import GoldError
from reconcile.training.relation_classifier.examples import Example, Relation

_BOTH_WAYS = {
    "same": (Relation.ENTAILMENT, Relation.ENTAILMENT),
    "more": (Relation.NEUTRAL, Relation.ENTAILMENT),
    "less": (Relation.ENTAILMENT, Relation.NEUTRAL),
    "overlap": (Relation.NEUTRAL, Relation.NEUTRAL),
    "different": (Relation.NEUTRAL, Relation.NEUTRAL),
    "contradiction": (Relation.CONTRADICTION, Relation.CONTRADICTION),
}
"""What follows from the statement about its retelling, and from the retelling about the statement."""


def read_retellings(path: Path) -> Iterator[Example]:
    """The retellings in a file of JSON lines (`fixtures/README.md` has the format), each read both ways.

    Raises GoldError that names the file and line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: no retellings can be read ({error})") from error
    for number, line in enumerate(lines, start=1):
        try:
            yield from _examples(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise GoldError(
                f"{path}: line {number}: not a statement and its retellings ({error!r})"
            ) from error


def _examples(row: dict[str, Any]) -> Iterator[Example]:
    statement = _words(row["base"])
    for retelling in row["others"]:
        text, said = _words(retelling["text"]), retelling["relation"]
        forward, backward = _BOTH_WAYS[said]
        origin = f"retellings: {said}"
        yield Example(premise=statement, hypothesis=text, relation=forward, origin=origin)
        yield Example(premise=text, hypothesis=statement, relation=backward, origin=origin)


def _words(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError(f"{text!r} is no text")
    return text
