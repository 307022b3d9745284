"""Words that the divergence tagger marks in two sentences of one statement, and what is measured of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reconcile.discrepancies.catalogue import source_order, worded
from reconcile.discrepancies.counterparts import are_of_two_ranks, says_more
from reconcile.discrepancies.divergence_features import Features, Marked, MarkedPair, measured, verdicts
from reconcile.discrepancies.exclusive_words import hold_exclusive
from reconcile.discrepancies.marked_words import are_the_same, marked_words, told_words
from reconcile.discrepancies.sentence_versions import folded_words
from reconcile.models import Divergence, DivergenceTagger, Encoder
from reconcile.schema import (
    Claim,
    ClaimGroup,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    Document,
    FacetKind,
    Span,
    Verdict,
)

_TOLD = frozenset({DiscrepancyRelation.PRECISION, DiscrepancyRelation.WORDING})
"""A tagger alone raises no alarm: what it holds for a conflict or an update is told as wording."""
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

_FACTS = {DiscrepancyKind.QUANTITY: (FacetKind.QUANTITY,), DiscrepancyKind.TIME: (FacetKind.TIME,)}
"""What can be held against each other in itself."""


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
    exclusive: bool = False
    """Whether the figures or times at the ends exclude each other."""

    @property
    def relation(self) -> DiscrepancyRelation:
        """How the ends are told to differ: neither is more exact where they exclude each other."""
        is_told = self.mark.relation in _TOLD and self.mark.kind in _EXACT
        texts = self.ends[0].text, self.ends[1].text
        excludes = self.exclusive or hold_exclusive(*map(folded_words, texts)) or are_of_two_ranks(*texts)
        return DiscrepancyRelation.WORDING if excludes or not is_told else self.mark.relation

    def discrepancy(self, confidence: float) -> Discrepancy:
        """The difference in words, as sure as ``confidence``."""
        values = [
            DiscrepancyValue(source=end.claim.source, claim=end.claim.id, span=end.span, text=end.text)
            for end in self.ends
        ]
        return worded(self.mark.kind, self.relation, values, self._reason(), confidence)

    def _reason(self) -> str:
        if self.exclusive:
            return f"not the same {self.mark.kind}, but whether of one thing is not sure"
        if self.relation is not DiscrepancyRelation.PRECISION:
            return "the trained tagger marks these words as different"
        left, right = ((end.claim.source, end.text) for end in self.ends)
        fuller = says_more(left, right)
        return f"{fuller}, by the trained tagger" if fuller else "the trained tagger holds one for more exact"


def divergences(
    groups: Sequence[ClaimGroup],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    tagger: DivergenceTagger,
    encoder: Encoder,
) -> list[Candidate]:
    """All that ``tagger`` marks in sentences that a group joins, where claims hold the words.

    A statement that two sentences share makes it likely that they share another, whose claims no group
    joins. ``encoder`` says how alike marked words are in meaning.
    """
    marked = list(_marked(groups, claims, documents, tagger))
    return [
        Candidate(pair.group.id, pair.mark, pair.ends, features, exclusive=_exclude(pair))
        for pair, features in zip(marked, measured(marked, claims, encoder), strict=True)
    ]


def _marked(
    groups: Sequence[ClaimGroup],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    tagger: DivergenceTagger,
) -> Iterator[MarkedPair]:
    texts = {document.source.id: document.text for document in documents}
    claims_in = _by_sentence(claims)
    joining = _joining(groups, {claim.id: claim for claim in claims})
    pairs = sorted(joining, key=lambda pair: (pair[0].order, pair[1].order))
    tagged = tagger.tag([(left.of(texts), right.of(texts)) for left, right in pairs])
    for pair, marks in zip(pairs, tagged, strict=True):
        for mark in marks:
            told = _told(joining[pair], claims_in, pair, mark, texts)
            if told and not _are_two_facts(told) and not _says_the_same(told):
                yield told


def _says_the_same(pair: MarkedPair) -> bool:
    left, right = pair.ends
    alike = are_the_same(left, right, pair.mark.kind)
    return alike or _stand_around(left, right) or _stand_around(right, left)


def _stand_around(words: Marked, others: Marked) -> bool:
    """Whether the longer words stand where the shorter are marked: "night" in "Sunday night"."""
    longer = re.compile(rf"(?<!\w){re.escape(words.text)}(?!\w)", re.IGNORECASE)
    start = others.claim.span.start
    places = (Span(*match.span()).shifted(start) for match in longer.finditer(others.claim.text))
    return any(place.contains(others.span) for place in places)


def _are_two_facts(pair: MarkedPair) -> bool:
    """Whether figures or times of claims that no group holds together exclude each other: it is another
    thing that is counted or dated."""
    return not pair.together and Verdict.CONFLICT in _of_what_differs(pair.ends, pair.mark.kind)


def _exclude(pair: MarkedPair) -> bool:
    told = _of_what_differs(pair.ends, pair.mark.kind)
    return Verdict.CONFLICT in told and Verdict.AGREE not in told


def _of_what_differs(ends: tuple[Marked, Marked], kind: DiscrepancyKind) -> set[Verdict]:
    """What comparing the figures or times that are marked says, where these are what differs."""
    return verdicts(*ends, _FACTS.get(kind, ()))


def _by_sentence(claims: Iterable[Claim]) -> dict[Sentence, list[Claim]]:
    found: dict[Sentence, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[Sentence(claim.source, claim.sentence)].append(claim)
    return found


def _joining(
    groups: Sequence[ClaimGroup], claim_of: Mapping[str, Claim]
) -> dict[SentencePair, list[Joining]]:
    """Every two sentences of different sources that a group joins, with such groups, the surest first."""
    joining: dict[SentencePair, list[Joining]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: -group.confidence):
        claims = _by_sentence(claim_of[claim] for claim in group.claims)
        for left, right in combinations(sorted(claims, key=lambda one: one.order), 2):
            if left.source != right.source:
                joining[left, right].append((group, claims))
    return joining


def _told(
    joining: Sequence[Joining],
    claims_in: Mapping[Sentence, Sequence[Claim]],
    pair: SentencePair,
    mark: Divergence,
    texts: Mapping[str, str],
) -> MarkedPair | None:
    """The words as those of claims in the surest group that holds both ends, else of any claims of the two
    sentences; these are told in a group of one of them or, failing that, one that joins the sentences."""
    for group, claims in joining:
        if ends := _ends(claims, pair, mark, texts):
            return MarkedPair(mark, ends, group)
    if ends := _ends(claims_in, pair, mark, texts):
        of_one = (group for group, _ in joining if any(end.claim.id in group.claims for end in ends))
        return MarkedPair(mark, ends, next(of_one, joining[0][0]), together=False)
    return None


def _ends(
    claims: Mapping[Sentence, Sequence[Claim]],
    pair: SentencePair,
    mark: Divergence,
    texts: Mapping[str, str],
) -> tuple[Marked, Marked] | None:
    left, right = (
        marked_words(
            told_words(span.shifted(sentence.span.start), texts[sentence.source], mark.kind),
            claims[sentence],
            texts[sentence.source],
        )
        for sentence, span in zip(pair, (mark.left, mark.right), strict=True)
    )
    return (left, right) if left and right else None
