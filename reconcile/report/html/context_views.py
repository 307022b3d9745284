"""One account's part in a finding: the sentence, its words that differ, who says so and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from reconcile.report.html.marked_text import ClaimMark, marked
from reconcile.report.html.material import Material
from reconcile.report.html.source_views import SourceView
from reconcile.report.phrases import reading
from reconcile.report.stretches import joined
from reconcile.schema import Certainty, Claim, Discrepancy, DiscrepancyValue, Polarity, Span

MOST_AROUND = 280
"""Code points kept on either side of a claim or of words outside its sentence."""
_GAP = Markup('<span class="gap">[…]</span> ')


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextView:
    """``words`` is the sentence with the claim and the exact words marked, ``where`` line and column.

    ``repeats`` where the source has said all these words in a context before, as it does a surname.
    """

    source: SourceView
    claim: str
    where: str
    words: Markup
    speaker: str
    standing: str
    readings: tuple[str, ...]
    repeats: bool


def context_views(discrepancy: Discrepancy, material: Material) -> tuple[ContextView, ...]:
    """A context for each claim that the values stand for, in their order."""
    by_claim: dict[str, list[DiscrepancyValue]] = {}
    for value in discrepancy.values:
        by_claim.setdefault(value.claim, []).append(value)
    new = {value for value, _ in material.lookup.mentions(discrepancy)}
    return tuple(
        _view(material.claim(claim), values, material, repeats=new.isdisjoint(values))
        for claim, values in by_claim.items()
    )


def spoken_by(claim: Claim) -> str:
    """``"Mayor Røst (said)"``, with the name that a pronoun stands for; empty where nobody is named."""
    speaker = claim.speaker
    if speaker is None:
        return ""
    resolved = f" = {speaker.resolved}" if speaker.resolved not in (None, speaker.text) else ""
    cue = f" ({speaker.cue}{', quoted' if speaker.quoted else ''})" if speaker.cue else ""
    return f"{speaker.text}{resolved}{cue}"


def standing_of(claim: Claim) -> str:
    """How the account puts it, where it does not simply assert it: ``"planned, negated"``."""
    plain = (Certainty.ASSERTED, Certainty.REPORTED)
    certainty = [] if claim.certainty in plain else [claim.certainty.value]
    return ", ".join([*certainty, *(["negated"] if claim.polarity is Polarity.NEGATED else [])])


def _view(
    claim: Claim, values: Sequence[DiscrepancyValue], material: Material, *, repeats: bool
) -> ContextView:
    return ContextView(
        source=material.source_views[claim.source],
        claim=claim.id,
        where=material.line_and_column(claim.source, values[0].span.start),
        words=_in_context(claim, [value.span for value in values], material),
        speaker=spoken_by(claim),
        standing=standing_of(claim),
        readings=tuple(reading(value.facet) for value in values if value.facet),
        repeats=repeats,
    )


def _in_context(claim: Claim, words: Sequence[Span], material: Material) -> Markup:
    text = material.texts[claim.source]
    claims = [ClaimMark(id=claim.id, span=claim.span)]
    stretches = _stretches(claim, words, len(text.text))
    return _GAP.join(marked(text, stretch, claims, words) for stretch in stretches)


def _stretches(claim: Claim, words: Sequence[Span], length: int) -> list[Span]:
    """The claim's sentence, shortened where it runs on far beyond the claim, and the words that
    stand elsewhere, each with what is around; in the order of the text, overlapping ones joined."""
    sentence = Span(
        max(claim.sentence.start, claim.span.start - MOST_AROUND)
        if claim.sentence.start < claim.span.start
        else claim.span.start,
        max(claim.span.end, min(claim.sentence.end, claim.span.end + MOST_AROUND)),
    )
    elsewhere = [
        Span(max(0, word.start - MOST_AROUND // 4), min(length, word.end + MOST_AROUND // 4))
        for word in words
        if not sentence.contains(word)
    ]
    return joined([sentence, *elsewhere])
