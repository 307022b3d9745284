"""From the tagger's numbers for the tokens of two texts to the words that differ."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reconcile.models.divergence_outputs import ANSWERING, ASKING, KIND, KINDS, LINK, RELATION, RELATIONS
from reconcile.models.divergence_tagger import Divergence
from reconcile.schema import Span

LEAST = 0.15
"""Probability below which a token is no part of a difference."""
_GAP = 1
"""Words below it that may stand between two parts of one stretch: an article, a preposition."""
_LINKED = 0.25
"""How much the link of two stretches counts beside their own probabilities, as a power."""
_NO_LINK = 1e-3

DECODING = repr((1, LEAST, _GAP, _LINKED, KINDS, RELATIONS))
"""What shapes divergences beside the model; the first number counts changes of this module's rules."""

Floats = NDArray[np.floating[Any]]
Stretch = tuple[int, int]
"""Tokens from the first to the last, both of it."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """The tokens of one text: where each stands, the word that it is of (what no space divides), and its
    probabilities of the kinds (tokens, kinds) and the relations (tokens, relations)."""

    places: tuple[tuple[int, int], ...]
    words: tuple[int, ...]
    kinds: Floats
    relations: Floats

    def stretches(self, kind: int) -> list[Stretch]:
        """Runs of whole words one of whose tokens is likely to differ in ``kind``."""
        likely = {self.words[token] for token in np.flatnonzero(self.kinds[:, kind] >= LEAST)}
        runs: list[Stretch] = []
        for token, word in enumerate(self.words):
            if word not in likely:
                continue
            if runs and word - self.words[runs[-1][1]] <= 1 + _GAP:
                runs[-1] = runs[-1][0], token
            else:
                runs.append((token, token))
        return runs

    def span(self, stretch: Stretch) -> Span:
        first, last = stretch
        return Span(self.places[first][0], self.places[last][1])


@dataclass(frozen=True, slots=True)
class PairTags:
    """Both texts, and the probability that a token of the first stands in for one of the second, (tokens,
    tokens of the second); ``answers``, where the second text was read first too, the same of its tokens for
    those of the first, (tokens of the second, tokens)."""

    left: Tagged
    right: Tagged
    links: Floats
    answers: Floats | None = None

    def both_ways(self, other: PairTags) -> PairTags:
        """The mean with what the same texts gave in the other order; this where they were cut otherwise."""
        if (self.left.places, self.right.places) != (other.right.places, other.left.places):
            return self
        return PairTags(_mean(self.left, other.right), _mean(self.right, other.left), self.links, other.links)

    def divergences(self) -> tuple[Divergence, ...]:
        """Stretches of one kind that are linked, each used once for a kind; the likeliest first."""
        found = [one for kind in range(len(KINDS)) for one in self._of_kind(kind)]
        return tuple(sorted(found, key=lambda one: -one.score))

    def _of_kind(self, kind: int) -> Iterator[Divergence]:
        pairs = [
            (self._score(kind, ours, theirs), ours, theirs)
            for ours in self.left.stretches(kind)
            for theirs in self.right.stretches(kind)
        ]
        used: set[tuple[str, Stretch]] = set()
        for score, ours, theirs in sorted(pairs, key=lambda pair: -pair[0]):
            ends = {("left", ours), ("right", theirs)}
            if used.isdisjoint(ends):
                used |= ends
                yield self._divergence(kind, score, ours, theirs)

    def _score(self, kind: int, ours: Stretch, theirs: Stretch) -> float:
        tokens, others = _tokens(ours), _tokens(theirs)
        likely = float(self.left.kinds[tokens, kind].max() * self.right.kinds[others, kind].max())
        links = [self.links[tokens, others]]
        if self.answers is not None:
            links.append(self.answers[others, tokens])
        link = float(np.mean([part.sum(axis=1).mean() for part in links]))
        return float(min(1.0, math.sqrt(likely) * max(link, _NO_LINK) ** _LINKED))

    def _divergence(self, kind: int, score: float, ours: Stretch, theirs: Stretch) -> Divergence:
        relations = self.left.relations[_tokens(ours)].mean(axis=0)
        likely = relations * self.right.relations[_tokens(theirs)].mean(axis=0)
        return Divergence(
            kind=KINDS[kind],
            relation=RELATIONS[int(likely.argmax())],
            left=self.left.span(ours),
            right=self.right.span(theirs),
            score=score,
        )


def pair_tags(encoding: Any, outputs: Floats) -> PairTags:
    """The tags of a pair from its tokens, a tokenizers.Encoding, and the model's numbers for them."""
    sides = sides_of(encoding)
    left, right = np.flatnonzero(sides == 0), np.flatnonzero(sides == 1)
    products = outputs[left, ASKING] @ outputs[right, ANSWERING].T / math.sqrt(LINK)
    links = _softmax(products) if products.size else products
    return PairTags(_tagged(encoding, outputs, left), _tagged(encoding, outputs, right), links)


def sides_of(encoding: Any) -> NDArray[np.int64]:
    """0 or 1 for the text that each token of a tokenizers.Encoding is of, -1 for those of neither."""
    return np.asarray([-1 if side is None else side for side in encoding.sequence_ids])


def _tagged(encoding: Any, outputs: Floats, tokens: Sequence[int] | NDArray[np.int64]) -> Tagged:
    return Tagged(
        places=tuple(encoding.offsets[token] for token in tokens),
        words=_words([encoding.offsets[token] for token in tokens]),
        kinds=1 / (1 + np.exp(-outputs[tokens, KIND])),
        relations=_softmax(outputs[tokens, RELATION]),
    )


def _words(places: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """The number of each token's word."""
    numbers = [0] * len(places)
    for token in range(1, len(places)):
        numbers[token] = numbers[token - 1] + (places[token - 1][1] < places[token][0])
    return tuple(numbers)


def _mean(one: Tagged, other: Tagged) -> Tagged:
    return Tagged(one.places, one.words, (one.kinds + other.kinds) / 2, (one.relations + other.relations) / 2)


def _tokens(stretch: Stretch) -> slice:
    return slice(stretch[0], stretch[1] + 1)


def _softmax(numbers: Floats) -> Floats:
    raised = np.exp(numbers - numbers.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares
