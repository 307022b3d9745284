"""Differences of certainty: a statement hedged, planned or denied by one source and not by another."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import make, merged
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.propositions import COMMON_VERBS, PLAIN, matched, of_one_act
from reconcile.lexicons import mapping, words
from reconcile.schema import (
    Certainty,
    Claim,
    ClaimRole,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    Proposition,
    Span,
)

ALIKE = 60
"""Token set ratio of two claims' content words from which a modal is held to bear on the same act.

Below it the hedge usually belongs to another way of putting things."""

ONE_STATEMENT = 0.75
"""Score of a pair from which two claims in other words are held to be one statement, put otherwise."""

REACH = 60
"""Characters between a modal and its verb that are given with the two."""

AUXILIARIES = frozenset({"can", "could", "may", "might", "will", "would", "shall"})


_Put = tuple[Claim, Proposition]


def detect_modality(context: GroupContext) -> Iterator[Discrepancy]:
    """One predicate put as fact by one source and as a plan, a possibility or a denial by another.

    A condition is left out: whether "if" belongs to the statement needs more than its clause.
    """
    found = [
        _discrepancy(context, *ends)
        for left, right in context.pairs()
        for ends in _differing(context, left, right)
    ]
    if found:
        yield merged(found)


def _differing(context: GroupContext, left: Claim, right: Claim) -> Iterator[tuple[_Put, _Put]]:
    acts = [((left, ours), (right, theirs)) for ours, theirs in _one_act(left, right)]
    differing = [ends for ends in acts if _differ(ends[0][1], ends[1][1])]
    yield from differing or list(_hedged(context, left, right)) or _put_otherwise(context, left, right)


def _hedged(context: GroupContext, left: Claim, right: Claim) -> Iterator[tuple[_Put, _Put]]:
    """A claim with a word of hearsay or doubt, and one that is much alike without any."""
    if not _is_alike(left, right) or ClaimRole.HEADLINE in (left.role, right.role):
        return
    for hedging, plain in ((left, right), (right, left)):
        hedges = [one for one in hedging.propositions if _is_hedged(context, hedging, one)]
        bare = [one for one in plain.propositions if one.certainty in PLAIN and one.is_stated]
        doubtful = any(_is_hedged(context, plain, one) for one in plain.propositions)
        if hedges and bare and not doubtful:
            main = next((one for one in bare if one.span == plain.parts.predicate), bare[0])
            ends = (hedging, hedges[0]), (plain, main)
            yield ends if hedging is left else (ends[1], ends[0])


def _put_otherwise(context: GroupContext, left: Claim, right: Claim) -> Iterator[tuple[_Put, _Put]]:
    """What both claims are mainly about, in other words, where surely they make one statement."""
    if not context.joined(left, right, ONE_STATEMENT) or ClaimRole.HEADLINE in (left.role, right.role):
        return
    ours, theirs = _main(left), _main(right)
    if ours and theirs and _differ(ours, theirs) and not {ours.certainty, theirs.certainty}.isdisjoint(PLAIN):
        yield (left, ours), (right, theirs)


def _main(claim: Claim) -> Proposition | None:
    """The claim's main predicate; None where it only tells who speaks, or is quoted."""
    if any(quote.overlaps(claim.parts.predicate) for quote in claim.parts.quotes if claim.parts.predicate):
        return None
    found = (one for one in claim.propositions if one.span == claim.parts.predicate)
    return next((one for one in found if one.predicate not in words("reporting_verbs")), None)


def _is_hedged(context: GroupContext, claim: Claim, one: Proposition) -> bool:
    """Whether a word of hearsay or doubt, not a mere auxiliary, marks the proposition."""
    if one.modal is None or not one.is_stated:
        return False
    word = context.words(claim, one.modal).casefold()
    if one.certainty is Certainty.REPORTED:
        rest = context.words(claim, claim.span)[one.modal.end - claim.span.start :]
        return mapping("modality").get(word) == Certainty.REPORTED or rest.startswith(" to ")
    return one.certainty is Certainty.POSSIBLE and word not in AUXILIARIES


def _is_alike(left: Claim, right: Claim) -> bool:
    return fuzz.token_set_ratio(" ".join(left.terms), " ".join(right.terms)) >= ALIKE


def _one_act(left: Claim, right: Claim) -> Iterator[tuple[Proposition, Proposition]]:
    """Propositions of the same act: of the same things, or of one verb in claims that are much alike."""
    exact = [(ours, theirs) for ours, theirs, opposite in matched(left, right) if not opposite]
    yield from exact
    if not exact and _is_alike(left, right) and ClaimRole.HEADLINE not in (left.role, right.role):
        yield from of_one_act(left, right)


def _differ(left: Proposition, right: Proposition) -> bool:
    certainties = {left.certainty, right.certainty}
    stated = left.is_stated and right.is_stated and left.polarity is right.polarity
    return stated and len(certainties) == 2 and not certainties <= PLAIN


def _discrepancy(context: GroupContext, left: _Put, right: _Put) -> Discrepancy:
    (ours, our), (theirs, their) = left, right
    reason = f"{ours.source} has it as {our.certainty}, {theirs.source} as {their.certainty}"
    if our.certainty is their.certainty or {our.certainty, their.certainty} <= PLAIN:
        hedging = next(claim for claim, one in (left, right) if _is_hedged(context, claim, one))
        reason = f"only {hedging.source} gives it as hearsay"
    return make(
        DiscrepancyKind.MODALITY,
        _relation(context, left, right),
        [context.value(claim, _words(context, claim, one)) for claim, one in (left, right)],
        reason,
        context.group.confidence,
    )


def _relation(context: GroupContext, left: _Put, right: _Put) -> DiscrepancyRelation:
    """A plan or possibility that a later story reports as fact is an update; the rest is wording."""
    days = context.published(left[0]), context.published(right[0])
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return DiscrepancyRelation.WORDING
    (earlier, was), (later, now) = (left, right) if days[0] < days[1] else (right, left)
    is_done = not _is_present(context.words(later, now.span).casefold(), now.predicate)
    happened = _lies_ahead(context, earlier, was) and now.certainty in PLAIN and is_done
    telling = COMMON_VERBS.isdisjoint((was.predicate, now.predicate))
    same_act = was.predicate == now.predicate or context.joined(earlier, later, ONE_STATEMENT)
    return DiscrepancyRelation.UPDATE if happened and telling and same_act else DiscrepancyRelation.WORDING


def _lies_ahead(context: GroupContext, claim: Claim, one: Proposition) -> bool:
    """Whether it is planned or may yet happen; what somebody only believes may long be so."""
    if one.modal is None or one.certainty is not Certainty.POSSIBLE:
        return one.certainty is Certainty.PLANNED
    rest = context.words(claim, claim.span)[one.modal.end - claim.span.start :].casefold()
    return context.words(claim, one.modal).casefold() in AUXILIARIES and not rest.startswith(" have ")


def _is_present(word: str, lemma: str) -> bool:
    """Whether a verb's form says that something goes on, not that it is done."""
    return word in (lemma, f"{lemma}s", f"{lemma[:-1]}ies") or word.endswith("ing")


def _words(context: GroupContext, claim: Claim, proposition: Proposition) -> Span:
    """From the modal to the verb that it bears on; the verb alone where it is put as fact."""
    modal, verb = proposition.modal, proposition.span
    is_plain = proposition.certainty in PLAIN and not _is_hedged(context, claim, proposition)
    if modal is None or is_plain or not claim.span.contains(modal):
        return verb
    if max(verb.start - modal.end, modal.start - verb.end) > REACH:
        return modal
    return Span(min(modal.start, verb.start), max(modal.end, verb.end))
