"""One sentence in two versions that differ in one place, where what stands there excludes each other.

Of two sentences in other words the relation classifier takes many for contradictions that are none; of two
versions of one sentence it seldom does (``fixtures/contrast``), and never in the news of development.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext, contexts_of
from reconcile.discrepancies.counterparts import content_words
from reconcile.discrepancies.exclusion import contradicting, relation_of_exclusive
from reconcile.discrepancies.exclusive_words import differ_exclusively
from reconcile.discrepancies.overlap import unreported
from reconcile.discrepancies.sentence_versions import Edit, Edited, Places, edit_between
from reconcile.discrepancies.status import with_discrepancies
from reconcile.lexicons import words
from reconcile.models import RelationClassifier
from reconcile.schema import (
    Claim,
    ClaimGroup,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    Document,
    Span,
    Verdict,
)

EXCLUDES = 0.8
"""Probability of a contradiction, read either way, from which two versions exclude each other."""

_COMPASS = ("north", "south")
"""What lies in the north may lie in the northeast."""
_QUOTATION_MARKS = frozenset('"“”‘’«»')
_JOINING = frozenset({"and", "or", "nor", "with", "between", "&"})
"""Words beside which the order of others tells nothing."""
_LEADING = frozenset({"to", "than", "by", "into", "over", "before", "after"})
"""Words that lead from one to the other."""


def find_edits(
    groups: Sequence[ClaimGroup],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    classifier: RelationClassifier,
) -> tuple[ClaimGroup, ...]:
    """The groups, and in them what two versions of one sentence have in one place: a conflict or update where
    ``classifier`` or the words themselves say that they exclude each other, else wording, if no finding
    tells of these words. Each is told in the surest group that holds both. Raises ModelError."""
    contexts = contexts_of(groups, claims, documents)
    by_sureness = sorted(contexts, key=lambda context: context.group.confidence)
    edits = {edit.places: (context, edit) for context in by_sureness for edit in _edits(context)}
    excluding = _excluding([edit for _, edit in edits.values()], classifier)
    made: dict[str, list[Discrepancy]] = defaultdict(list)
    for places, (context, edit) in edits.items():
        excludes = places in excluding
        if excludes or _tells(edit):
            made[context.group.id].append(_discrepancy(context, edit, excludes=excludes))
    return tuple(_with(context, merged_by_value(made[context.group.id])) for context in contexts)


def _edits(context: GroupContext) -> Iterator[Edit]:
    """Those of words that no facet shows to fit each other; a quotation altered is told elsewhere."""
    for left, right in context.pairs():
        edit = edit_between(context, left, right)
        if edit and (edit.exchanges or not _fit(edit)) and not _is_quoted(edit):
            yield edit


def _fit(edit: Edit) -> bool:
    """Whether figures, times or names at both ends can be one."""
    return not edit.verdicts.isdisjoint({Verdict.AGREE, Verdict.COMPATIBLE})


def _is_quoted(edit: Edit) -> bool:
    return any(end.claim.quotes(end.span) for end in edit.ends)


def _excluding(edits: Sequence[Edit], classifier: RelationClassifier) -> set[Places]:
    """Where the two versions exclude each other; ``classifier`` is asked where their words do not say so."""
    exclusive = {edit.places for edit in edits if _are_exclusive(edit)}
    unclear = [edit for edit in edits if edit.places not in exclusive and not _may_both_be_true(edit)]
    judged = contradicting([edit.texts for edit in unclear], classifier)
    return exclusive | {edit.places for edit, sure in zip(unclear, judged, strict=True) if sure >= EXCLUDES}


def _are_exclusive(edit: Edit) -> bool:
    """Whether figures or times exclude each other, or all that differs are words of which only one can be
    true."""
    if edit.exchanges:
        return _has_direction(edit)
    if Verdict.CONFLICT in edit.verdicts:
        return True
    return differ_exclusively(edit.left.words, edit.right.words)


def _has_direction(edit: Edit) -> bool:
    """Whether the words between two that changed places tell which is which ("beat", "from … to")."""
    between = {*edit.left.words[1:-1]}
    verbs = edit.left.predicates
    acts = bool(verbs) and verbs.isdisjoint(words("reciprocal_verbs", "reporting_verbs"))
    return between.isdisjoint(_JOINING) and (acts or not between.isdisjoint(_LEADING))


def _may_both_be_true(edit: Edit) -> bool:
    """Whether one end names what the other may only describe ("Warsaw", "the capital", "a Polish city"), one
    lies in the other ("north", "northeast"), or another acts otherwise ("Google raised", "Meta lowered")."""
    if edit.left.is_proper != edit.right.is_proper:
        return True
    if edit.left.is_proper and edit.left.is_open != edit.right.is_open:
        return True
    firsts = ["".join(end.words) for end in edit.ends]
    in_one_direction = any(all(first.startswith(point) for first in firsts) for point in _COMPASS)
    return in_one_direction or any(end.is_proper and end.predicates for end in edit.ends)


def _tells(edit: Edit) -> bool:
    """Whether content words stand in the place of others, not only another way to say who speaks."""
    return not edit.adds and all(content_words(end.text) and not _reports(end) for end in edit.ends)


def _reports(end: Edited) -> bool:
    """Whether the words tell who speaks, or that somebody does."""
    at_quotes = not _QUOTATION_MARKS.isdisjoint(end.text)
    speaker = end.claim.speaker
    in_cue = speaker is not None and speaker.cue_span.overlaps(end.span)
    return at_quotes or in_cue or end.is_speaker or not end.predicates.isdisjoint(words("reporting_verbs"))


def _discrepancy(context: GroupContext, edit: Edit, *, excludes: bool) -> Discrepancy:
    only = ", and only one of the two can be true" if excludes else ""
    ends = [(end.claim, end.span) for end in edit.ends]
    return make(
        _kind(edit),
        relation_of_exclusive(context, *ends) if excludes else DiscrepancyRelation.WORDING,
        _values(context, edit),
        f"the sentences are the same but for these words{only}",
        context.group.confidence,
    )


def _values(context: GroupContext, edit: Edit) -> list[DiscrepancyValue]:
    """The words, with all of the figure, time or name that they are part of."""
    facets = (None, None) if edit.exchanges else next(iter(edit.facets), (None, None))
    found = []
    for end, facet in zip(edit.ends, facets, strict=True):
        ends = (end.span, facet.span) if facet else (end.span,)
        whole = Span(min(span.start for span in ends), max(span.end for span in ends))
        found.append(context.value(end.claim, whole, facet if facet and whole == facet.span else None))
    return found


def _kind(edit: Edit) -> DiscrepancyKind:
    """Who says it, or that of the facets that the words belong to, else that of words."""
    if all(end.is_speaker for end in edit.ends):
        return DiscrepancyKind.ATTRIBUTION
    kinds = [] if edit.exchanges else [one.kind for one, _ in edit.facets]
    return DiscrepancyKind(kinds[0].value) if kinds else DiscrepancyKind.WORDING


def _is_graver(found: Discrepancy) -> bool:
    return found.relation is not DiscrepancyRelation.WORDING


def _with(context: GroupContext, found: Sequence[Discrepancy]) -> ClaimGroup:
    """The group with what was found, in the place of findings of wording on the same words."""
    known = context.group.discrepancies
    graver = [one for one in known if _is_graver(one)]
    new = [one for one in unreported(found, graver) if _is_graver(one) or any(unreported([one], known))]
    if not new:
        return context.group
    lesser = unreported([one for one in known if one not in graver], new)
    return with_discrepancies(context.group, context.claims, [*graver, *lesser, *new])
