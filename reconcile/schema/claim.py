"""A claim: one checkable statement of one source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reconcile.schema.facet import AnyFacet, FacetKind
from reconcile.schema.phrase import Phrase
from reconcile.schema.text import Selector, Span


class Certainty(StrEnum):
    ASSERTED = "asserted"
    REPORTED = "reported"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    CONDITIONAL = "conditional"


class Polarity(StrEnum):
    AFFIRMED = "affirmed"
    NEGATED = "negated"


class ClaimRole(StrEnum):
    """Where a claim stands: a headline restates the body and weighs less."""

    BODY = "body"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who a claim is attributed to, in the article's words.

    ``span`` is where those words stand, ``cue`` the word that reports ("said"), ``cue_lemma``
    its lemma and ``cue_span`` its place, ``quoted`` whether the claim stands in quotation marks.
    ``resolved`` is the name that a pronoun or description stands for in the article; None where it
    is left open.
    """

    text: str
    span: Span
    cue: str
    cue_span: Span
    cue_lemma: str = ""
    quoted: bool = False
    resolved: str | None = None

    @property
    def name(self) -> str:
        """The resolved name where there is one, else the words as they stand."""
        return self.resolved or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimParts:
    """Where the parts of a claim stand in its document, as far as they were found.

    ``subject`` is the noun phrase of the main predicate's subject without its relative clauses,
    ``predicate`` the main verb, ``modal`` the word that marks the certainty, ``negation`` the word
    that negates, ``quotes`` the stretches of the claim that stand in quotation marks.
    """

    subject: Span | None = None
    predicate: Span | None = None
    modal: Span | None = None
    negation: Span | None = None
    quotes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """One predicate of a claim and what it is said of.

    ``predicate`` is a lemma, with its particle ("call off") or complement ("be open"); ``span`` the
    place of its verb. ``core`` is what it befalls, the object or else the subject, and ``actor`` the
    subject beside an object: the lemma of the head, then of the words that narrow it; empty for a
    pronoun or where there is none. ``modal`` and ``negation`` are the words that put it so.
    ``is_stated`` is False in a question, a condition or a purpose, where nothing is said to be so.
    """

    predicate: str
    span: Span
    core: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    certainty: Certainty = Certainty.ASSERTED
    polarity: Polarity = Polarity.AFFIRMED
    modal: Span | None = None
    negation: Span | None = None
    is_stated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable statement. ``selector`` is exact: ``text[start:end] == exact``.

    ``id`` is the source's letter and the claim's number in it, counted from 1. ``sentence`` is
    the sentence it was cut from. ``predicate`` is the lemma of its main verb, "" for none;
    ``terms`` its content words in order, as
    lemmas, names reduced to what their spellings share; ``propositions`` its predicates in the
    order of the text; ``phrases`` its noun phrases.
    """

    id: str
    source: str
    selector: Selector
    sentence: Span
    speaker: Speaker | None = None
    certainty: Certainty = Certainty.ASSERTED
    polarity: Polarity = Polarity.AFFIRMED
    role: ClaimRole = ClaimRole.BODY
    predicate: str = ""
    terms: tuple[str, ...] = ()
    parts: ClaimParts = ClaimParts()
    propositions: tuple[Proposition, ...] = ()
    facets: tuple[AnyFacet, ...] = ()
    phrases: tuple[Phrase, ...] = ()

    @property
    def span(self) -> Span:
        return self.selector.span

    @property
    def text(self) -> str:
        return self.selector.exact

    def quotes(self, span: Span) -> bool:
        """Whether ``span`` lies inside one of its quotations."""
        return any(quote.contains(span) for quote in self.parts.quotes)

    def facets_of(self, kind: FacetKind) -> tuple[AnyFacet, ...]:
        """The facets of one kind, in the order of the text."""
        return tuple(f for f in self.facets if f.kind is kind)
