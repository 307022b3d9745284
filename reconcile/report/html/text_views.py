"""The full texts with every claim marked and tagged with a link to its group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from reconcile.report.html.marked_text import ClaimMark, marked_paragraphs
from reconcile.report.html.material import Material
from reconcile.report.html.source_views import SourceView
from reconcile.report.phrases import STATUS_MARK
from reconcile.schema import Claim, GroupStatus, Span

# The label is drawn by the style sheet, so that the text of the page stays that of the source.
_LINKED_TAG = Markup(
    '<a class="tag s-{1}" id="c-{0}" href="#g-{3}" data-l="{2} {0}" aria-label="{0}, {1}"></a>'
)
_TAG = Markup('<span class="tag" id="c-{0}" data-l="{0}"></span>')


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """A source's whole text in paragraphs."""

    source: SourceView
    paragraphs: tuple[Markup, ...]


def text_views(material: Material) -> tuple[TextView, ...]:
    """Every source's text; claims of groups that are not shown have a mark but no link."""
    groups = {claim: (group.id, group.status) for group in material.groups for claim in group.claims}
    claims: dict[str, list[ClaimMark]] = {letter: [] for letter in material.sources}
    for claim in material.report.claims:
        claims[claim.source].append(_mark(claim, groups))
    words: dict[str, list[Span]] = {letter: [] for letter in material.sources}
    for _, discrepancy in material.findings:
        for value in discrepancy.values:
            words[value.source].append(value.span)
    return tuple(
        TextView(
            source=source,
            paragraphs=marked_paragraphs(material.texts[letter], claims[letter], words[letter]),
        )
        for letter, source in material.source_views.items()
    )


def _mark(claim: Claim, groups: Mapping[str, tuple[str, GroupStatus]]) -> ClaimMark:
    if claim.id not in groups:
        return ClaimMark(id=claim.id, span=claim.span, tag=_TAG.format(claim.id))
    group, status = groups[claim.id]
    tag = _LINKED_TAG.format(claim.id, status.value, STATUS_MARK[status], group)
    return ClaimMark(id=claim.id, span=claim.span, css=f" s-{status.value}", tag=tag)
