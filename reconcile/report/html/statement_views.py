"""Groups of claims as rows over the sources, and the claims that one source alone makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from reconcile.report.html.context_views import spoken_by
from reconcile.report.html.facts import Facts, of_group
from reconcile.report.html.finding_views import FindingView
from reconcile.report.html.marked_text import ClaimMark, marked
from reconcile.report.html.material import Material
from reconcile.report.html.source_views import SourceView
from reconcile.report.phrases import STATUS_MARK
from reconcile.schema import Claim, ClaimGroup, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim with the words that findings hang on marked; ``where`` is line and column."""

    id: str
    where: str
    words: Markup
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A group: its claims in a cell for each source, an empty one where the source is silent."""

    id: str
    status: str
    mark: str
    confidence: str
    summary: str
    origin: str
    silent: str
    facts: Facts
    findings: tuple[FindingView, ...]
    cells: tuple[tuple[SourceView, tuple[ClaimView, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoneStatementView:
    """A group of one source only."""

    id: str
    facts: Facts
    claims: tuple[ClaimView, ...]


def statement_views(material: Material, findings: Sequence[FindingView]) -> tuple[StatementView, ...]:
    """The groups that claims of two or more sources are in, the gravest first."""
    by_group: dict[str, list[FindingView]] = {}
    for finding in findings:
        by_group.setdefault(finding.group, []).append(finding)
    words = material.words_by_claim()
    shared = (group for group in material.groups if len(_sources(group, material)) > 1)
    return tuple(_statement(group, by_group.get(group.id, []), words, material) for group in shared)


def lone_statement_views(
    material: Material,
) -> tuple[tuple[SourceView, tuple[LoneStatementView, ...]], ...]:
    """For each source what it alone says, in the order of its text; sources without any left out."""
    by_source: dict[str, list[LoneStatementView]] = {}
    for group in material.groups:
        letters = _sources(group, material)
        if len(letters) == 1:
            by_source.setdefault(letters[0], []).append(_lone(group, letters, material))
    return tuple(
        (source, tuple(by_source[letter]))
        for letter, source in material.source_views.items()
        if letter in by_source
    )


def _statement(
    group: ClaimGroup, findings: Sequence[FindingView], words: dict[str, list[Span]], material: Material
) -> StatementView:
    letters = _sources(group, material)
    explained = {finding.explanation for finding in findings}
    return StatementView(
        id=group.id,
        status=group.status.value,
        mark=STATUS_MARK[group.status],
        confidence=f"{group.confidence:.2f}",
        summary="" if group.summary in explained else group.summary,
        origin=group.origin or "",
        silent=", ".join(letter for letter in material.sources if letter not in letters),
        facts=of_group(group, letters, [finding.facts for finding in findings]),
        findings=tuple(findings),
        cells=_cells(group, words, material),
    )


def _cells(
    group: ClaimGroup, words: dict[str, list[Span]], material: Material
) -> tuple[tuple[SourceView, tuple[ClaimView, ...]], ...]:
    claims = material.lookup.claims_of(group)
    return tuple(
        (
            source,
            tuple(_claim(c, words.get(c.id, []), material) for c in claims if c.source == letter),
        )
        for letter, source in material.source_views.items()
    )


def _lone(group: ClaimGroup, letters: Sequence[str], material: Material) -> LoneStatementView:
    claims = material.lookup.claims_of(group)
    return LoneStatementView(
        id=group.id,
        facts=of_group(group, letters),
        claims=tuple(_claim(claim, [], material) for claim in claims),
    )


def _claim(claim: Claim, words: Sequence[Span], material: Material) -> ClaimView:
    mark = ClaimMark(id=claim.id, span=claim.span)
    return ClaimView(
        id=claim.id,
        where=material.line_and_column(claim.source, claim.span.start),
        words=marked(material.texts[claim.source], claim.span, [mark], words),
        speaker=spoken_by(claim),
    )


def _sources(group: ClaimGroup, material: Material) -> tuple[str, ...]:
    """The letters of the sources that a group's claims are from, each once."""
    return tuple(dict.fromkeys(claim.source for claim in material.lookup.claims_of(group)))
