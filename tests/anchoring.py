"""Whether everything in a report stands where it says that it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from reconcile.alignment.second_groups import MAX_GROUPS
from reconcile.schema import Claim, Document, Report, Span
from reconcile.schema.text import CONTEXT_LENGTH


def assert_claims_anchored(claims: Sequence[Claim], document: Document) -> None:
    """Claims of one source: exact, with their surroundings, in order and apart from each other."""
    for claim in claims:
        start, end = claim.span.start, claim.span.end
        assert document.text[start:end] == claim.text
        assert claim.selector.prefix == document.text[max(0, start - CONTEXT_LENGTH) : start]
        assert claim.selector.suffix == document.text[end : end + CONTEXT_LENGTH]
        assert claim.text == claim.text.strip() != ""
        assert start >= document.body_start
        assert claim.sentence.contains(claim.span)
        assert [claim.span.contains(span) for span in _parts(claim)].count(False) == 0
        for span, words in _quoted_words(claim):
            assert document.text[span.start : span.end] == words
    assert all(left.span.end <= right.span.start for left, right in pairwise(claims))
    assert [claim.id for claim in claims] == [f"{document.source.id}{n}" for n in range(1, len(claims) + 1)]


def assert_report_anchored(report: Report) -> None:
    """All claims and findings of a report, and that its groups hold every claim, once or, shared, twice."""
    texts = {document.source.id: document.text for document in report.documents}
    by_id = {claim.id: claim for claim in report.claims}
    for document in report.documents:
        assert_claims_anchored([c for c in report.claims if c.source == document.source.id], document)
    if report.groups:
        grouped = Counter(chain.from_iterable(group.claims for group in report.groups))
        assert sorted(grouped) == sorted(by_id)
        assert max(grouped.values()) <= MAX_GROUPS
        alone = [claim for group in report.groups if len(group.claims) == 1 for claim in group.claims]
        assert all(grouped[claim] == 1 for claim in alone)
    for value in (v for g in report.groups for d in g.discrepancies for v in d.values):
        assert value.span.of(texts[value.source]) == value.text
        assert by_id[value.claim].source == value.source


def _parts(claim: Claim) -> Iterator[Span]:
    parts = claim.parts
    yield from (s for s in (parts.subject, parts.predicate, parts.modal, parts.negation) if s is not None)
    yield from parts.quotes
    yield from (facet.span for facet in claim.facets)


def _quoted_words(claim: Claim) -> Iterator[tuple[Span, str]]:
    yield from ((facet.span, facet.text) for facet in claim.facets)
    if claim.speaker is not None:
        yield claim.speaker.span, claim.speaker.text
        yield claim.speaker.cue_span, claim.speaker.cue
