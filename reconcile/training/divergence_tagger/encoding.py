"""Marked pairs as token numbers, targets and links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reconcile.models.divergence_decoding import sides_of
from reconcile.models.divergence_outputs import KINDS, RELATIONS
from reconcile.schema import Span
from reconcile.training.divergence_tagger.examples import Example, Mark
from reconcile.training.token_pairs import TokenBatch, TokenPair, encodings, padded

OPTIONAL = 0.5
"""What the kind of a token counts where readers may disagree about it."""
IGNORED = -100
"""The relation of a token that is no part of a difference: torch's own number for "no target"."""

Link = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Tokens of the first text and those of the second that they stand in for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded(TokenPair):
    """One pair: ``kinds`` and ``weights`` are (tokens, kinds), ``relations`` (tokens,), ``second``
    the tokens of the second text."""

    kinds: NDArray[np.float32]
    weights: NDArray[np.float32]
    relations: NDArray[np.int64]
    second: NDArray[np.int64]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch(TokenBatch):
    """Padded pairs with targets: arrays of shape (pairs, tokens) or (pairs, tokens, kinds)."""

    kinds: NDArray[np.float32]
    weights: NDArray[np.float32]
    relations: NDArray[np.int64]
    pairs: tuple[Encoded, ...]


def encode(examples: Sequence[Example], tokenizer_file: Path, max_tokens: int) -> list[Encoded]:
    """All ``examples`` with their targets, each at most ``max_tokens`` long."""
    pairs = [(example.left, example.right) for example in examples]
    found = encodings(pairs, tokenizer_file, max_tokens)
    return [_encoded(encoding, one.marks) for encoding, one in zip(found, examples, strict=True)]


def _encoded(encoding: Any, marks: Sequence[Mark]) -> Encoded:
    sides = sides_of(encoding)
    shape = len(sides), len(KINDS)
    kinds, relations = np.zeros(shape, np.float32), np.full(len(sides), IGNORED)
    weights = np.repeat((sides >= 0).astype(np.float32)[:, None], len(KINDS), axis=1)
    links = []
    # The doubtful come first, so that what is sure has the last word on a token.
    for mark in sorted(marks, key=lambda mark: not mark.optional):
        kind = KINDS.index(mark.kind)
        ends = [_tokens(encoding, sides, side, span) for side, span in enumerate((mark.left, mark.right))]
        for tokens in ends:
            kinds[tokens, kind] = 1
            weights[tokens, kind] = OPTIONAL if mark.optional else 1
            relations[tokens] = RELATIONS.index(mark.relation)
        if all(map(len, ends)):
            links.append((ends[0], ends[1]))
    return Encoded(
        tokens=np.asarray(encoding.ids, np.int32),
        segments=np.asarray(encoding.type_ids, np.int8),
        kinds=kinds,
        weights=weights,
        relations=relations,
        second=np.flatnonzero(sides == 1),
        links=tuple(links),
    )


def _tokens(encoding: Any, sides: NDArray[np.int64], side: int, span: Span) -> NDArray[np.int64]:
    """The tokens of one text that ``span`` of it touches."""
    return np.asarray(list(_touching(encoding, sides, side, span)), dtype=np.int64)


def _touching(encoding: Any, sides: NDArray[np.int64], side: int, span: Span) -> Iterator[int]:
    for token, (start, end) in enumerate(encoding.offsets):
        if sides[token] == side and start < span.end and span.start < end:
            yield token


def collate(pairs: Sequence[Encoded]) -> Batch:
    """The batch of ``pairs``, padded; padding weighs nothing."""
    batch = padded(pairs)
    shape = batch.tokens.shape
    kinds, weights = (np.zeros((*shape, len(KINDS)), np.float32) for _ in range(2))
    relations = np.full(shape, IGNORED, np.int64)
    for row, pair in enumerate(pairs):
        length = len(pair.tokens)
        kinds[row, :length] = pair.kinds
        weights[row, :length] = pair.weights
        relations[row, :length] = pair.relations
    return Batch(
        tokens=batch.tokens,
        segments=batch.segments,
        attention=batch.attention,
        kinds=kinds,
        weights=weights,
        relations=relations,
        pairs=tuple(pairs),
    )
