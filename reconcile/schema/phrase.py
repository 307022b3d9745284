"""A noun phrase of a claim and its place in the claim's grammar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reconcile.schema.text import Span


class PhraseRole(StrEnum):
    """What a noun phrase is to the word that governs it; a passive's subject is its object."""

    SUBJECT = "subject"
    OBJECT = "object"
    COMPLEMENT = "complement"
    OBLIQUE = "oblique"
    MODIFIER = "modifier"
    APPOSITION = "apposition"
    ROOT = "root"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase. ``span`` is the whole phrase, ``core`` runs from its first word to its head.

    ``head`` is the lemma of the head noun, ``governor`` that of the verb or noun it depends on
    ("" for none), ``preposition`` the word between the two where there is one. ``before`` and
    ``after`` are the lemmas of the content words that modify the head from either side, participles
    as they stand. An amount ("a handful of people") is no head: the phrase is about people.
    """

    span: Span
    core: Span
    head: str
    role: PhraseRole
    governor: str = ""
    preposition: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    proper: bool = False
    plural: bool = False
    definite: bool = False
