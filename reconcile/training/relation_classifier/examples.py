"""Pairs of texts with the relation of the first to the second."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reconcile.errors import GoldError


class Relation(StrEnum):
    """What follows from the premise about the hypothesis; the order is that of the model's outputs."""

    CONTRADICTION = "contradiction"
    ENTAILMENT = "entailment"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A premise, a hypothesis, their relation and the corpus or rule that they come from; ``or_else`` is
    a relation that may as well be the right one, where it is only known that it is one of the two."""

    premise: str
    hypothesis: str
    relation: Relation
    origin: str
    or_else: Relation | None = None

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Those that may be the right one."""
        return (self.relation, self.or_else) if self.or_else else (self.relation,)


def read_examples(path: Path) -> Iterator[Example]:
    """The rows of a file of JSON lines, gzipped or not: premise, hypothesis, label, source.

    A label is a relation or two of them, as in "entailment or neutral". Texts that their corpus gives as
    separate tokens are joined as print would have them. Raises GoldError for a file that cannot be read or
    a row that lacks a field.
    """
    try:
        for line in _lines(path):
            yield _example(json.loads(line))
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path}: not a file of labelled pairs ({error!r})") from error


def _lines(path: Path) -> Iterator[str]:
    is_gzipped = path.suffix == ".gz"
    with gzip.open(path, "rt", encoding="utf-8") if is_gzipped else path.open(encoding="utf-8") as lines:
        yield from lines


def _example(row: dict[str, str]) -> Example:
    first, *other = row["label"].split(" or ")
    return Example(
        premise=joined_tokens(row["premise"]),
        hypothesis=joined_tokens(row["hypothesis"]),
        relation=Relation(first),
        origin=row["source"],
        or_else=Relation(*other) if other else None,
    )


_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"'}
_BRACKET = re.compile("|".join(map(re.escape, _BRACKETS)))
_BEFORE = re.compile(r" +([,.;:!?%)\]]|n't\b|'(?:s|re|ve|ll|d|m)\b)", re.IGNORECASE)
_AFTER = re.compile(r"([(\[$£€]) +")


def joined_tokens(text: str) -> str:
    """``text`` without the spaces that a Penn Treebank tokeniser put around punctuation."""
    text = _BRACKET.sub(lambda found: _BRACKETS[found[0]], text.replace("\ufffd", " "))
    return " ".join(_AFTER.sub(r"\1", _BEFORE.sub(r"\1", text)).split())
