"""What the divergence tagger marks in the sentences of one statement, and no rule has told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from reconcile.discrepancies.articles import Articles
from reconcile.discrepancies.catalogue import merged, source_order, worded
from reconcile.discrepancies.components import connected
from reconcile.discrepancies.divergence_features import MODEL, Features, Marked, measure
from reconcile.discrepancies.marked_words import are_the_same, marked_words, trimmed
from reconcile.discrepancies.overlap import told_anywhere, unreported
from reconcile.discrepancies.status import with_discrepancies
from reconcile.models import Divergence, DivergenceTagger
from reconcile.schema import (
    Claim,
    ClaimGroup,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    Document,
    Span,
)

LEAST = 0.22
"""Probability below which a divergence is not reported: most such are nothing to an editor."""

_REASONS = {
    DiscrepancyRelation.PRECISION: "the trained tagger holds one for more exact",
    DiscrepancyRelation.WORDING: "the trained tagger marks these words as different",
}


_EXACT = frozenset(
    {
        DiscrepancyKind.QUANTITY,
        DiscrepancyKind.TIME,
        DiscrepancyKind.PLACE,
        DiscrepancyKind.NAME,
        DiscrepancyKind.WORDING,
    }
)
"""What one source can tell more exactly. What the tagger marks so in quotations and attributions, careful
readers of the development events call wording twice as often."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source from which claims were cut."""

    source: str
    span: Span

    @property
    def order(self) -> tuple[tuple[int, str], int]:
        return source_order(self.source), self.span.start

    def of(self, texts: Mapping[str, str]) -> str:
        """Its words in the text of its source."""
        return self.span.of(texts[self.source])


SentencePair = tuple[Sentence, Sentence]
Joining = tuple[ClaimGroup, Mapping[Sentence, Sequence[Claim]]]
"""A group that joins two sentences, and its claims by sentence."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Marked words of two claims, and the group in which they would be told."""

    group: str
    mark: Divergence
    ends: tuple[Marked, Marked]
    features: Features

    def discrepancy(self, confidence: float) -> Discrepancy:
        """A tagger alone raises no alarm: what it holds for a conflict or an update is told as wording."""
        told = self.mark.relation in _REASONS and self.mark.kind in _EXACT
        relation = self.mark.relation if told else DiscrepancyRelation.WORDING
        values = [
            DiscrepancyValue(source=end.claim.source, claim=end.claim.id, span=end.span, text=end.text)
            for end in self.ends
        ]
        return worded(self.mark.kind, relation, values, _REASONS[relation], confidence)


def find_divergences(
    groups: Sequence[ClaimGroup],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    tagger: DivergenceTagger,
) -> tuple[ClaimGroup, ...]:
    """The groups with what ``tagger`` marks beside what they hold already, where it is likely enough.

    A divergence stands in the surest of the groups whose claims hold its words. No marked words are
    told that a finding of any group speaks of in both sources.
    """
    added: dict[str, list[Discrepancy]] = defaultdict(list)
    for group_id, discrepancy in _new(groups, divergences(groups, claims, documents, tagger)):
        added[group_id].append(discrepancy)
    claim_of = {claim.id: claim for claim in claims}
    return tuple(
        with_discrepancies(
            group,
            [claim_of[claim] for claim in group.claims],
            [*group.discrepancies, *map(merged, connected(added[group.id], _one_difference))],
        )
        if group.id in added
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


def divergences(
    groups: Sequence[ClaimGroup],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    tagger: DivergenceTagger,
) -> list[Candidate]:
    """All that ``tagger`` marks in sentences that a group joins, if claims of one group hold the words."""
    texts = {document.source.id: document.text for document in documents}
    articles = Articles.of(claims)
    joining = _joining(groups, {claim.id: claim for claim in claims})
    pairs = sorted(joining, key=lambda pair: (pair[0].order, pair[1].order))
    marked = tagger.tag([(left.of(texts), right.of(texts)) for left, right in pairs])
    return [
        Candidate(group.id, mark, ends, measure(mark, ends, group, articles))
        for pair, marks in zip(pairs, marked, strict=True)
        for mark in marks
        for group, ends in _told(joining[pair], pair, mark, texts)
    ]


def _joining(
    groups: Sequence[ClaimGroup], claim_of: Mapping[str, Claim]
) -> dict[SentencePair, list[Joining]]:
    """Every two sentences of different sources that a group joins, with such groups, the surest first."""
    joining: dict[SentencePair, list[Joining]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: -group.confidence):
        claims: dict[Sentence, list[Claim]] = defaultdict(list)
        for claim in (claim_of[claim] for claim in group.claims):
            claims[Sentence(claim.source, claim.sentence)].append(claim)
        for left, right in combinations(sorted(claims, key=lambda one: one.order), 2):
            if left.source != right.source:
                joining[left, right].append((group, claims))
    return joining


def _told(
    joining: Sequence[Joining], pair: SentencePair, mark: Divergence, texts: Mapping[str, str]
) -> Iterator[tuple[ClaimGroup, tuple[Marked, Marked]]]:
    """The surest group whose claims hold words of both ends, and these; none for the same words."""
    spans = [
        trimmed(span.shifted(sentence.span.start), texts[sentence.source])
        for sentence, span in zip(pair, (mark.left, mark.right), strict=True)
    ]
    for group, claims in joining:
        left, right = (
            marked_words(span, claims[sentence], texts[sentence.source])
            for sentence, span in zip(pair, spans, strict=True)
        )
        if left and right:
            if not are_the_same(left.text, right.text, mark.kind):
                yield group, (left, right)
            return
