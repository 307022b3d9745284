"""Groups to groups with typed discrepancies, status and summary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reconcile.discrepancies.abridged_quotes import detect_abridged_quotes
from reconcile.discrepancies.articles import Articles
from reconcile.discrepancies.attribution import detect_attribution
from reconcile.discrepancies.catalogue import make
from reconcile.discrepancies.context import GroupContext, contexts_of
from reconcile.discrepancies.contradictions import find_contradictions
from reconcile.discrepancies.descriptions import detect_descriptions
from reconcile.discrepancies.designations import detect_designations
from reconcile.discrepancies.divergences import find_divergences
from reconcile.discrepancies.edits import find_edits
from reconcile.discrepancies.facet_detector import detect_facets
from reconcile.discrepancies.hedged_nouns import detect_hedged_nouns
from reconcile.discrepancies.modality import detect_modality
from reconcile.discrepancies.named_holders import detect_named_holders
from reconcile.discrepancies.nobody import detect_nobody
from reconcile.discrepancies.overlap import unreported
from reconcile.discrepancies.phrases import detect_phrases
from reconcile.discrepancies.polarity import detect_polarity
from reconcile.discrepancies.quotes import detect_quotes
from reconcile.discrepancies.roles import detect_roles
from reconcile.discrepancies.sites import detect_sites
from reconcile.discrepancies.spellings import Variants, find_variants
from reconcile.discrepancies.state_changes import detect_state_changes
from reconcile.discrepancies.status import with_discrepancies
from reconcile.discrepancies.strength import detect_strength
from reconcile.discrepancies.undated import detect_undated
from reconcile.discrepancies.unnamed_sources import detect_unnamed_sources
from reconcile.discrepancies.verbs import detect_verbs
from reconcile.discrepancies.withheld import detect_withheld
from reconcile.discrepancies.wording import detect_wording
from reconcile.schema import (
    Claim,
    ClaimGroup,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    Document,
)

__all__ = ["find_contradictions", "find_discrepancies", "find_divergences", "find_edits"]

Detector = Callable[[GroupContext], Iterator[Discrepancy]]

DETECTORS: tuple[Detector, ...] = (
    detect_facets,
    detect_undated,
    detect_withheld,
    detect_sites,
    detect_designations,
    detect_attribution,
    detect_polarity,
    detect_state_changes,
    detect_roles,
    detect_nobody,
    detect_modality,
    detect_hedged_nouns,
    detect_quotes,
    detect_abridged_quotes,
    detect_strength,
)

FALLBACKS: tuple[Detector, ...] = (
    detect_phrases,
    detect_unnamed_sources,
    detect_named_holders,
    detect_wording,
    detect_verbs,
    detect_descriptions,
)
"""Detectors that see less, each of which speaks only of words that none before it has spoken of."""


def find_discrepancies(
    groups: Sequence[ClaimGroup], claims: Sequence[Claim], documents: Sequence[Document]
) -> tuple[ClaimGroup, ...]:
    """The groups with their discrepancies, gravest first, their status and summary.

    A name that sources spell differently is reported once, with all its mentions, in the group
    where two of them meet, else in the group of its first mention; its values may then lie in
    claims outside of that group.
    """
    contexts = contexts_of(groups, claims, documents, Articles.of(claims))
    spellings = [_spelling(variants, contexts) for variants in find_variants(claims)]
    spelt = [spelling for _, spelling in spellings]
    found = _once(contexts, {context.group.id: _found(context, spelt) for context in contexts})
    for group_id, spelling in spellings:
        found[group_id].append(spelling)
    return tuple(
        with_discrepancies(context.group, context.claims, found[context.group.id]) for context in contexts
    )


def _found(context: GroupContext, spelt: Sequence[Discrepancy]) -> list[Discrepancy]:
    """What all detectors find; ``spelt`` are findings on names, which the lesser ones do not repeat."""
    found = [made for detect in DETECTORS for made in detect(context)]
    for detect in FALLBACKS:
        found.extend(unreported(detect(context), (*found, *spelt)))
    return found


def _once(
    contexts: Sequence[GroupContext], found: dict[str, list[Discrepancy]]
) -> dict[str, list[Discrepancy]]:
    """Of findings on the same words only the gravest, the surest of several, in its group: two speakers of a
    long quotation, or of all that a sentence reports, differ once and not for every claim of it; what
    contradicts one source and updates another is a conflict."""
    everywhere = [one for context in contexts for one in found[context.group.id]]
    told: dict[object, Discrepancy] = {}
    for one in sorted(everywhere, key=lambda one: (one.relation.gravity, -one.confidence)):
        told.setdefault(_on(one), one)
    return {
        context.group.id: [one for one in found[context.group.id] if told[_on(one)] is one]
        for context in contexts
    }


def _on(discrepancy: Discrepancy) -> object:
    """The kind of a finding and the places that it speaks of."""
    return discrepancy.kind, frozenset((value.source, value.span) for value in discrepancy.values)


def _host(variants: Variants, contexts: Sequence[GroupContext]) -> GroupContext:
    """The surest group in which two of the sources mention the name, else that of its first mention."""
    meeting = [context for context in contexts if len(variants.of(context.group.claims)) > 1]
    if meeting:
        return max(meeting, key=lambda context: context.group.confidence)
    first = variants.mentions[0].claim.id
    return next(context for context in contexts if first in context.group.claims)


def _spelling(variants: Variants, contexts: Sequence[GroupContext]) -> tuple[str, Discrepancy]:
    """The finding, after the id of the group that hosts it."""
    host = _host(variants, contexts)
    values = [host.value(m.claim, m.name.span, m.name) for m in variants.mentions]
    spelling = make(DiscrepancyKind.NAME, DiscrepancyRelation.WORDING, values, variants.reason, 1.0)
    return host.group.id, spelling
