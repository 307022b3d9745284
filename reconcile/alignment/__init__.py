"""Claims to groups: which claims of different sources make the same statement."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from reconcile.alignment.calibration import shipped_calibration
from reconcile.alignment.candidates import Candidate, find_candidates
from reconcile.alignment.grouping import group_claims
from reconcile.alignment.scoring import Features, PairScorer
from reconcile.alignment.second_groups import add_second_groups
from reconcile.models.encoder import Encoder
from reconcile.models.platt_scaling import PlattScaling
from reconcile.schema import Claim, ClaimGroup, ClaimPair, Document
from reconcile.settings import AlignmentSettings

__all__ = ["Candidate", "Features", "align", "candidates_and_scorer", "group_claims", "groups_of_pairs"]


def align(
    claims: Sequence[Claim], documents: Sequence[Document], encoder: Encoder, settings: AlignmentSettings
) -> tuple[ClaimGroup, ...]:
    """All claims in groups, single-source ones included, in the order of the text.

    ``claims`` stand in the order of their sources and places. Each group has the scored pairs
    of its members as evidence, and a confidence (see ``groups_of_pairs``).
    """
    candidates, scorer = candidates_and_scorer(claims, documents, encoder, settings)
    pairs = [scorer.score(candidate) for candidate in candidates]
    return groups_of_pairs(claims, documents, pairs, settings, shipped_calibration())


def groups_of_pairs(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    pairs: Sequence[ClaimPair],
    settings: AlignmentSettings,
    calibration: PlattScaling,
) -> tuple[ClaimGroup, ...]:
    """The groups that scored ``pairs`` make, single-source ones included, in the order of the text.

    The confidence of a group of several sources is the probability that two of its claims, picked
    from two sources, make the same statement: the mean score of such pairs, calibrated. That of a
    claim which stands alone is 1.
    """
    joined = _joined(claims, pairs, settings)
    grouped = set(itertools.chain.from_iterable(joined))
    alone = [(claim.id,) for claim in claims if claim.id not in grouped]
    order = {claim.id: number for number, claim in enumerate(claims)}
    scored = {frozenset((pair.left, pair.right)): pair for pair in pairs}
    everything = sorted([*joined, *alone], key=lambda members: [order[member] for member in members])
    source_of = {claim.id: claim.source for claim in claims}
    names = tuple(document.source.id for document in documents)
    return tuple(
        _group(f"g{number}", members, scored, source_of, names, calibration=calibration)
        for number, members in enumerate(everything, start=1)
    )


def _joined(
    claims: Sequence[Claim], pairs: Sequence[ClaimPair], settings: AlignmentSettings
) -> tuple[tuple[str, ...], ...]:
    """The groups of two sources or more; a claim is in one of them, or in two."""
    groups = group_claims(
        claims,
        pairs,
        threshold=settings.threshold,
        sibling_threshold=settings.sibling_threshold,
        weakest=settings.weakest,
    )
    return add_second_groups(
        claims, groups, pairs, threshold=settings.second_threshold, weakest=settings.weakest
    )


def candidates_and_scorer(
    claims: Sequence[Claim], documents: Sequence[Document], encoder: Encoder, settings: AlignmentSettings
) -> tuple[tuple[Candidate, ...], PairScorer]:
    """What alignment scores and what scores it; the training room fits the weights on these."""
    text_of = {document.source.id: document.text for document in documents}
    if len({claim.source for claim in claims}) < 2:
        return (), PairScorer(claims, {})
    texts = [claim.text for claim in claims]
    contexts = [claim.sentence.of(text_of[claim.source]) for claim in claims]
    distinct = list(dict.fromkeys(texts + contexts))
    vectors = encoder.encode(distinct)
    row = {text: number for number, text in enumerate(distinct)}
    candidates = find_candidates(
        claims,
        vectors[[row[text] for text in texts]],
        vectors[[row[text] for text in contexts]],
        settings.nearest,
    )
    return candidates, PairScorer(claims, {source: len(text) for source, text in text_of.items()})


def _group(
    identity: str,
    members: tuple[str, ...],
    scored: Mapping[frozenset[str], ClaimPair],
    source_of: Mapping[str, str],
    sources: tuple[str, ...],
    *,
    calibration: PlattScaling,
) -> ClaimGroup:
    present = {source_of[member] for member in members}
    pairs = tuple(
        scored.get(frozenset(pair)) or ClaimPair(left=pair[0], right=pair[1], score=0.0)
        for pair in itertools.combinations(members, 2)
        if source_of[pair[0]] != source_of[pair[1]]
    )
    mean = sum(pair.score for pair in pairs) / len(pairs) if pairs else None
    return ClaimGroup(
        id=identity,
        claims=members,
        pairs=pairs,
        silent=tuple(source for source in sources if source not in present),
        confidence=1.0 if mean is None else round(calibration.calibrated(mean), 4),
    )
