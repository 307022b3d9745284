"""Claims to claims with facets: times, quantities, names, places, certainty and polarity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.facets.modality import certainty_of, find_markers
from reconcile.facets.names import find_names
from reconcile.facets.polarity import find_negations
from reconcile.facets.propositions import find_propositions
from reconcile.facets.quantity import find_quantities
from reconcile.facets.temporal import find_times
from reconcile.facets.terms import content_terms
from reconcile.schema import (
    AnyFacet,
    Claim,
    Document,
    NameFacet,
    ParsedSentence,
    PlaceFacet,
    Polarity,
    QuantityFacet,
)

__all__ = ["annotate"]


def annotate(
    claims: Sequence[Claim], sentences: Sequence[ParsedSentence], document: Document
) -> tuple[Claim, ...]:
    """The same claims with their facets, content words, certainty and polarity.

    ``sentences`` are all parsed sentences of the document: names are read over the whole
    article, so that a surname finds the full name given earlier.
    """
    names = find_names(sentences, document.text)
    facets_of = {sentence.span: _facets(sentence, document, names) for sentence in sentences}
    sentence_of = {sentence.span: sentence for sentence in sentences}
    return tuple(
        _annotated(claim, sentence_of[claim.sentence], facets_of[claim.sentence]) for claim in claims
    )


def _facets(
    sentence: ParsedSentence, document: Document, names: Sequence[NameFacet | PlaceFacet]
) -> tuple[AnyFacet, ...]:
    times = find_times(sentence, document.text, document.source.published)
    inside = [name for name in names if sentence.span.contains(name.span)]
    named = [name for name in inside if not any(name.span.overlaps(time.span) for time in times)]
    taken = [facet.span for facet in (*times, *named)]
    quantities = find_quantities(sentence, document.text, taken)
    # A currency's letters and the first digits of its sum ("US1 million") look like a name.
    names_only = [name for name in named if not any(_is_digits_of(name, figure) for figure in quantities)]
    # The hour of "$15 an hour" is no time.
    times_only = [t for t in times if not any(figure.span.contains(t.span) for figure in quantities)]
    return tuple(sorted((*times_only, *names_only, *quantities), key=lambda facet: facet.span))


def _is_digits_of(name: AnyFacet, figure: QuantityFacet) -> bool:
    return figure.span.contains(name.span) and any(map(str.isdecimal, name.text))


def _annotated(claim: Claim, sentence: ParsedSentence, facets: Sequence[AnyFacet]) -> Claim:
    modals = find_markers(sentence, claim.span, claim.parts.predicate)
    certainty = certainty_of(modals, claim.speaker)
    negations = [token.span for token in find_negations(sentence, claim.span, claim.parts.predicate)]
    marking = (m.span for m in modals if m.certainty is certainty)
    return replace(
        claim,
        certainty=certainty,
        polarity=Polarity.NEGATED if len(negations) % 2 else Polarity.AFFIRMED,
        facets=tuple(facet for facet in facets if claim.span.contains(facet.span)),
        terms=content_terms(sentence, claim.span, facets),
        propositions=find_propositions(sentence, claim.span, claim.speaker),
        parts=replace(
            claim.parts,
            modal=next((span for span in marking if claim.span.contains(span)), None),
            negation=next((span for span in negations if claim.span.contains(span)), None),
        ),
    )
