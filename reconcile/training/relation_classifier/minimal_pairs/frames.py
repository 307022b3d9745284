"""Frames: what one kind of news event says, in several wordings of one meaning with slots for its facts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reconcile.lexicons import rows
from reconcile.training.relation_classifier.examples import Relation


@dataclass(frozen=True, slots=True)
class Filler:
    """A slot, and the noun that it counts ("" for other slots)."""

    slot: str
    noun: str

    @property
    def sort(self) -> str:
        """The slot's sort: its name without number."""
        return self.slot.rstrip("2")


@dataclass(frozen=True, slots=True)
class VerbTag:
    """Where the verb stands, and what its form depends on."""

    verb: str
    plural: bool
    passive: bool


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Words any of which may stand here."""

    words: tuple[str, ...]


Piece = str | Filler | VerbTag | Synonyms


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces in a row; those of a detail (``key`` not "") may be left out."""

    key: str
    pieces: tuple[Piece, ...]

    @property
    def fillers(self) -> tuple[Filler, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Filler))


@dataclass(frozen=True, slots=True)
class Form:
    """One wording of a frame."""

    stretches: tuple[Stretch, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The details that can be left out."""
        return frozenset(stretch.key for stretch in self.stretches if stretch.key)

    @property
    def verb(self) -> VerbTag | None:
        pieces = (piece for stretch in self.stretches for piece in stretch.pieces)
        return next((piece for piece in pieces if isinstance(piece, VerbTag)), None)

    def key_of(self, slot: str) -> str:
        """The detail that the slot stands in ("" for none)."""
        return next(s.key for s in self.stretches if any(filler.slot == slot for filler in s.fillers))


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind of event and its wordings; all wordings have the same slots and details."""

    name: str
    topic: str
    held_out: bool
    swapped: Relation | None
    """What follows when the two parties trade places; None where there are not two of a kind."""
    forms: tuple[Form, ...]

    @property
    def fillers(self) -> dict[str, Filler]:
        """The slots by their names."""
        return {filler.slot: filler for stretch in self.forms[0].stretches for filler in stretch.fillers}

    @property
    def details(self) -> frozenset[str]:
        return self.forms[0].keys

    @property
    def parties(self) -> tuple[str, str]:
        """The two slots of one sort. Raises StopIteration if there are none."""
        second = next(slot for slot in self.fillers if slot.endswith("2"))
        return second.rstrip("2"), second


@cache
def frames(*, held_out: bool) -> tuple[Frame, ...]:
    """The frames to train on, or those held out for the test."""
    return tuple(frame for frame in _table() if frame.held_out == held_out)


@cache
def _table() -> tuple[Frame, ...]:
    return tuple(
        Frame(
            name=name,
            topic=topic,
            held_out=part == "held",
            swapped=None if swapped == "-" else Relation(swapped),
            forms=tuple(map(_form, forms)),
        )
        for name, topic, part, swapped, *forms in rows("frames", __package__)
    )


_STRETCH = re.compile(r"\[([^\]]*)\]|([^\[]+)")
_PIECE = re.compile(r"\{(\w+)(?::([^}]*))?\}|<(\+?)(be )?(\w+)>|\(([^)]*)\)|([^{<(]+)")


def _form(text: str) -> Form:
    return Form(tuple(_stretch(found[1], found[2]) for found in _STRETCH.finditer(text)))


def _stretch(detail: str | None, plain: str | None) -> Stretch:
    if detail is None:
        return Stretch("", _pieces(plain or ""))
    key, bar, rest = detail.partition("|")
    if bar and re.fullmatch(r"\w+", key):
        return Stretch(key, _pieces(rest))
    pieces = _pieces(detail)
    first = next(piece for piece in pieces if isinstance(piece, Filler))
    return Stretch(first.slot, pieces)


def _pieces(text: str) -> tuple[Piece, ...]:
    return tuple(map(_piece, _PIECE.finditer(text)))


def _piece(found: re.Match[str]) -> Piece:
    slot, noun, plural, passive, verb, words, plain = found.groups()
    if slot:
        return Filler(slot, noun or "")
    if verb:
        return VerbTag(verb, bool(plural), bool(passive))
    return Synonyms(tuple(words.split("|"))) if words else str(plain)
