"""One telling of an event: the wording, the details told, the words in its slots, the verb and its mood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.training.relation_classifier.minimal_pairs.frames import (
    Filler,
    Form,
    Piece,
    Synonyms,
    VerbTag,
)
from reconcile.training.relation_classifier.minimal_pairs.verbs import verb_phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How one side of a pair tells the event."""

    form: Form
    details: frozenset[str]
    words: dict[str, str]
    style: int
    """Which of the synonyms stand; one number for both sides gives the same words."""
    verb: str = ""
    """The key of the verb told; "" for the frame's own."""
    mood: str = "fact"

    def clause(self) -> str:
        """The telling as a clause, without capital and full stop."""
        told = (s for s in self.form.stretches if not s.key or s.key in self.details)
        return "".join(self._text(piece) for stretch in told for piece in stretch.pieces).strip()

    def _text(self, piece: Piece) -> str:
        if isinstance(piece, Filler):
            return self.words[piece.slot]
        if isinstance(piece, VerbTag):
            return verb_phrase(self.verb or piece.verb, self.mood, piece)
        if isinstance(piece, Synonyms):
            return piece.words[self.style % len(piece.words)]
        return piece


_EIGHT = re.compile(r"\b([Aa]) (?=8|11\b|18\b)")


def sentence(clause: str) -> str:
    """The clause with a capital and a full stop."""
    text = _EIGHT.sub(r"\1n ", clause)
    return f"{text[0].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"
