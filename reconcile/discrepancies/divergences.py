"""What the divergence tagger adds to the findings of rules: how sure they are, and what none has told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from reconcile.discrepancies.catalogue import merged
from reconcile.discrepancies.components import connected
from reconcile.discrepancies.divergence_candidates import Candidate, divergences
from reconcile.discrepancies.divergence_features import MODEL
from reconcile.discrepancies.finding_features import FINDING_MODEL, measured_findings
from reconcile.discrepancies.overlap import told_anywhere, unreported
from reconcile.discrepancies.status import with_discrepancies
from reconcile.models import DivergenceTagger, Encoder
from reconcile.schema import Claim, ClaimGroup, Discrepancy, Document

LEAST = 0.22
"""Probability below which a divergence is not reported: most such are nothing to an editor."""


def find_divergences(
    groups: Sequence[ClaimGroup],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    tagger: DivergenceTagger,
    encoder: Encoder,
) -> tuple[ClaimGroup, ...]:
    """The groups with what ``tagger`` marks beside what they hold already, where it is likely enough.

    A divergence stands in the surest of the groups whose claims hold its words, else in one that holds one of
    these claims or joins their sentences; its values may then lie in claims outside of that group, whose
    status counts it all the same. No marked words are told that a finding of any group speaks of in both
    sources. All findings of the groups become as sure as a scorer says that knows what the tagger marks.
    ``encoder`` says how alike words are in meaning; the scorers were fitted with the default one.
    """
    candidates = divergences(groups, claims, documents, tagger, encoder)
    found: dict[str, list[Discrepancy]] = defaultdict(list)
    for finding in measured_findings(groups, claims, candidates, encoder):
        confidence = round(FINDING_MODEL.probability(finding.features), 4)
        found[finding.group].append(replace(finding.discrepancy, confidence=confidence))
    added: dict[str, list[Discrepancy]] = defaultdict(list)
    for group_id, discrepancy in _new(groups, candidates):
        added[group_id].append(discrepancy)
    for group_id, discrepancies in added.items():
        found[group_id].extend(map(merged, connected(discrepancies, _one_difference)))
    claim_of = {claim.id: claim for claim in claims}
    return tuple(
        with_discrepancies(group, [claim_of[claim] for claim in group.claims], found[group.id])
        if group.id in found
        else group
        for group in groups
    )


def _one_difference(left: Discrepancy, right: Discrepancy) -> bool:
    """Whether a third source joins a difference of two: they share words of one source, no other."""
    shared = {value.source for value in left.values} & {value.source for value in right.values}
    overlapping = {
        ours.source
        for ours, theirs in product(left.values, right.values)
        if ours.source == theirs.source and ours.span.overlaps(theirs.span)
    }
    return left.kind is right.kind and len(shared) == 1 and shared == overlapping


def _new(groups: Sequence[ClaimGroup], candidates: Iterable[Candidate]) -> Iterator[tuple[str, Discrepancy]]:
    """Those that are likely enough, the likeliest first, each with the id of its group, if no finding of the
    groups, and none before them, speaks of their words."""
    known = [found for group in groups for found in group.discrepancies]
    made = [(one.group, one.discrepancy(MODEL.probability(one.features))) for one in candidates]
    likely = [told for told in made if told[1].confidence >= LEAST]
    for group_id, discrepancy in sorted(likely, key=lambda told: -told[1].confidence):
        if any(unreported([discrepancy], known, told_anywhere)):
            known.append(discrepancy)
            yield group_id, discrepancy
