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
    """A premise, a hypothesis, their relation and the corpus or rule that they come from."""

    premise: str
    hypothesis: str
    relation: Relation
    origin: str


def read_examples(path: Path) -> Iterator[Example]:
    """The rows of a gzipped file of JSON lines: premise, hypothesis, label, source.

    Texts that their corpus gives as separate tokens are joined as print would have them. Raises
    GoldError for a file that cannot be read or a row that lacks a field.
    """
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield _example(json.loads(line))
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path}: not a file of labelled pairs ({error!r})") from error


def _example(row: dict[str, str]) -> Example:
    return Example(
        premise=joined_tokens(row["premise"]),
        hypothesis=joined_tokens(row["hypothesis"]),
        relation=Relation(row["label"]),
        origin=row["source"],
    )


_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"'}
_BRACKET = re.compile("|".join(map(re.escape, _BRACKETS)))
_BEFORE = re.compile(r" +([,.;:!?%)\]]|n't\b|'(?:s|re|ve|ll|d|m)\b)", re.IGNORECASE)
_AFTER = re.compile(r"([(\[$£€]) +")


def joined_tokens(text: str) -> str:
    """``text`` without the spaces that a Penn Treebank tokeniser put around punctuation."""
    text = _BRACKET.sub(lambda found: _BRACKETS[found[0]], text.replace("\ufffd", " "))
    return " ".join(_AFTER.sub(r"\1", _BEFORE.sub(r"\1", text)).split())
