"""A document to its claims: prose lines, sentences, clauses, each with its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.claims.attribution import Attribution, find_attributions
from reconcile.claims.clauses import Clause, split_clauses
from reconcile.claims.embedded_posts import is_byline
from reconcile.claims.noun_phrases import noun_phrase
from reconcile.claims.phrases import find_phrases
from reconcile.claims.quotations import find_quotations
from reconcile.claims.readable_text import find_insets, readable
from reconcile.claims.selection import LineRole, dateline_end, line_roles
from reconcile.claims.sentences import split_line
from reconcile.models.parser import Parser
from reconcile.schema import Claim, ClaimParts, ClaimRole, Document, ParsedSentence, Selector, Span, Speaker

MIN_WORDS_SAID = 3
"""Words of a quotation that a claim must hold beside "he said" to be its speaker's (own convention)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The claims of a document and the parsed sentences that they were cut from."""

    claims: tuple[Claim, ...]
    sentences: tuple[ParsedSentence, ...]


def extract_claims(document: Document, parser: Parser) -> Extraction:
    """Every claim of ``document`` in the order of its text; the claims do not overlap."""
    insets = tuple(find_insets(document.text))
    text = readable(document.text, insets)
    headlines: list[Span] = []
    stretches: list[tuple[Span, int]] = []
    for number, (line, role) in enumerate(line_roles(text, document.body_start)):
        if role in (LineRole.PROSE, LineRole.HEADLINE):
            prose = _without_dateline(text, line)
            sentences_of_line = (s for s in split_line(text, prose) if _may_state(s.of(text)))
            stretches.extend((sentence, number) for sentence in sentences_of_line)
        if role is LineRole.HEADLINE:
            headlines.append(line)
    sentences = parser.parse(text, stretches)
    quotations = find_quotations(text, document.body_start)
    article = _Article(
        document=document,
        attributions=find_attributions(sentences, text, quotations),
        quotations=quotations,
        headlines=headlines,
    )
    claims = [
        _claim(article, sentence, _beside(clause, insets, text))
        for sentence in sentences
        for clause in split_clauses(sentence, text)
    ]
    return Extraction(claims=tuple(_numbered(claims)), sentences=sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    """What is known about a whole document when its claims are made."""

    document: Document
    attributions: Sequence[Attribution]
    quotations: Sequence[Span]
    headlines: Sequence[Span]


def _may_state(sentence: str) -> bool:
    """Whether there are two words that are no byline: one, or a run of punctuation, neither states nor
    attributes."""
    return len(re.findall(r"[^\W\d_]+", sentence)) > 1 and not is_byline(sentence)


def _without_dateline(text: str, line: Span) -> Span:
    skipped = dateline_end(line.of(text))
    return Span(line.start + skipped, line.end) if skipped < len(line) else line


def _beside(clause: Clause, insets: Sequence[Span], text: str) -> Clause:
    """The clause, or its longer part where a box of links cuts it in two."""
    span = clause.span
    for inset in insets:
        if span.contains(inset):
            before = inset.start - span.start >= span.end - inset.end
            part = Span(span.start, inset.start) if before else Span(inset.end, span.end)
            span = part.stripped(text) or span
    return replace(clause, span=span)


def _claim(article: _Article, sentence: ParsedSentence, clause: Clause) -> Claim:
    source = article.document.source.id
    is_headline = any(headline.contains(clause.span) for headline in article.headlines)
    return Claim(
        id=source,
        source=source,
        selector=Selector.of(article.document.text, clause.span),
        sentence=sentence.span,
        speaker=_speaker(clause, article),
        role=ClaimRole.HEADLINE if is_headline else ClaimRole.BODY,
        predicate=clause.head.lemma if clause.head.pos in ("VERB", "AUX") else "",
        parts=_parts(sentence, clause, article.quotations),
        phrases=find_phrases(sentence, clause.span),
    )


def _parts(sentence: ParsedSentence, clause: Clause, quotations: Sequence[Span]) -> ClaimParts:
    subject = next(
        (t for t in sentence.children(clause.head) if t.dep in ("nsubj", "nsubjpass") and t.tag[0] != "W"),
        None,
    )
    phrase = noun_phrase(sentence, subject) if subject else None
    return ClaimParts(
        subject=phrase if phrase and clause.span.contains(phrase) else None,
        predicate=clause.head.span if clause.span.contains(clause.head.span) else None,
        quotes=tuple(common for quote in quotations if (common := _common(quote, clause.span))),
    )


def _common(left: Span, right: Span) -> Span | None:
    start, end = max(left.start, right.start), min(left.end, right.end)
    return Span(start, end) if start < end else None


def _speaker(clause: Clause, article: _Article) -> Speaker | None:
    """The speaker of the shortest reported stretch that the clause states."""
    text = article.document.text
    fitting = [a for a in article.attributions if _makes_up(a.content, clause.span) or _says(a, clause, text)]
    if not fitting:
        return None
    closest = min(fitting, key=lambda a: len(a.content))
    return replace(closest.speaker, cue_lemma=closest.cue_verb)


def _makes_up(content: Span, span: Span) -> bool:
    """Whether the reported stretch and the clause are about the same words."""
    shared = content.shared(span)
    return shared * 2 >= min(len(content), len(span)) and shared * 3 >= len(span)


def _says(attribution: Attribution, clause: Clause, text: str) -> bool:
    """Whether the clause says who said it, however much it tells of the speaker, and all of what was said or
    its last or first words."""
    head, cue = clause.head.span, attribution.speaker.cue_span
    common = _common(attribution.content, clause.span)
    if common is None or not (attribution.content.contains(head) or cue == head):
        return False
    is_part = clause.span.contains(cue) and len(common.of(text).split()) >= MIN_WORDS_SAID
    return is_part or clause.span.contains(attribution.content)


def _numbered(claims: Sequence[Claim]) -> Iterator[Claim]:
    for number, claim in enumerate(claims, start=1):
        yield replace(claim, id=f"{claim.source}{number}")
