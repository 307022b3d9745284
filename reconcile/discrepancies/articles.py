"""What each source says anywhere in its article: a claim need not repeat it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from reconcile.schema import (
    AnyFacet,
    Claim,
    NameFacet,
    Phrase,
    PhraseRole,
    PlaceFacet,
    QuantityFacet,
    Span,
    TimeFacet,
)

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_MARKS = ".,;:!?\"()“”‘’'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles:
    """``modifiers`` are the lemmas that describe a noun, in apposition too, by source and the noun's lemma;
    ``named`` the names that a source mentions, as canonical forms and as written; ``figures`` its figures
    and ``times`` its dates and lengths of time; ``said`` its content words, as lemmas and as written,
    folded; ``attributed`` its sentences of which some claim has a speaker."""

    modifiers: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)
    figures: Mapping[str, frozenset[Decimal | None]] = field(default_factory=dict)
    times: Mapping[str, frozenset[TimeFacet]] = field(default_factory=dict)
    said: Mapping[str, frozenset[str]] = field(default_factory=dict)
    attributed: Mapping[str, frozenset[Span]] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Articles:
        """Everything that is said in ``claims``, all of a run."""
        claims = tuple(claims)
        facets = [(claim.source, facet) for claim in claims for facet in claim.facets]
        return cls(
            modifiers=_gathered(
                ((claim.source, noun), words)
                for claim in claims
                for phrase in claim.phrases
                for noun, words in _descriptions(claim, phrase)
            ),
            named=_gathered((source, _forms(facet)) for source, facet in facets),
            figures=_gathered(
                (source, (facet.figure,)) for source, facet in facets if isinstance(facet, QuantityFacet)
            ),
            times=_gathered((source, (facet,)) for source, facet in facets if isinstance(facet, TimeFacet)),
            said=_gathered((claim.source, (*claim.terms, *_written(claim))) for claim in claims),
            attributed=_gathered((claim.source, (claim.sentence,)) for claim in claims if claim.speaker),
        )

    def says(self, source: str, word: str) -> bool:
        """Whether ``source`` has the word anywhere, as a lemma or as it is written (folded)."""
        return word in self.said.get(source, frozenset())

    def has_surname(self, source: str, name: str) -> bool:
        """Whether ``source`` has the last word of a person's name anywhere."""
        return self.says(source, name.rsplit(maxsplit=1)[-1].casefold())

    def attribute(self, claim: Claim) -> bool:
        """Whether the source says in the sentence of ``claim`` who says something of it."""
        return claim.sentence in self.attributed.get(claim.source, frozenset())

    def describe(self, source: str, noun: str) -> frozenset[str]:
        """How ``source`` ever describes ``noun``, as lemmas."""
        return self.modifiers.get((source, noun), frozenset())

    def name(self, source: str, facet: AnyFacet) -> bool:
        """Whether ``source`` mentions this name or place anywhere."""
        return not _forms(facet).isdisjoint(self.named.get(source, frozenset()))

    def counts(self, source: str, facet: AnyFacet) -> bool:
        """Whether ``source`` gives this figure anywhere, of whatever; a vague word is none."""
        figure = facet.figure if isinstance(facet, QuantityFacet) else None
        return figure is not None and figure in self.figures.get(source, frozenset())

    def dates(self, source: str, time: TimeFacet) -> bool:
        """Whether ``source`` anywhere gives this date, or a stretch of it, or this length of time."""
        return any(_is_of(other, time) for other in self.times.get(source, frozenset()))


def _descriptions(claim: Claim, phrase: Phrase) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a phrase says of which noun: its own head, and where it is an apposition ("Ann Berg, the
    attorney general") also what it stands beside, as that of it."""
    modifiers = (*phrase.before, *phrase.after)
    yield phrase.head, modifiers
    if phrase.role is PhraseRole.APPOSITION:
        yield phrase.governor, (phrase.head, *modifiers)
        beside = [other for other in claim.phrases if other.head == phrase.governor]
        for other in beside:
            yield phrase.head, (other.head, *other.before, *other.after)


def _gathered(parts: Iterable[tuple[_Key, Iterable[_Value]]]) -> dict[_Key, frozenset[_Value]]:
    """All values of each key together."""
    found: dict[_Key, set[_Value]] = {}
    for key, values in parts:
        found.setdefault(key, set()).update(values)
    return {key: frozenset(values) for key, values in found.items()}


def _is_of(one: TimeFacet, time: TimeFacet) -> bool:
    if one.interval is None or time.interval is None:
        return one.text.casefold() == time.text.casefold()
    return time.interval.contains(one.interval)


def _forms(facet: AnyFacet) -> set[str]:
    if isinstance(facet, NameFacet | PlaceFacet):
        return {facet.canonical.casefold(), facet.text.casefold()}
    return set()


def _written(claim: Claim) -> set[str]:
    return {word.strip(_MARKS) for word in claim.text.casefold().split()}
