"""What each source says anywhere in its article: a claim need not repeat it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from reconcile.schema import AnyFacet, Claim, NameFacet, PlaceFacet, QuantityFacet, TimeFacet


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles:
    """``modifiers`` are the lemmas that describe a noun, by source and the noun's lemma; ``named``
    the names that a source mentions, as canonical forms and as written; ``figures`` its figures and
    ``times`` its dates and lengths of time."""

    modifiers: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)
    figures: Mapping[str, frozenset[Decimal | None]] = field(default_factory=dict)
    times: Mapping[str, frozenset[TimeFacet]] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Articles:
        """Everything that is said in ``claims``, all of a run."""
        modifiers: dict[tuple[str, str], set[str]] = {}
        named: dict[str, set[str]] = {}
        figures: dict[str, set[Decimal | None]] = {}
        times: dict[str, set[TimeFacet]] = {}
        for claim in claims:
            for phrase in claim.phrases:
                modifiers.setdefault((claim.source, phrase.head), set()).update(phrase.before, phrase.after)
            for facet in claim.facets:
                named.setdefault(claim.source, set()).update(_forms(facet))
                if isinstance(facet, QuantityFacet):
                    figures.setdefault(claim.source, set()).add(facet.figure)
                if isinstance(facet, TimeFacet):
                    times.setdefault(claim.source, set()).add(facet)
        return cls(
            modifiers={key: frozenset(words) for key, words in modifiers.items()},
            named={source: frozenset(names) for source, names in named.items()},
            figures={source: frozenset(values) for source, values in figures.items()},
            times={source: frozenset(values) for source, values in times.items()},
        )

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


def _is_of(one: TimeFacet, time: TimeFacet) -> bool:
    if one.interval is None or time.interval is None:
        return one.text.casefold() == time.text.casefold()
    return time.interval.contains(one.interval)


def _forms(facet: AnyFacet) -> set[str]:
    if isinstance(facet, NameFacet | PlaceFacet):
        return {facet.canonical.casefold(), facet.text.casefold()}
    return set()
